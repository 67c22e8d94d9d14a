import { firstIn } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed } from '../answer.js';

/** Compute API reference: "List Migrations" (`GET /os-migrations`); pages since microversion 2.59. */
export function listMigrations(session: Session, query: Query): AsyncGenerator<readonly Json[]> {
  return listed(session, { service: 'compute', path: '/os-migrations', query }, 'migrations');
}

/** One migration of a server, be it over or not; undefined: there is none of that number. */
export const migrationOf = (session: Session, server: string, id: string): Promise<Json | undefined> =>
  firstIn(listMigrations(session, { instance_uuid: server }), (one) => asText(one.id) === id);
