import { join } from 'node:path';
import { isRecord } from '../lib/read.js';
import { replaceAtomically } from './atomic-file.js';
import type { OwnDirectory } from './directories.js';
import { hmacSha256 } from './hmac.js';
import { prepare, readOwn, readSecret } from './token-files.js';

/** Tickets of TLS sessions between two runs, as `http/connection.ts` wants them. Nothing throws. */
export interface TlsTickets {
  get(key: string): Buffer | undefined;
  set(key: string, ticket: Buffer): void;
}

/** Changes whenever the meaning of what is kept does. */
const LAYOUT = 1;
/** Milliseconds: OpenSSL's servers take a ticket for two hours, and one that is refused costs a second connection. */
const OLDEST = 2 * 3600 * 1000;
/** A server hands out a new ticket each time; one that is younger than this is as good. */
const YOUNG = 60 * 1000;

/**
 * Tickets in files beside the logins, made and read with the same care, under the same secret; `logout` removes them
 * together.
 *
 * @param trust what else decides whom a connection trusts, beyond the key
 */
export function tlsTickets(
  place: OwnDirectory,
  uid: number | undefined,
  now: () => number,
  trust: readonly unknown[],
): TlsTickets {
  const directory = place.path;
  const fresh = new Set<string>();
  const pathOf = (secret: Buffer, key: string): string =>
    join(directory, `${hmacSha256(secret, JSON.stringify(['tls', LAYOUT, key, trust]))}.json`);

  return {
    get(key) {
      const secret = readSecret(directory, uid);
      const bytes = secret === undefined ? undefined : readOwn(pathOf(secret, key), uid);
      const kept = bytes === undefined ? undefined : parse(bytes);
      if (kept === undefined) return undefined;
      const age = now() - kept.time;
      if (age < 0 || age > OLDEST) return undefined;
      if (age < YOUNG) fresh.add(key);
      return Buffer.from(kept.ticket, 'base64');
    },
    set(key, ticket) {
      if (fresh.has(key)) return;
      const text = JSON.stringify({ tls: LAYOUT, time: now(), ticket: ticket.toString('base64') });
      const secret = readSecret(directory, uid);
      if (secret !== undefined) write(pathOf(secret, key), text);
      // The very first run: nobody waits for this, the login is kept at the same time and takes longer.
      else prepare(place, uid).then((made) => made && write(pathOf(made, key), text), nothing);
    },
  };
}

const nothing = (): void => undefined;

function parse(bytes: Buffer): { readonly time: number; readonly ticket: string } | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    if (!isRecord(value) || value.tls !== LAYOUT) return undefined;
    const { time, ticket } = value;
    return typeof time === 'number' && typeof ticket === 'string' ? { time, ticket } : undefined;
  } catch {
    return undefined;
  }
}

function write(path: string, text: string): void {
  try {
    replaceAtomically(path, text);
  } catch {
    // A full disk, a directory in the file's place: the next run makes a whole handshake, and that is all.
  }
}
