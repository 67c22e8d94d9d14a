import type { Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';

/** Compute API reference: "List Server Groups" (`GET /os-server-groups`). */
export function listServerGroups(session: Session, query: Query): AsyncGenerator<readonly Json[]> {
  return listed(session, { service: 'compute', path: '/os-server-groups', query }, 'server_groups');
}

/** Compute API reference: "Show Server Group Details" (`GET /os-server-groups/{server_group_id}`). */
export function getServerGroup(session: Session, id: string): Promise<Json> {
  const path = `/os-server-groups/${encodeURIComponent(id)}`;
  return objectOf(session, { service: 'compute', path }, 'server_group');
}
