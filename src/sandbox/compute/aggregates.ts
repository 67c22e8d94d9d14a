import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import { uuid } from '../ids.js';
import type { Fields } from '../resource.js';
import type { Aggregate } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';
import { accepted, answered, type ComputeResource, invalid, nextNumber, rowOf } from './kind.js';
import { timeOf } from './tasks.js';

const all: ComputeResource<Aggregate> = {
  one: 'aggregate',
  many: 'aggregates',
  rows: ({ cloud }) => cloud.world.aggregates,
  id: ({ number }) => String(number),
  missing: (id) => `Aggregate ${id} could not be found.`,
  rule: (verb) => `os-aggregates:${verb === 'list' ? 'index' : verb}`,
  view,
  create: (call, given) => {
    const name = nameOf(call, given.name);
    if (name === undefined) throw invalid('aggregate', "'name' is a required property");
    const zone = asText(given.availability_zone) ?? null;
    const metadata: Aggregate['metadata'] = zone === null ? {} : { availability_zone: zone };
    const number = nextNumber(call.cloud.world.aggregates);
    return { number, name, availabilityZone: zone, hosts: [], metadata, created: timeOf(call) };
  },
  update: (call, row, given) => {
    row.name = nameOf(call, given.name, row) ?? row.name;
    const zone = asText(given.availability_zone);
    if (zone !== undefined) setMetadata(row, { availability_zone: zone });
  },
  remove: (_, { hosts, number }) => {
    if (hosts.length > 0) throw new Refusal(400, `Cannot remove aggregate ${number}: it has hosts.`);
  },
  deleted: 200,
};

/** A name that no other has. */
function nameOf(call: ComputeCall, given: unknown, row?: Aggregate): string | undefined {
  const name = asText(given);
  const taken = call.cloud.world.aggregates.some((one) => one !== row && one.name === name);
  if (taken) throw new Refusal(409, `Aggregate ${name} already exists.`);
  return name;
}

/** `/os-aggregates[/{id}[/action|/images]]`, for administrators. */
export function aggregates(call: ComputeCall): Answer {
  const [, id, part, more] = call.parts;
  if (part === undefined) return answered(call, all, id);
  if (more !== undefined || id === undefined || call.method !== 'POST') return noRoute();
  administratorsOnly(call, `os-aggregates:${part}`);
  const row = rowOf(call, all, id);
  if (part === 'images') return call.minor >= 81 ? accepted() : noRoute();
  if (part !== 'action') return noRoute();
  const [[action, given] = []] = Object.entries(asObject(parsed(call.body)) ?? {});
  const fields = asObject(given) ?? {};
  if (action === 'set_metadata') setMetadata(row, asObject(fields.metadata) ?? {});
  else if (action === 'add_host' || action === 'remove_host') changeHosts(call, row, action, asText(fields.host) ?? '');
  else throw new Refusal(400, `There is no such action: ${action}`);
  return json(200, { aggregate: view(call, row) });
}

/** What is null goes. */
function setMetadata(row: Aggregate, given: Fields): void {
  for (const [key, value] of Object.entries(given)) {
    if (value === null) delete row.metadata[key];
    else row.metadata[key] = String(value);
  }
  row.availabilityZone = row.metadata.availability_zone ?? null;
}

function changeHosts(call: ComputeCall, row: Aggregate, action: 'add_host' | 'remove_host', host: string): void {
  const isThere = row.hosts.includes(host);
  if (action === 'remove_host') {
    if (!isThere) throw new Refusal(404, `Cannot remove host ${host} in aggregate ${row.number}: not found.`);
    row.hosts = row.hosts.filter((one) => one !== host);
    return;
  }
  const known = call.cloud.world.computeServices.some((one) => one.binary === 'nova-compute' && one.host === host);
  if (!known) throw new Refusal(404, `Compute host ${host} could not be found.`);
  if (isThere) throw new Refusal(409, `Aggregate ${row.number} already has host ${host}.`);
  row.hosts.push(host);
}

function view(call: ComputeCall, row: Aggregate): unknown {
  return {
    id: row.number,
    name: row.name,
    availability_zone: row.availabilityZone,
    hosts: row.hosts,
    metadata: row.metadata,
    created_at: row.created,
    updated_at: null,
    deleted_at: null,
    deleted: false,
    ...(call.minor >= 41 ? { uuid: uuid('aggregate', row.name) } : {}),
  };
}
