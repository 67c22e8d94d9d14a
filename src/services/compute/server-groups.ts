import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { atLeast } from '../../lib/microversion.js';
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
  const byName = (): Promise<readonly Json[]> => itemsOf(listServerGroups(looking, {}));
  const get = (id: string): Promise<Json> => getServerGroup(looking, id);
  const found = await findIfAny({ noun: 'server group', exactNames: true, get, byName }, given);
  // A word that nothing has is passed on, as novaclient does: the server says that there is none.
  return found?.item ?? getServerGroup(session, found?.id ?? given);
}

/**
 * Compute API reference: "Create Server Group" (`POST /os-server-groups`): one policy and its rules since microversion 2.64,
 * a list of policies before.
 * @throws Failure in novaclient's sentence for a number that is none (v2/server_groups.py, create)
 */
export async function createServerGroup(
  session: Session,
  { name, policy }: { readonly name: string; readonly policy: string },
  rules: Readonly<Record<string, string>>,
): Promise<Json> {
  const isNew = atLeast(await session.microversion(), '2.64');
  const most = rules[MOST_ON_ONE_HOST];
  if (most !== undefined && !/^\s*[+-]?\d+\s*$/.test(most)) {
    throw new Failure(`Invalid '${MOST_ON_ONE_HOST}' value: ${most}`);
  }
  const numbers = most === undefined ? {} : { [MOST_ON_ONE_HOST]: Number(most) };
  const asked = isNew
    ? { name, policy, ...(Object.keys(rules).length > 0 && { rules: { ...rules, ...numbers } }) }
    : { name, policies: [policy] };
  const call = {
    service: 'compute',
    path: '/os-server-groups',
    method: 'POST',
    body: { server_group: asked },
  } as const;
  return objectOf(session, call, 'server_group');
}

const MOST_ON_ONE_HOST = 'max_server_per_host';

/** Compute API reference: "Delete Server Group" (`DELETE /os-server-groups/{server_group_id}`). */
export async function removeServerGroup(session: Session, id: string): Promise<{ readonly id: string }> {
  const path = `/os-server-groups/${encodeURIComponent(id)}`;
  await session.json({ service: 'compute', path, method: 'DELETE', mayBeEmpty: true });
  return { id };
}

/** Compute API reference: "Show Server Group Details" (`GET /os-server-groups/{server_group_id}`). */
export function getServerGroup(session: Session, id: string): Promise<Json> {
  const path = `/os-server-groups/${encodeURIComponent(id)}`;
  return objectOf(session, { service: 'compute', path }, 'server_group');
}
