import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';

/** Compute API reference: "List Extensions" (`GET /extensions`); still served, though frozen. */
export function listExtensions(session: Session): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/extensions', microversion: '2.1' };
  return listed(session, call, 'extensions');
}
