import { type Answer, json, Refusal } from '../call.js';
import { uuid } from '../ids.js';
import type { Aggregate } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** `/os-aggregates[/{id}]`, for administrators. */
export function aggregates(call: ComputeCall): Answer {
  const [, id, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  administratorsOnly(call, `os-aggregates:${id === undefined ? 'index' : 'show'}`);
  const rows = call.cloud.world.aggregates;
  if (id === undefined) return json(200, { aggregates: rows.map((row) => view(call, row)) });
  const found = rows.find(({ number }) => String(number) === id);
  if (found === undefined) throw new Refusal(404, `Aggregate ${id} could not be found.`);
  return json(200, { aggregate: view(call, found) });
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
