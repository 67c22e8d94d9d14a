import { Failure } from '../../core/errors.js';
import { HttpFailure } from '../../http/api-errors.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { asRecord, asRecords, asText, type Json } from '../../lib/read.js';
import type { Call, Query, Session } from '../../session/session.js';
import { listed, listIn, missing } from '../answer.js';
import { escapeRegExp, find, findIfAny, isUuidLike, resolving } from '../find.js';
import { finderOf, findWhole, getOne, type Resource } from '../resource.js';

/** Compute API reference: "Servers". The `name` filter is a regular expression (nova `compute/api.py`, get_all). */
export const servers: Resource = {
  service: 'compute',
  path: '/servers',
  detail: '/servers/detail',
  noun: 'server',
  many: 'servers',
  byName: (name) => ({ name: escapeRegExp(name) }),
  allProjects: { all_tenants: 1 },
  describe,
};

/**
 * Servers that are to be changed: by a name only those of one's own project, unless all are asked for (`--all-tenants`), as
 * novaclient finds them. What reads finds those of other projects, too.
 */
export const ownServers: Resource = { ...servers, isOwnOnly: true };

/** A server as the API gave it; any field may be missing or of another type. */
export type Server = Json;

export interface ServersRequest {
  /** Filters, sort keys and marker, by the API's names. */
  readonly query: Query;
  /** Ids and names only. */
  readonly brief?: boolean;
  /** Stop after this many servers. */
  readonly limit?: number | undefined;
}

/**
 * Servers page by page, to the end or to `limit`. Compute API reference: "List Servers" (`GET /servers`) and "List
 * Servers Detailed" (`GET /servers/detail`).
 */
export function listServers(session: Session, request: ServersRequest): AsyncGenerator<readonly Server[]> {
  const path = request.brief === true ? '/servers' : '/servers/detail';
  return request.limit === undefined
    ? listed(session, { service: 'compute', path, query: request.query }, 'servers')
    : upTo(request.limit, session, path, request.query);
}

/** The server caps `limit` at its own ceiling, so one page may not be all that was asked for. */
async function* upTo(limit: number, session: Session, path: string, query: Query): AsyncGenerator<readonly Server[]> {
  let left = limit;
  let marker = query.marker;
  for (;;) {
    const answer = asRecord(await session.json({ service: 'compute', path, query: { ...query, marker, limit: left } }));
    const page = listIn(answer, 'servers');
    yield page.slice(0, Math.max(left, 0));
    left -= page.length;
    const last = asText(page.at(-1)?.id);
    const more = asRecords(answer.servers_links).some(({ rel }) => rel === 'next');
    if (left <= 0 || !more || last === '' || last === marker) return;
    marker = last;
  }
}

/** Compute API reference: "Show Server Details" (`GET /servers/{server_id}`). */
export const getServer = (session: Session, id: string): Promise<Server> => getOne(session, servers, id);

/**
 * A server by name or id. An admin's search for a name goes on in the other projects when the admin's own has none.
 * @throws Failure when there is no such server, or more than one.
 */
export function findServer(session: Session, given: string): Promise<Server> {
  return findWhole(session, servers, given);
}

/**
 * The server of an id of the EC2 API, `i-0000002a`, in any project: the number is that of the server's name on its host.
 * Other words are names or ids. @throws Failure when there is none
 */
export async function findByEc2Id(session: Session, given: string): Promise<string> {
  const [, digits = ''] = /^i-([0-9a-f]{1,16})$/.exec(given) ?? [];
  if (digits === '') return serverId(session, given);
  const looking = resolving(session);
  for await (const page of listServers(looking, { query: { all_tenants: 1 } })) {
    const found = page.find(({ 'OS-EXT-SRV-ATTR:instance_name': name }) => asText(name).endsWith(`-${digits}`));
    if (found !== undefined) return asText(found.id);
  }
  throw new Failure(`Instance ${given} could not be found.`);
}

/** The id of a server by name or id; what looks like an id may be that of one that is gone, and costs no request. */
export const serverId = async (session: Session, given: string): Promise<string> =>
  isUuidLike(given) ? given : (await find(finderOf(resolving(session), servers), given)).id;

/**
 * What the hypervisor says about a server. Compute API reference: "Show Server Diagnostics"
 * (`GET /servers/{server_id}/diagnostics`): before microversion 2.48 flat and as the driver likes, since then the same
 * for all (nova/api/openstack/compute/views/server_diagnostics.py).
 * @throws Failure when there is no such server, or more than one, or it does not run.
 */
export async function findDiagnostics(session: Session, given: string): Promise<Json> {
  const diagnostics = asRecord(await serverRequest(session, given, { path: '/diagnostics' }));
  if (Object.keys(diagnostics).length === 0) throw missing('diagnostics');
  return diagnostics;
}

/** A request about a server: the path is what follows the server's own. */
export interface ServerRequest extends Omit<Call, 'service'> {
  /** May it be a deleted server's id, which only the lists of what happened to it still know? */
  readonly orDeleted?: boolean;
}

/**
 * Asks something about the server of a name or id; an id is asked for at once, without a look at the server.
 * @throws Failure when there is no such server, or more than one.
 */
export async function serverRequest(session: Session, given: string, about: ServerRequest): Promise<unknown> {
  const { path, orDeleted = false, ...call } = about;
  const kind = finderOf(resolving(session), servers);
  const look = orDeleted ? findIfAny : find;
  const ask = (id: string) =>
    session.json({ ...call, service: 'compute', path: `/servers/${encodeURIComponent(id)}${path}` });
  if (!isUuidLike(given)) return ask((await look(kind, given))?.id ?? given);
  try {
    return await ask(given);
  } catch (error) {
    if (!(error instanceof HttpFailure) || ![403, 404].includes(error.status)) throw error;
    const found = await look(kind, given);
    // The server is there, so it was what has been asked about it that is not.
    if (found === undefined || found.item !== undefined) throw error;
    return ask(found.id);
  }
}

/** Networks and their addresses, by label in Python's order as novaclient sorts them (v2/servers.py, Server.networks). */
export function networks(server: Server): readonly (readonly [label: string, addresses: readonly string[]])[] {
  return Object.entries(asRecord(server.addresses))
    .map(([label, addresses]) => [label, asRecords(addresses).flatMap(({ addr }) => asText(addr) || [])] as const)
    .sort(([a], [b]) => compareCodePoints(a, b));
}

/** Ids are what was missing; status and project help to choose, and are left out when they cannot be had. */
async function describe(session: Session, candidates: readonly Server[]): Promise<readonly string[]> {
  const details = await Promise.all(
    candidates.slice(0, DESCRIBED).map(({ id }) => getServer(session, asText(id)).catch(() => ({ id }) as Server)),
  );
  const lines = [...details, ...candidates.slice(DESCRIBED)].map((server) => {
    const [id, status, project] = [asText(server.id), asText(server.status), asText(server.tenant_id)];
    return [id, status, project && `of project ${project}`].filter((word) => word !== '').join(' ');
  });
  return lines;
}

const DESCRIBED = 10;
