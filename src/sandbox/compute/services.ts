import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import { uuid } from '../ids.js';
import type { ComputeService } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** From 2.53 on services and hypervisors go by UUIDs. */
export function serviceId(call: ComputeCall, service: ComputeService): number | string {
  return call.minor >= 53 ? uuid('compute-service', service.binary, service.host) : service.number;
}

/** `/os-services`, with the filters `host` and `binary`; administrators only. */
export function services(call: ComputeCall): Answer {
  const [, id, part] = call.parts;
  if (part !== undefined) return noRoute();
  if (call.method === 'PUT' && id !== undefined) return change(call, id);
  if (call.method === 'DELETE' && id !== undefined) return remove(call, id);
  if (id !== undefined || (call.method !== 'GET' && call.method !== 'HEAD')) return noRoute();
  administratorsOnly(call, 'os-services:list');
  const host = call.query.get('host');
  const binary = call.query.get('binary');
  const rows = call.cloud.world.computeServices
    .filter((row) => (host === null || row.host === host) && (binary === null || row.binary === binary))
    .sort((a, b) => a.number - b.number);
  return json(200, {
    services: rows.map((row) => view(call, row)),
  });
}

function view(call: ComputeCall, row: ComputeService): Record<string, unknown> {
  return {
    binary: row.binary,
    host: row.host,
    id: serviceId(call, row),
    zone: row.zone,
    status: row.enabled ? 'enabled' : 'disabled',
    state: row.up && row.forcedDown !== true ? 'up' : 'down',
    updated_at: row.updated,
    disabled_reason: row.disabledReason,
    ...(call.minor >= 11 ? { forced_down: row.forcedDown ?? false } : {}),
  };
}

/** `PUT /os-services/{action}` with host and binary, and from 2.53 on `PUT /os-services/{id}`. */
function change(call: ComputeCall, id: string): Answer {
  administratorsOnly(call, 'os-services:update');
  const given = asObject(parsed(call.body)) ?? {};
  const isNew = call.minor >= 53;
  const row = call.cloud.world.computeServices.find((one) =>
    isNew ? serviceId(call, one) === id : one.host === given.host && one.binary === given.binary,
  );
  const missing = isNew
    ? `Service ${id} could not be found.`
    : `Could not find binary ${given.binary} on host ${given.host}.`;
  if (row === undefined) throw new Refusal(404, missing);
  if (isNew && row.binary !== 'nova-compute') {
    throw new Refusal(
      400,
      `Updating a ${row.binary} service is not supported. Only nova-compute services can be updated.`,
    );
  }
  const status = isNew
    ? given.status
    : { enable: 'enabled', disable: 'disabled', 'disable-log-reason': 'disabled' }[id];
  const reason = asText(given.disabled_reason);
  if (status === 'enabled') Object.assign(row, { enabled: true, disabledReason: null });
  else if (status === 'disabled') Object.assign(row, { enabled: false, disabledReason: reason ?? null });
  else if (!isNew && id !== 'force-down') throw new Refusal(404, 'Unknown action');
  if (typeof given.forced_down === 'boolean' && call.minor >= 11) row.forcedDown = given.forced_down;
  if (isNew) return json(200, { service: view(call, row) });
  const told = id === 'force-down' ? { forced_down: row.forcedDown } : { status: row.enabled ? 'enabled' : 'disabled' };
  const why = id === 'disable-log-reason' ? { disabled_reason: row.disabledReason } : {};
  return json(200, { service: { host: row.host, binary: row.binary, ...told, ...why } });
}

/** A service, and with a compute service its hypervisor; not while it has servers. */
function remove(call: ComputeCall, id: string): Answer {
  administratorsOnly(call, 'os-services:delete');
  const { world } = call.cloud;
  const row = world.computeServices.find((one) => String(serviceId(call, one)) === id);
  if (row === undefined) throw new Refusal(404, `Service ${id} could not be found.`);
  if (row.binary === 'nova-compute') {
    const used = world.servers.some((one) => one.host === row.host && !one.deleted);
    if (used)
      throw new Refusal(
        409,
        'Unable to delete compute service that is hosting instances. Migrate or delete the instances first.',
      );
    world.hypervisors = world.hypervisors.filter(({ host }) => host !== row.host);
    for (const aggregate of world.aggregates) aggregate.hosts = aggregate.hosts.filter((host) => host !== row.host);
  }
  world.computeServices.splice(world.computeServices.indexOf(row), 1);
  return nothing();
}
