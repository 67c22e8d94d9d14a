import { forgetPorts } from '../ports.js';
import type { Server } from '../world.js';
import { history } from './actions.js';
import type { ComputeCall } from './call.js';

/** Milliseconds since 1970 as nova's `updated` has them: whole seconds, UTC. */
function seconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The same as `OS-SRV-USG:terminated_at` has them. */
function micros(time: number): string {
  return new Date(time).toISOString().replace('Z', '000');
}

/** The moment as tables of nova's have it: no zone. */
export const timeOf = ({ cloud }: ComputeCall): string => micros(cloud.now());

/** Notes what is done to a server, for `os-instance-actions`. */
export function record(call: ComputeCall, server: Server, action: string): void {
  const start = seconds(call.cloud.now()).replace('Z', '.000000');
  server.actions = [{ action, request_id: call.requestId, start_time: start, message: null }, ...history(server)];
}

/** Starts a task that makes something else of a server; with a `taskTime` of 0 it is done at once. */
export function begin(call: ComputeCall, server: Server, task: string | undefined, to: Partial<Server>): void {
  const { now, taskTime } = call.cloud;
  if (taskTime === 0 || task === undefined) {
    finish(call, server, to);
    return;
  }
  server.taskState = task;
  server.updated = seconds(now());
  server.task = { until: now() + taskTime, to };
}

/** Requests to nova in which a new server is seen being built: whoever has made it looks at it once. */
const BUILDING = 1;

/** Builds a new server: so long as `taskTime` says, and for a request at least. Without a host it fails. */
export function build(call: ComputeCall, server: Server, host: string | null): void {
  const { now, taskTime } = call.cloud;
  const to: Partial<Server> =
    host === null
      ? { vmState: 'error', fault: noHost(now()) }
      : { vmState: 'active', powerState: 1, host, launched: micros(now()) };
  record(call, server, 'create');
  server.actions = server.actions?.slice(0, 1) ?? [];
  server.task = { until: now() + taskTime, requests: BUILDING, to };
}

const noHost = (time: number): Server['fault'] & {} => ({
  code: 500,
  message: 'No valid host was found. There are not enough hosts available.',
  created: seconds(time),
});

/** What a server is after a task. */
export function finish(call: ComputeCall, server: Server, to: Partial<Server>): void {
  Object.assign(server, { taskState: null }, to, { updated: seconds(call.cloud.now()) });
  delete server.task;
  if (server.vmState !== 'error') delete server.fault;
}

/** Ends the tasks whose time has come: called before anything is read. */
export function settle(call: ComputeCall): void {
  for (const server of call.cloud.world.servers) {
    const { task } = server;
    if (task === undefined) continue;
    if (task.requests !== undefined && task.requests > 0) task.requests -= 1;
    else if (task.until <= call.cloud.now()) end(call, server, task.to);
  }
}

/** Takes a server away, as a task. */
export function remove(call: ComputeCall, server: Server): void {
  const gone: Partial<Server> = { vmState: 'deleted', deleted: true, powerState: 0 };
  if (call.cloud.taskTime === 0) end(call, server, gone);
  else begin(call, server, 'deleting', gone);
}

function end(call: ComputeCall, server: Server, to: Partial<Server>): void {
  finish(call, server, to);
  if (!server.deleted) return;
  server.terminated = micros(call.cloud.now());
  forgetPorts(call.cloud.world, server);
  const { volumes, floatingIps } = call.cloud.world;
  for (const volume of volumes.filter(({ attachedTo }) => attachedTo?.serverId === server.id)) {
    volume.status = 'available';
    delete volume.attachedTo;
  }
  for (const address of floatingIps.filter(({ serverId }) => serverId === server.id)) {
    address.serverId = null;
    address.fixedIp = null;
  }
}
