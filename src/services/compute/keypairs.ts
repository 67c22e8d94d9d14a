import { isRecord, type Json, record } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed } from '../listed.js';

/** Compute API reference: "List Keypairs" (`GET /os-keypairs`): each stands alone under the key `keypair`. */
export async function* listKeypairs(session: Session, query: Query): AsyncGenerator<readonly Json[]> {
  for await (const page of listed(session, { service: 'compute', path: '/os-keypairs', query }, 'keypairs')) {
    yield page.map((item) => (isRecord(item.keypair) ? item.keypair : item));
  }
}

/**
 * Compute API reference: "Show Keypair Details" (`GET /os-keypairs/{name}`).
 * @param user id of the owner, if that is not who asks; since microversion 2.10
 */
export async function getKeypair(session: Session, name: string, user?: string): Promise<Json> {
  const call = { service: 'compute', path: `/os-keypairs/${encodeURIComponent(name)}`, query: { user_id: user } };
  return record(record(await session.json(call)).keypair);
}
