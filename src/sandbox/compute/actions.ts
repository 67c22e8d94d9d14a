import { type Answer, json, Refusal } from '../call.js';
import { uuid } from '../ids.js';
import type { InstanceAction, Server } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

const made: Readonly<Record<string, string>> = { stopped: 'stop', paused: 'pause', suspended: 'suspend' };

/** What was done to a server, newest first: as it was noted, else as far as its state tells. */
export function history(server: Server): InstanceAction[] {
  if (server.actions !== undefined) return server.actions;
  const at = (time: string): string => time.replace('Z', '.000000');
  const action = (name: string, time: string, message: string | null): InstanceAction => ({
    action: name,
    request_id: `req-${uuid('action', name, server.id)}`,
    start_time: at(time),
    message,
  });
  const creation = action('create', server.created, server.vmState === 'error' ? 'Error' : null);
  const later = made[server.vmState];
  return later === undefined ? [creation] : [action(later, server.updated, null), creation];
}

/** `/servers/{id}/os-instance-actions[/{request}]`. */
export function instanceActions(call: ComputeCall, server: Server): Answer {
  const [, , , request, more] = call.parts;
  if (more !== undefined) return noRoute();
  const view = (one: InstanceAction): Record<string, unknown> => ({
    action: one.action,
    instance_uuid: server.id,
    request_id: one.request_id,
    user_id: server.userId,
    project_id: server.tenantId,
    start_time: one.start_time,
    message: one.message,
    ...(call.minor >= 58 ? { updated_at: server.updated.replace('Z', '.000000') } : {}),
  });
  const rows = history(server);
  if (request === undefined) return json(200, { instanceActions: rows.map(view) });
  const found = rows.find((one) => one.request_id === request);
  if (found === undefined) throw new Refusal(404, `Action ${request} not found`);
  const events = call.caller.admin || call.minor >= 51 ? { events: [eventOf(call, server, found)] } : {};
  return json(200, { instanceAction: { ...view(found), ...events } });
}

/** `/servers/{id}/actions` of 2011, for administrators (nova 2011.3 api/openstack/servers.py). */
export function oldActions(call: ComputeCall, server: Server): Answer {
  if (!call.legacy) return noRoute();
  administratorsOnly(call, 'os-server-actions');
  const rows = history(server).map(({ action, start_time, message }) => ({
    created_at: start_time.replace('T', ' ').replace('.000000', ''),
    action,
    error: message,
  }));
  return json(200, { actions: rows });
}

function eventOf(call: ComputeCall, server: Server, { action, start_time, message }: InstanceAction): unknown {
  const { admin } = call.caller;
  const event = action === 'create' ? 'compute__do_build_and_run_instance' : `compute_${action}_instance`;
  return {
    event,
    start_time,
    finish_time: server.updated.replace('Z', '.000000'),
    result: message === null ? 'Success' : 'Error',
    ...(admin ? { traceback: message === null ? null : (server.fault?.details ?? null) } : {}),
    ...(admin && call.minor >= 62 ? { host: server.host } : {}),
    ...(admin && call.minor >= 84 ? { details: null } : {}),
  };
}
