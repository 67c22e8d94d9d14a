/** One run at a time: the locks of `--lock NAME`. */
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { Failure } from '../core/errors.js';
import { cacheDirectory, isOurDirectory, makeDirectory, type OwnDirectory } from './directories.js';
import type { Holder, ProcessInfo } from './holder.js';
import { heldLock, type Lock, takeLock } from './lock.js';

export interface NamedLockDeps extends ProcessInfo {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Undefined where the system knows no such thing. */
  readonly uid: number | undefined;
}

/** Ours, to be given back; or that of another run, which is not known to have died. */
export type NamedLock =
  | { readonly release: () => void }
  | { readonly holder: Pick<Holder, 'pid' | 'host' | 'since'>; readonly path: string };

/**
 * Takes the lock of this name, in the first of our directories in which a file can be written now.
 * @throws Failure when there is none
 */
export async function takeNamedLock(name: string, deps: NamedLockDeps): Promise<NamedLock> {
  const file = `lock-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  const directories = lockDirectories(deps);
  for (const directory of directories) {
    const lock = await takeIn(directory, file, deps);
    if (lock === undefined) continue;
    if ('holder' in lock) return lock;
    // Another run may have found the disk full, or not full, when it took the lock.
    const others = directories.filter((other) => other !== directory && isSafe(other.path, deps.uid));
    const held = others.map(({ path }) => heldLock(join(path, file), deps)).find((other) => other !== undefined);
    if (held === undefined) return lock;
    lock.release();
    return held;
  }
  throw new Failure('No writable directory for lock files', {
    hint: 'HOME, XDG_CACHE_HOME or XDG_RUNTIME_DIR has to name one that can be written.',
  });
}

/**
 * The cache directory, which a person and their cron jobs share; where there is none, as without HOME or on a full disk,
 * the session's own directory, or one in the directory for temporary files.
 */
function lockDirectories({ env, uid }: NamedLockDeps): readonly OwnDirectory[] {
  const { XDG_RUNTIME_DIR: runtime = '' } = env;
  const cache = cacheDirectory(env);
  const temporary = tmpdir();
  return [
    ...(cache === undefined ? [] : [cache]),
    ...(isAbsolute(runtime) ? [{ path: join(runtime, 'stackline'), within: runtime }] : []),
    { path: join(temporary, `stackline-${uid ?? 'locks'}`), within: temporary },
  ];
}

/** Undefined: no file of ours can be made there. */
async function takeIn(directory: OwnDirectory, file: string, deps: NamedLockDeps): Promise<Lock | undefined> {
  try {
    if (!makeDirectory(directory, deps.uid) || !isSafe(directory.path, deps.uid)) return undefined;
    return await takeLock(join(directory.path, file), deps);
  } catch (error) {
    if (error instanceof Failure) throw error;
    return undefined;
  }
}

/** Is it a directory of ours in which nobody else can write? */
function isSafe(path: string, uid: number | undefined): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return isOurDirectory(stat, uid) && (uid === undefined || ((stat?.mode ?? 0) & 0o022) === 0);
}
