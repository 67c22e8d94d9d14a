import type { Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed } from '../answer.js';

/** Compute API reference: "List Migrations" (`GET /os-migrations`); pages since microversion 2.59. */
export function listMigrations(session: Session, query: Query): AsyncGenerator<readonly Json[]> {
  return listed(session, { service: 'compute', path: '/os-migrations', query }, 'migrations');
}
