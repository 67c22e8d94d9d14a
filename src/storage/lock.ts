/** A file that is there for as long as one process does what no other may do at the same time, and says which. */
import { Failure } from '../core/errors.js';
import { readRegularFile } from '../lib/regular-file.js';
import { createAtomically, removeFile } from './atomic-file.js';
import { type Holder, type ProcessInfo, parseHolder, type State, stateOf, thisHolder } from './holder.js';

/** Ours, to be given back; or somebody else's, who is not known to have died. */
export type Lock =
  | { readonly release: () => void }
  | { readonly holder: Holder; readonly state: Exclude<State, 'dead'>; readonly path: string };

/** How often, and how many milliseconds apart, it is tried to get hold of a lock that nobody seems to hold. */
const TRIES = 100;
const PAUSE = 20;
/** A file without a holder in it after so many tries is not about to be written: a machine went down in the middle. */
const DAMAGED_AFTER = 10;

/**
 * Takes the lock at this path. That of a process that has died is free; that of a process on another machine, or in
 * another container, which shares the directory, is believed.
 *
 * @param unless the id of a holder from whom the lock is taken away even if it lives: that one is not told
 * @throws what the file system throws, and Failure when the lock is neither held nor to be had
 */
export async function takeLock(path: string, info: ProcessInfo, unless?: string): Promise<Lock> {
  const own = thisHolder(info);
  let damaged = 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const text = textOf(path);
    if (text === undefined) {
      if (createAtomically(path, JSON.stringify(own))) return ours(path, own, info);
      continue;
    }
    const holder = parseHolder(text);
    if (holder !== undefined) {
      const state = stateOf(holder, own, info);
      if (state !== 'dead' && holder.id !== unless) return { holder, state, path };
      takeAway(path, holder, own, info);
    } else {
      damaged += 1;
      if (damaged >= DAMAGED_AFTER) takeAway(path, undefined, own, info);
    }
    await (info.pause ?? pause)(PAUSE);
  }
  throw new Failure(`The lock ${path} cannot be taken`, { hint: 'Remove it if no other run is under way.' });
}

function ours(path: string, own: Holder, info: ProcessInfo): Lock {
  const release = (): void => {
    if (holderAt(path)?.id === own.id) removeFile(path);
  };
  info.atExit?.(release);
  return { release };
}

/** Who holds the lock at this path and has not died; undefined for nobody. */
export function heldLock(path: string, info: ProcessInfo): Extract<Lock, { holder: Holder }> | undefined {
  const holder = holderAt(path);
  if (holder === undefined) return undefined;
  const state = stateOf(holder, thisHolder(info), info);
  return state === 'dead' ? undefined : { holder, state, path };
}

/**
 * Removes the file of a holder, once. Of all who find the same dead lock only the one may that makes a file named after
 * the dead holder: another could remove the fresh lock of whoever was faster. That file is a lock as well, with a holder
 * that may die.
 */
function takeAway(path: string, holder: Holder | undefined, own: Holder, info: ProcessInfo): void {
  const right = `${path}.${holder?.id ?? 'damaged'}`;
  if (createAtomically(right, JSON.stringify(own))) {
    const text = textOf(path);
    if (text !== undefined && parseHolder(text)?.id === holder?.id) removeFile(path);
    removeFile(right);
    return;
  }
  const other = holderAt(right);
  if (other !== undefined && stateOf(other, own, info) === 'dead') takeAway(right, other, own, info);
}

function holderAt(path: string): Holder | undefined {
  const text = textOf(path);
  return text === undefined ? undefined : parseHolder(text);
}

/** Undefined when the file is gone; what cannot be read is as good as damaged. */
function textOf(path: string): string | undefined {
  try {
    return readRegularFile(path);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : '';
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
