import { type Answer, json } from '../call.js';
import type { ServerMigration } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** `/os-migrations`, for administrators: moves of servers are over at once in the embedded cloud, and only those noted that somebody put there. */
export function migrations(call: ComputeCall): Answer {
  if (call.method !== 'GET' || call.parts.length > 1) return noRoute();
  administratorsOnly(call, 'os-migrations:index');
  const wanted = call.query.get('instance_uuid');
  const rows = (call.cloud.world.serverMigrations ?? []).filter((row) => wanted === null || row.server_uuid === wanted);
  const view = ({ server_uuid: instance_uuid, ...row }: ServerMigration) => ({ ...row, instance_uuid });
  return json(200, { migrations: rows.map(view) });
}
