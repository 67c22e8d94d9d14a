/** One run at a time: a file that says who runs, in a directory of our own. */
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../core/errors.js';
import { codeOf, systemReason } from '../http/connection-errors.js';
import { isRecord } from '../lib/read.js';
import { cacheDirectory } from './token-files.js';

/** What the lock needs to know of this process and its system. */
export interface LockDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly pid: number;
  /** Undefined where the system knows no such thing. */
  readonly uid: number | undefined;
  readonly isAlive: (pid: number) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** When the process began, in the system's own count; empty where that is not known. */
  readonly start: string;
}

/** Ours, to be given back; or somebody else's. */
export type Lock = { readonly release: () => void } | { readonly holder: Holder; readonly path: string };

/** Milliseconds after which nobody is taking a dead run's lock away any more. */
const TAKEOVER = 10_000;

/**
 * Takes the lock of this name. One whose run has died counts as free: its process is gone, or another has its number.
 * A run on another machine that shares the directory is believed.
 *
 * @throws Failure when there is no directory in which a lock could lie
 */
export async function takeLock(name: string, around: LockDeps): Promise<Lock> {
  const directory = lockDirectory(around);
  const path = join(directory, `lock-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`);
  const own: Holder = { pid: around.pid, host: hostname(), since: around.now(), start: startOf(around.pid) };
  for (let tries = 0; tries < 100; tries += 1) {
    if (appear(path, own)) return { release: () => release(path, own) };
    const holder = read(path);
    if (holder !== undefined && !isStale(holder, around)) return { holder, path };
    // Two that find the same dead lock must not both take it, nor one the other's fresh one.
    const taking = `${path}.taking`;
    if (appear(taking, own)) {
      const still = read(path);
      if (still === undefined || isStale(still, around)) remove(path);
      remove(taking);
    } else {
      if (around.now() - writtenAt(taking, around.now()) > TAKEOVER) remove(taking);
      await sleep(20);
    }
  }
  throw new Failure(`The lock ${path} cannot be taken`, { hint: 'Remove it if no other run is under way.' });
}

/**
 * The cache directory, which a person and their cron jobs share; where there is none, as without HOME, the session's own
 * directory, or one in the directory for temporary files.
 */
function lockDirectory({ env, uid }: LockDeps): string {
  const { XDG_RUNTIME_DIR: runtime = '' } = env;
  const directories = [
    cacheDirectory(env),
    isAbsolute(runtime) ? join(runtime, 'stackline') : undefined,
    join(tmpdir(), `stackline-${uid ?? 'locks'}`),
  ];
  for (const directory of directories) if (directory !== undefined && isUsable(directory, uid)) return directory;
  throw new Failure('No writable directory for lock files', {
    hint: 'HOME, XDG_CACHE_HOME or XDG_RUNTIME_DIR has to name one that can be written.',
  });
}

function isUsable(directory: string, uid: number | undefined): boolean {
  try {
    // One directory above at most: a home that is not there is not made.
    for (const path of [join(directory, '..'), directory]) if (!existsSync(path)) make(path);
    const stat = lstatSync(directory);
    if (!stat.isDirectory() || (uid !== undefined && (stat.uid !== uid || (stat.mode & 0o022) !== 0))) return false;
    accessSync(directory, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function make(directory: string): void {
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Makes the file whole and at once; false when there is one. */
function appear(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.pid}-${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    try {
      linkSync(draft, path);
    } finally {
      remove(draft);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new Failure(`The lock ${path} cannot be made: ${systemReason(error, '')}`, { cause: error });
  }
}

/** Whose lock it is; undefined for one that was given back meanwhile, or that nobody can read. */
function read(path: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isRecord(value)) return undefined;
    const { pid, host, since, start } = value;
    if (typeof pid !== 'number' || typeof since !== 'number' || !Number.isInteger(pid) || pid < 1) return undefined;
    return typeof host === 'string' && typeof start === 'string' ? { pid, host, since, start } : undefined;
  } catch {
    return undefined;
  }
}

function isStale(holder: Holder, { isAlive }: LockDeps): boolean {
  if (holder.host !== hostname()) return false;
  if (!isAlive(holder.pid)) return true;
  const start = startOf(holder.pid);
  return start !== '' && holder.start !== '' && start !== holder.start;
}

/** The boot and the tick in which a process began (proc(5): /proc/PID/stat, field 22); empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name, which may hold blanks and brackets.
    const tick = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${tick}`;
  } catch {
    return '';
  }
}

function release(path: string, own: Holder): void {
  const holder = read(path);
  if (holder?.pid === own.pid && holder.host === own.host && holder.since === own.since) remove(path);
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Somebody else has done it.
  }
}

/** Milliseconds since 1970; now for what is not there any more. */
function writtenAt(path: string, now: number): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
}
