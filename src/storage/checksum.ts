import { createHash, getHashes } from 'node:crypto';
import type { Checksum } from '../core/download.js';
import { Failure } from '../core/errors.js';

/** A sum under way. */
export interface RunningChecksum {
  add(bytes: Uint8Array): void;
  /** @throws Failure when it is not what it must be */
  check(): void;
}

/**
 * Begins to sum up bytes; nothing where nobody says what they must come to.
 * @throws Failure for an algorithm that is not known here
 */
export function startChecksum(expected: Checksum | undefined): RunningChecksum {
  if (expected === undefined) return { add: () => undefined, check: () => undefined };
  const { algorithm, digest, wrong, otherwise } = expected;
  if (!getHashes().includes(algorithm)) {
    if (otherwise !== undefined) return startChecksum(otherwise);
    throw new Failure(`Cannot check what comes: this machine has no ${algorithm}.`);
  }
  const hash = createHash(algorithm);
  return {
    add: (bytes) => void hash.update(bytes),
    check: () => {
      const found = hash.digest('hex');
      if (found !== digest.toLowerCase()) throw wrong(found);
    },
  };
}

/** The same bytes, which end with a Failure where they do not come to what they must. */
export async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  expected: Checksum | undefined,
): AsyncGenerator<Uint8Array> {
  const sum = startChecksum(expected);
  for await (const chunk of bytes) {
    yield chunk;
    sum.add(chunk);
  }
  sum.check();
}
