import { type Answer, asObject, json, parsed, Refusal } from '../call.js';
import type { Server, ServerMigration } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';
import { accepted } from './kind.js';

/** `/servers/{id}/migrations[/{number}]`: those that are under way (nova api/openstack/compute/server_migrations.py). */
export function serverMigrations(call: ComputeCall, server: Server, number: string | undefined): Answer {
  if (call.minor < 23) return noRoute();
  administratorsOnly(call, 'servers:migrations:index');
  const own = (call.cloud.world.serverMigrations ?? []).filter((one) => isOf(server, one));
  if (number === undefined) return json(200, { migrations: own });
  return json(200, { migration: own.find(({ id }) => String(id) === number) ?? unknown(server, number) });
}

/** To give one up (2.24), and to end it at once, though the guest stands still meanwhile (2.22). */
export function changeServerMigration(call: ComputeCall, server: Server, number: string | undefined): Answer {
  const isGivenUp = call.method === 'DELETE' && call.minor >= 24;
  const isForced = call.method === 'POST' && call.minor >= 22 && call.parts[4] === 'action';
  if (number === undefined || !(isGivenUp || isForced)) return noRoute();
  administratorsOnly(call, 'servers:migrations:delete');
  const all = call.cloud.world.serverMigrations ?? [];
  const found = all.find((one) => isOf(server, one) && String(one.id) === number);
  if (found === undefined) return unknown(server, number);
  const status = isForced ? 'completed' : 'cancelled';
  call.cloud.world.serverMigrations = all.map((one) => (one === found ? { ...one, status } : one));
  return accepted();
}

/** Is it a move of the server that is under way? */
const isOf = (server: Server, { server_uuid: of, status }: ServerMigration): boolean =>
  of === server.id && status === 'running';

function unknown(server: Server, number: string): never {
  throw new Refusal(404, `Migration ${number} for instance ${server.id} not found`);
}

/** `/servers/{id}/topology`, from 2.78 on: no server has NUMA nodes of its own. */
export const topology = (call: ComputeCall): Answer =>
  call.minor < 78 ? noRoute() : json(200, { nodes: [], pagesize_kb: null });

/** `POST /os-server-external-events`: what neutron tells nova; all is as it should be already. */
export function externalEvents(call: ComputeCall): Answer {
  if (call.method !== 'POST' || call.parts.length > 1) return noRoute();
  administratorsOnly(call, 'os-server-external-events:create');
  const events = asObject(parsed(call.body))?.events;
  const told = (Array.isArray(events) ? events : []).map((one: unknown) => asObject(one) ?? {});
  return json(200, { events: told.map((event) => ({ ...event, code: 200, status: 'completed' })) });
}
