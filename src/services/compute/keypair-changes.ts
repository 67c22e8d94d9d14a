import { Failure } from '../../core/errors.js';
import { atLeast } from '../../lib/microversion.js';
import { asText } from '../../lib/read.js';
import { readText } from '../../lib/text-file.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';
import { findKeypair } from './keypairs.js';

/** What a file holds, or standard input for `-`. @throws Failure in novaclient's sentence (v2/shell.py, do_keypair_add) */
export const publicKeyOf = (path: string): Promise<string> =>
  readText(path, (reason) => new Failure(`Can't open or read '${path}': ${reason}`));

interface NewKeypair {
  readonly name: string;
  readonly keyType: string;
  /** Left out: the server makes a pair, up to microversion 2.91. */
  readonly publicKey: string | undefined;
  /** Whose it is to be, if not that of who asks. */
  readonly userId: string | undefined;
}

/** The private key, where the server has made it. Compute API reference: "Import (or create) Keypair" (`POST /os-keypairs`). */
export async function createKeypair(
  session: Session,
  { name, keyType, publicKey, userId }: NewKeypair,
): Promise<string> {
  const version = await session.microversion();
  const keypair = {
    name,
    ...(atLeast(version, '2.2') && { type: keyType }),
    ...(publicKey ? { public_key: publicKey } : atLeast(version, '2.92') && { public_key: null }),
    ...(userId && { user_id: userId }),
  };
  const call = { service: 'compute', path: '/os-keypairs', method: 'POST', body: { keypair } } as const;
  return asText((await objectOf(session, { ...call, bringsSecrets: true }, 'keypair')).private_key);
}

/**
 * Compute API reference: "Delete Keypair" (`DELETE /os-keypairs/{keypair_name}`); up to microversion 2.9 novaclient looks
 * for it first, and says itself that there is none.
 */
export async function removeKeypair(session: Session, name: string, userId?: string): Promise<{ readonly id: string }> {
  if (!atLeast(await session.microversion(), '2.10')) await findKeypair(session, name);
  const path = `/os-keypairs/${encodeURIComponent(name)}`;
  const call = { service: 'compute', path, method: 'DELETE', query: { user_id: userId }, mayBeEmpty: true } as const;
  await session.json(call);
  return { id: name };
}
