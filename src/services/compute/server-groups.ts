import type { Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';
import { findItem, isUuidLike, resolving } from '../find.js';

/** Compute API reference: "List Server Groups" (`GET /os-server-groups`). */
export function listServerGroups(session: Session, query: Query): AsyncGenerator<readonly Json[]> {
  return listed(session, { service: 'compute', path: '/os-server-groups', query }, 'server_groups');
}

/**
 * A server group by id, or by name among the project's own.
 * @throws Failure when there is none, or more than one of the name; for an id with the server's sentence
 */
export function findServerGroup(session: Session, given: string): Promise<Json> {
  if (isUuidLike(given)) return getServerGroup(session, given);
  const looking = resolving(session);
  const byName = async (): Promise<readonly Json[]> => {
    const found: Json[] = [];
    for await (const page of listServerGroups(looking, {})) found.push(...page);
    return found;
  };
  return findItem({ noun: 'server group', exactNames: true, get: (id) => getServerGroup(looking, id), byName }, given);
}

/** Compute API reference: "Show Server Group Details" (`GET /os-server-groups/{server_group_id}`). */
export function getServerGroup(session: Session, id: string): Promise<Json> {
  const path = `/os-server-groups/${encodeURIComponent(id)}`;
  return objectOf(session, { service: 'compute', path }, 'server_group');
}
