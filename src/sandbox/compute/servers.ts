import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import type { Server } from '../world.js';
import { bootServers } from './boot.js';
import { type ComputeCall, links, noRoute } from './call.js';
import { comparator, filtersOf, testOf } from './filters.js';
import { checkFields, checkQuery, limitOf, sortOrder, strictTruth } from './query.js';
import { deleteServer, serverAction } from './server-actions.js';
import { serverPart } from './server-parts.js';
import { serverView } from './server-view.js';

/** `/servers`, `/servers/detail`, `/servers/{id}` and what hangs on it. */
export function servers(call: ComputeCall): Answer {
  const [, id, part] = call.parts;
  if (call.method === 'POST' && part === 'action' && id !== undefined) return serverAction(call, findServer(call, id));
  if (call.method === 'DELETE' && part === undefined && id !== undefined)
    return deleteServer(call, findServer(call, id));
  if (call.method === 'POST' && id === undefined) {
    const body = asObject(parsed(call.body));
    const given = asObject(body?.server);
    if (given === undefined)
      throw new Refusal(400, "Invalid input for field/attribute server. 'server' is a required property");
    return bootServers(call, given, body?.['os:scheduler_hints'] ?? body?.['OS-SCH-HNT:scheduler_hints']);
  }
  if (call.method === 'PUT' && part === undefined && id !== undefined) return updateServer(call, findServer(call, id));
  if (call.method !== 'GET' && call.method !== 'HEAD')
    return id === undefined || part === undefined ? noRoute() : serverPart(call, findServer(call, id), part);
  if (id === undefined || (id === 'detail' && part === undefined)) return list(call, id === 'detail');
  const server = findServer(call, id);
  if (part === undefined) return json(200, { server: serverView(call, server, 'show') });
  return serverPart(call, server, part);
}

/** A server that the caller may see: an administrator's is every one that is not deleted. */
export function findServer(call: ComputeCall, id: string): Server {
  const { admin, token } = call.caller;
  const found = call.cloud.world.servers.find((server) => server.id === id && !server.deleted);
  if (found === undefined || (!admin && found.tenantId !== token.tenantId)) {
    throw new Refusal(404, `Instance ${id} could not be found.`);
  }
  return found;
}

/** `PUT /servers/{id}`: another name, and from 2.19 on another description. */
function updateServer(call: ComputeCall, server: Server): Answer {
  const given = asObject(asObject(parsed(call.body))?.server);
  if (given === undefined) throw new Refusal(400, 'Malformed request body');
  server.name = asText(given.name) ?? server.name;
  if (call.minor >= 19 && given.description !== undefined) server.description = asText(given.description) ?? null;
  if (call.minor >= 90) server.hostname = asText(given.hostname) ?? server.hostname;
  return json(200, { server: serverView(call, server, 'show') });
}

function list(call: ComputeCall, detail: boolean): Answer {
  checkQuery(call);
  const filters = filtersOf(call);
  checkFields(filters.keys());
  const test = testOf(call, filters);
  if (test === undefined) return json(200, { servers: [] });
  narrow(call, filters, detail);
  const order = sortOrder(call);
  const compare = comparator(order);
  const shown = testOf(call, filters) ?? (() => false);
  const all = call.cloud.world.servers.filter(shown).sort(compare);
  const rest = afterMarker(call, all, compare);
  const most = Math.min(limitOf(call) ?? call.cloud.pageSize, call.cloud.pageSize);
  const rows = rest.slice(0, most);
  const last = rows.at(-1);
  const view = detail
    ? (server: Server) => serverView(call, server, 'detail')
    : ({ id, name }: Server) => ({ id, name, links: links(call, 'servers', id) });
  return json(200, {
    servers: rows.map(view),
    ...(last !== undefined && rows.length === most ? { servers_links: [nextLink(call, last.id, detail)] } : {}),
  });
}

/** Whose servers: everybody's for administrators who ask so, else those of the token's tenant, whatever was asked. */
function narrow(call: ComputeCall, filters: Map<string, string>, detail: boolean): void {
  const asked = filters.get('all_tenants');
  filters.delete('all_tenants');
  // Present and empty means yes.
  if (asked !== undefined && (asked === '' || strictTruth(asked))) {
    if (!call.caller.admin) {
      const rule = `os_compute_api:servers:${detail ? 'detail' : 'index'}:get_all_tenants`;
      throw new Refusal(403, `Policy doesn't allow ${rule} to be performed.`);
    }
    return;
  }
  filters.delete('tenant_id');
  filters.set('project_id', call.caller.token.tenantId ?? '');
}

function afterMarker(
  call: ComputeCall,
  sorted: readonly Server[],
  compare: (a: Server, b: Server) => number,
): Server[] {
  const marker = call.query.get('marker');
  if (marker === null) return [...sorted];
  const found = call.cloud.world.servers.find(({ id }) => id === marker);
  if (found === undefined) throw new Refusal(400, `marker [${marker}] not found`);
  return sorted.filter((server) => compare(server, found) > 0);
}

/** An absolute URL with the same query, sorted; of a parameter that was given twice only the last is left. */
function nextLink(call: ComputeCall, marker: string, detail: boolean): unknown {
  const query = new Map([...call.query].sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1)));
  query.set('marker', marker);
  const path = `${call.versionUrl}${call.tenantPart}/servers${detail ? '/detail' : ''}`;
  return { rel: 'next', href: `${path}?${new URLSearchParams([...query])}` };
}
