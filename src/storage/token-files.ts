import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';
import type { LoginLock } from '../session/token-cache.js';
import { createAtomically, DRAFT, removeFile, replaceAtomically } from './atomic-file.js';
import { makeDirectory, type OwnDirectory } from './directories.js';
import { hmacSha256 } from './hmac.js';
import type { ProcessInfo } from './holder.js';
import { randomBytes } from './random.js';

/** The files of kept logins, as `session/token-cache.ts` wants them: nothing throws, what is doubtful is not there. */
export interface TokenFiles {
  find(material: string): unknown;
  save(material: string, value: () => Readonly<Record<string, unknown>>): Promise<void>;
  drop(material: string): void;
  lock(material: string, unless?: string): Promise<LoginLock>;
  all(): readonly unknown[];
  takeAll(matches?: (value: unknown) => boolean): readonly unknown[];
}

/** Far above any catalogue; a file this big is not ours. */
const LARGEST = 4 * 1024 * 1024;
const SECRET = 'secret';
const SECRET_BYTES = 32;
const HOUR = 3600 * 1000;
/** Milliseconds after which a login that nobody has written again is swept away: no token lives that long. */
const STALE = 7 * 24 * HOUR;

/**
 * One owner-only file per login in an owner-only directory. A file's name is a keyed hash of everything that decides the
 * login; the key is a random secret in the same directory, so a name tells nothing about a password to whoever sees it,
 * in a backup or a listing. A file that is someone else's, readable by others, a link, or damaged counts as absent.
 *
 * They are written by `atomic-file.ts` and not by conf, which writes the user configuration: to load conf and its
 * validator for a login takes 140 million instructions, this 3.4, and an empty Node 78.
 *
 * @param uid of this process; undefined where the system knows no such thing
 * @param info left out, no login is waited for
 */
export function tokenFiles(place: OwnDirectory, uid: number | undefined, info?: ProcessInfo): TokenFiles {
  const directory = place.path;
  // A new login asks for the same two names again and again.
  const names = new Map<string, string>();
  const nameOf = (secret: Buffer, material: string): string => {
    const key = secret.toString('latin1') + material;
    const name = names.get(key) ?? hmacSha256(secret, material);
    names.set(key, name);
    return name;
  };

  /** Once is enough for a run; who could not be helped is not tried again. */
  let prepared: Promise<Buffer | undefined> | undefined;
  const secretToKeep = (): Promise<Buffer | undefined> => {
    prepared ??= prepare(place, uid).catch(() => undefined);
    return prepared;
  };

  const find = (material: string): unknown => {
    const secret = readSecret(directory, uid);
    if (secret === undefined) return undefined;
    return parse(readOwn(join(directory, `${nameOf(secret, material)}.json`), uid));
  };

  const drop = (material: string): void => {
    const secret = readSecret(directory, uid);
    if (secret !== undefined) removeFile(join(directory, `${nameOf(secret, material)}.json`));
  };

  const save = async (material: string, value: () => Readonly<Record<string, unknown>>): Promise<void> => {
    const secret = await secretToKeep();
    if (secret === undefined) {
      value(); // Nobody will keep it, but it is not to be offered again.
      return;
    }
    const text = JSON.stringify(value());
    // A full disk, a directory in the file's place: the next run logs in again, and that is all.
    attempt(() => replaceAtomically(join(directory, `${nameOf(secret, material)}.json`), text));
  };

  const lock = async (material: string, unless?: string): Promise<LoginLock> => {
    const secret = await secretToKeep();
    if (secret === undefined || info === undefined) return NO_LOCK;
    try {
      const { takeLock } = await import('./lock.js');
      const taken = await takeLock(join(directory, `${nameOf(secret, material)}.lock`), info, unless);
      return 'release' in taken ? taken : { holder: taken.holder.id, state: taken.state };
    } catch {
      return NO_LOCK;
    }
  };

  const all = (): readonly unknown[] => filesOf(directory, LOGIN).flatMap((path) => parse(readOwn(path, uid)) ?? []);

  const takeAll = (matches?: (value: unknown) => boolean): readonly unknown[] => {
    // A token may be in what a killed process has left.
    for (const path of filesOf(directory, DRAFT)) removeFile(path);
    return filesOf(directory, LOGIN).flatMap((path) => {
      const value = parse(readOwn(path, uid));
      if (matches !== undefined && !matches(value)) return [];
      removeFile(path);
      return value === undefined ? [] : [value];
    });
  };

  return { find, save, drop, lock, all, takeAll };
}

/** A lock only spares logins: without one, each process makes its own. */
const NO_LOCK: LoginLock = { release: () => undefined };

/** Makes the directory and the secret if need be, and sweeps; undefined or a rejection: nothing can be kept here. */
export async function prepare(place: OwnDirectory, uid: number | undefined): Promise<Buffer | undefined> {
  const directory = place.path;
  if (!makeDirectory(place, uid)) return undefined;
  if ((lstatSync(directory).mode & 0o077) !== 0) chmodSync(directory, 0o700);
  sweep(directory, LOGIN, STALE);
  // What a killed process has left.
  for (const name of [DRAFT, LOCK]) sweep(directory, name, HOUR);
  return readSecret(directory, uid) ?? makeSecret(directory, uid);
}

/** The secret that names the files; undefined where nothing has been kept yet. */
export function readSecret(directory: string, uid: number | undefined): Buffer | undefined {
  const secret = readOwn(join(directory, SECRET), uid);
  return secret?.length === SECRET_BYTES ? secret : undefined;
}

/** Two processes that start together end up with the same one. */
async function makeSecret(directory: string, uid: number | undefined): Promise<Buffer | undefined> {
  const path = join(directory, SECRET);
  const secret = await randomBytes(SECRET_BYTES);
  // There is one: made just now by another process, or one that cannot be used.
  if (!createAtomically(path, secret) && readSecret(directory, uid) === undefined) replaceAtomically(path, secret);
  return readSecret(directory, uid);
}

const LOGIN = /^[0-9a-f]{64}\.json$/;
/** The lock of a login, and what is there for a moment while a dead process's lock is taken away. */
const LOCK = /^([0-9a-f]{64}\.lock|lock-[0-9a-f]{32}(?=\.))(\.[0-9a-z]+)*$/;

/** Removes the files of such names that nobody has written for so many milliseconds. */
function sweep(directory: string, name: RegExp, age: number): void {
  for (const path of filesOf(directory, name)) {
    const file = attempt(() => lstatSync(path));
    if (file !== undefined && Date.now() - file.mtimeMs > age) removeFile(path);
  }
}

function filesOf(directory: string, name: RegExp): readonly string[] {
  const names = attempt(() => readdirSync(directory)) ?? [];
  return names.filter((one) => name.test(one)).map((one) => join(directory, one));
}

/** The bytes of a file that is ours alone. */
export function readOwn(path: string, uid: number | undefined): Buffer | undefined {
  return attempt(() => {
    // Not through a link, and without waiting for a writer where it is a pipe.
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return isOwn(fstatSync(file), uid) ? readFileSync(file) : undefined;
    } finally {
      closeSync(file);
    }
  });
}

function isOwn(stat: Stats, uid: number | undefined): boolean {
  return (
    stat.isFile() && stat.size <= LARGEST && (uid === undefined || (stat.uid === uid && (stat.mode & 0o077) === 0))
  );
}

function parse(bytes: Buffer | undefined): unknown {
  return bytes === undefined ? undefined : attempt(() => JSON.parse(bytes.toString()) as unknown);
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
