import { Failure } from '../../core/errors.js';
import { atLeast } from '../../lib/microversion.js';
import { isRecord, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';
import { isMissing } from '../find.js';

/** Compute API reference: "List Keypairs" (`GET /os-keypairs`): each stands alone under the key `keypair`. */
export async function* listKeypairs(session: Session, query: Query): AsyncGenerator<readonly Json[]> {
  for await (const page of listed(session, { service: 'compute', path: '/os-keypairs', query }, 'keypairs')) {
    yield page.map((item) => (isRecord(item.keypair) ? item.keypair : item));
  }
}

/**
 * A key pair by name. Compute API reference: "Show Keypair Details" (`GET /os-keypairs/{name}`).
 * @param user id of the owner, if that is not who asks; since microversion 2.10
 * @throws Failure when there is none: with the server's sentence, up to microversion 2.9 with the classic one
 */
export async function findKeypair(session: Session, name: string, user?: string): Promise<Json> {
  const call = { service: 'compute', path: `/os-keypairs/${encodeURIComponent(name)}`, query: { user_id: user } };
  try {
    return await objectOf(session, call, 'keypair');
  } catch (error) {
    if (!isMissing(error) || atLeast(await session.microversion(), '2.10')) throw error;
    throw new Failure(`No keypair with a name or ID of '${name}' exists.`, { cause: error });
  }
}
