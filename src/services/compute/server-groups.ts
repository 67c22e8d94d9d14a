import type { Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';
import { findIfAny, isUuidLike, resolving } from '../find.js';

/** Compute API reference: "List Server Groups" (`GET /os-server-groups`). */
export function listServerGroups(session: Session, query: Query): AsyncGenerator<readonly Json[]> {
  return listed(session, { service: 'compute', path: '/os-server-groups', query }, 'server_groups');
}

/**
 * A server group by id, or by name among the project's own.
 * @throws Failure when there are several of the name; with the server's sentence when there is none
 */
export async function findServerGroup(session: Session, given: string): Promise<Json> {
  if (isUuidLike(given)) return getServerGroup(session, given);
  const looking = resolving(session);
  const byName = async (): Promise<readonly Json[]> => {
    const found: Json[] = [];
    for await (const page of listServerGroups(looking, {})) found.push(...page);
    return found;
  };
  const get = (id: string): Promise<Json> => getServerGroup(looking, id);
  const found = await findIfAny({ noun: 'server group', exactNames: true, get, byName }, given);
  // A word that nothing has is passed on, as novaclient does: the server says that there is none.
  return found?.item ?? getServerGroup(session, found?.id ?? given);
}

/** Compute API reference: "Show Server Group Details" (`GET /os-server-groups/{server_group_id}`). */
export function getServerGroup(session: Session, id: string): Promise<Json> {
  const path = `/os-server-groups/${encodeURIComponent(id)}`;
  return objectOf(session, { service: 'compute', path }, 'server_group');
}
