import { randomBytes } from 'node:crypto';
import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import type { Server } from '../world.js';
import { administratorsOnly, type ComputeCall } from './call.js';
import { consoleOutput } from './console.js';
import { accepted } from './kind.js';
import { otherActions } from './other-actions.js';
import { begin, finish, record, remove } from './tasks.js';

/** What `POST /servers/{id}/action` does to a server (nova/compute/api.py: from which states, to which). */
export interface ServerAction {
  /** What nova's sentences call it. */
  readonly name: string;
  readonly from: readonly string[];
  /** Only a server that is on a host can do it. */
  readonly needsHost?: true;
  /** The task while it is done; left out: it is done when the answer comes. */
  readonly task?: string;
  readonly to: Partial<Server>;
  readonly adminOnly?: string;
}

const running = { vmState: 'active', powerState: 1 };

/** States of a server that is there. */
const ALL = [
  'active',
  'building',
  'paused',
  'suspended',
  'stopped',
  'rescued',
  'resized',
  'error',
  'shelved',
  'shelved_offloaded',
  'soft-delete',
];

const actions: Readonly<Record<string, ServerAction>> = {
  'os-start': { name: 'start', from: ['stopped'], needsHost: true, task: 'powering-on', to: running },
  'os-stop': {
    name: 'stop',
    from: ['active', 'error'],
    needsHost: true,
    task: 'powering-off',
    to: { vmState: 'stopped', powerState: 4 },
  },
  pause: { name: 'pause', from: ['active'], task: 'pausing', to: { vmState: 'paused', powerState: 3 } },
  unpause: { name: 'unpause', from: ['paused'], task: 'unpausing', to: running },
  suspend: { name: 'suspend', from: ['active'], task: 'suspending', to: { vmState: 'suspended', powerState: 4 } },
  resume: { name: 'resume', from: ['suspended'], task: 'resuming', to: running },
  reboot: {
    name: 'reboot',
    from: ['active', 'stopped', 'paused', 'suspended', 'error'],
    task: 'rebooting',
    to: running,
  },
  rescue: {
    name: 'rescue',
    from: ['active', 'stopped', 'error'],
    task: 'rescuing',
    to: { vmState: 'rescued', powerState: 1 },
  },
  unrescue: { name: 'unrescue', from: ['rescued'], task: 'unrescuing', to: running },
  shelve: {
    name: 'shelve',
    from: ['active', 'stopped', 'paused', 'suspended'],
    task: 'shelving',
    to: { vmState: 'shelved_offloaded', powerState: 4, host: null },
  },
  shelveOffload: {
    name: 'shelve_offload',
    from: ['shelved', 'shelved_offloaded'],
    task: 'shelving_offloading',
    to: { vmState: 'shelved_offloaded', powerState: 4, host: null },
  },
  forceDelete: { name: 'force_delete', from: ALL, to: {} },
  restore: { name: 'restore', from: ['soft-delete'], task: 'restoring', to: running },
  'os-resetNetwork': {
    name: 'reset_network',
    from: ['active', 'paused', 'stopped', 'rescued', 'error'],
    to: {},
    adminOnly: 'os-admin-actions:reset_network',
  },
  resetNetwork: {
    name: 'reset_network',
    from: ['active', 'paused', 'stopped', 'rescued', 'error'],
    to: {},
    adminOnly: 'os-admin-actions:reset_network',
  },
  injectNetworkInfo: {
    name: 'inject_network_info',
    from: ['active', 'paused', 'stopped', 'rescued', 'error'],
    to: {},
    adminOnly: 'os-admin-actions:inject_network_info',
  },
  trigger_crash_dump: { name: 'trigger_crash_dump', from: ['active', 'paused', 'rescued', 'error'], to: {} },
  changePassword: { name: 'set_admin_password', from: ['active'], task: 'updating_password', to: {} },
  confirmResize: { name: 'confirm_resize', from: ['resized'], to: { vmState: 'active', before: undefined } },
};

/** `POST /servers/{id}/action`: 202 and no body, but for what reads. */
export function serverAction(call: ComputeCall, server: Server): Answer {
  const asked = asObject(parsed(call.body));
  const [name = '', ...others] = Object.keys(asked ?? {});
  if (asked === undefined || name === '' || others.length > 0) throw new Refusal(400, 'Malformed request body');
  if (name === 'os-getConsoleOutput') return consoleOutput(server, asObject(asked[name])?.length);
  if (name === 'lock' || name === 'unlock') return lock(call, server, name, asObject(asked.lock)?.locked_reason);
  if (name === 'os-resetState') return resetState(call, server, asObject(asked[name])?.state);
  const other = Object.hasOwn(otherActions, name) ? otherActions[name] : undefined;
  if (other !== undefined) return other(call, server, asObject(asked[name]) ?? {}, checkState);
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action?.adminOnly !== undefined) administratorsOnly(call, action.adminOnly);
  if (action === undefined) throw new Refusal(501, `The embedded cloud does not ${name}.`);
  checkState(call, server, action);
  if (name === 'forceDelete') return deleteServer(call, server, 202);
  record(call, server, action.name);
  begin(call, server, action.task, action.to);
  if (name !== 'rescue') return accepted();
  return json(200, { adminPass: asText(asObject(asked[name])?.adminPass) ?? randomBytes(9).toString('base64url') });
}

/** In nova's order: whether it is locked, on a host, in a state that allows it, not busy, and was up at all. */
function checkState(
  call: ComputeCall,
  server: Server,
  { name, from, needsHost }: Pick<ServerAction, 'name' | 'from' | 'needsHost'>,
): void {
  if (server.locked && !call.caller.admin) throw new Refusal(409, `Instance ${server.id} is locked`);
  if (needsHost && server.host === null) throw new Refusal(409, `Instance ${server.id} is not ready`);
  const refused = (attribute: string, state: string): Refusal =>
    new Refusal(409, `Cannot '${name}' instance ${server.id} while it is in ${attribute} ${state}`);
  if (!from.includes(server.vmState)) throw refused('vm_state', server.vmState);
  if (server.taskState !== null) throw refused('task_state', server.taskState);
  if (server.launched === null) throw refused('launched_at', 'None');
}

function lock(call: ComputeCall, server: Server, name: 'lock' | 'unlock', reason: unknown): Answer {
  server.locked = name === 'lock';
  server.lockedReason = server.locked && call.minor >= 73 && typeof reason === 'string' ? reason : null;
  record(call, server, name);
  return accepted();
}

/** Administrators put a server into a state without asking its host. */
function resetState(call: ComputeCall, server: Server, state: unknown): Answer {
  administratorsOnly(call, 'os-admin-actions:reset_state');
  if (state !== 'active' && state !== 'error') {
    throw new Refusal(
      400,
      `Invalid input for field/attribute state. Value: ${state}. '${state}' is not one of ['active', 'error']`,
    );
  }
  finish(call, server, { vmState: state, taskState: null });
  return accepted();
}

/** `DELETE /servers/{id}`: 204, whatever it does at the moment. */
export function deleteServer(call: ComputeCall, server: Server, status = 204): Answer {
  if (server.locked && !call.caller.admin) throw new Refusal(409, `Instance ${server.id} is locked`);
  record(call, server, 'delete');
  remove(call, server);
  return { ...nothing(), status };
}
