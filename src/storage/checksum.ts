import { createHash, getHashes } from 'node:crypto';
import type { Checksum } from '../core/download.js';
import { Failure } from '../core/errors.js';

/** From so many bytes on it is worth a thread, which takes some milliseconds to start, to sum them up. */
const WORTH_A_THREAD = 32 * 1024 * 1024;

/** A sum under way. */
export interface RunningChecksum {
  /** Resolves when more may come; the bytes must stay as they are until then. */
  add(bytes: Uint8Array): Promise<void> | undefined;
  /** Ends the sum. Rejects with a Failure when it is not what it must be. */
  check(): Promise<void>;
  /** Gives up what is held for a sum that nobody asks for any more; nothing once it has ended. */
  stop(): void;
}

/**
 * Begins to sum up bytes; nothing where nobody says what they must come to.
 *
 * @param size how many bytes will come, where that is known: many are summed up on a thread of their own
 * @throws Failure for an algorithm that is not known here
 */
export async function startChecksum(expected: Checksum | undefined, size = 0): Promise<RunningChecksum> {
  if (expected === undefined) return { add: () => undefined, check: async () => undefined, stop: () => undefined };
  const { algorithm, digest, wrong, otherwise } = expected;
  if (!getHashes().includes(algorithm)) {
    if (otherwise !== undefined) return startChecksum(otherwise, size);
    throw new Failure(`Cannot check what comes: this machine has no ${algorithm}.`);
  }
  const compare = (found: string): void => {
    if (found !== digest.toLowerCase()) throw wrong(found);
  };
  if (size >= WORTH_A_THREAD) {
    const { HashThread } = await import('./checksum-thread.js');
    const thread = new HashThread(algorithm);
    return {
      add: (bytes) => thread.add(bytes),
      check: async () => compare(await thread.digest()),
      stop: () => thread.stop(),
    };
  }
  const hash = createHash(algorithm);
  return {
    add: (bytes) => void hash.update(bytes),
    check: async () => compare(hash.digest('hex')),
    stop: () => undefined,
  };
}

/**
 * The same bytes, which end with a Failure where they do not come to what they must.
 *
 * @param size how many they are, where that is known
 */
export async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  expected: Checksum | undefined,
  size?: number,
): AsyncGenerator<Uint8Array> {
  const sum = await startChecksum(expected, size);
  try {
    for await (const chunk of bytes) {
      yield chunk;
      await sum.add(chunk);
    }
    await sum.check();
  } finally {
    sum.stop();
  }
}
