/** The directories of our own: where they are, and how they come to be. */
import { lstatSync, mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** A directory of our own. */
export interface OwnDirectory {
  readonly path: string;
  /** The directory above it that has to be there already, as a home has; `/` for a path that somebody asked for in full. */
  readonly within: string;
}

/**
 * For what may be lost: `$XDG_CACHE_HOME/stackline`, or `~/.cache/stackline`. A relative path is ignored, as the XDG Base
 * Directory Specification wants it. Undefined where there is no home either.
 */
export function cacheDirectory(env: Readonly<Record<string, string | undefined>>): OwnDirectory | undefined {
  return ownDirectory(env.XDG_CACHE_HOME, env.HOME, '.cache');
}

/** For settings: `$XDG_CONFIG_HOME/stackline`, or `~/.config/stackline`; likewise. */
export function configDirectory(env: Readonly<Record<string, string | undefined>>): OwnDirectory | undefined {
  return ownDirectory(env.XDG_CONFIG_HOME, env.HOME, '.config');
}

function ownDirectory(asked = '', home = '', name: string): OwnDirectory | undefined {
  if (isAbsolute(asked)) return { path: join(asked, 'stackline'), within: '/' };
  return isAbsolute(home) ? { path: join(home, name, 'stackline'), within: home } : undefined;
}

/**
 * Makes the directory if need be, for its owner alone.
 * @param uid of this process; undefined where the system knows no such thing
 * @returns false when it is no directory of ours, or nothing may be made there
 * @throws what the file system throws
 */
export function makeDirectory({ path, within }: OwnDirectory, uid: number | undefined): boolean {
  if (!mayMake(path, within, uid)) return false;
  makePath(path, within);
  return isOurDirectory(lstatSync(path), uid);
}

/** Is it a directory of ours, and no link to one? */
export const isOurDirectory = (stat: Stats | undefined, uid: number | undefined): boolean =>
  stat?.isDirectory() === true && (uid === undefined || stat.uid === uid);

/** Node's own way of making a whole path never ends where every directory is said not to be there (/proc). */
function makePath(path: string, within: string): void {
  if (path === within || statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  makePath(dirname(path), within);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process was faster.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/**
 * Nothing is made below what belongs to another user, or where a link of another user leads: root by `sudo -E` or `su`
 * has the home of somebody who could not remove it again. Whoever owns `/` is the system, and no other user; whose the
 * directories above ours are does not matter, they have always been able to take it away.
 */
function mayMake(path: string, within: string, uid: number | undefined): boolean {
  if (uid === undefined) return true;
  const system = statSync('/').uid;
  const isForeign = (stat: Stats): boolean => stat.uid !== uid && stat.uid !== system;
  let isBelowOurs = false;
  let latest: Stats | undefined;
  for (const part of partsOf(path)) {
    const entry = lstatSync(part, { throwIfNoEntry: false });
    if (entry === undefined) break;
    latest = entry.isSymbolicLink() ? statSync(part) : entry;
    if (isForeign(latest) && (isBelowOurs || part === within)) return false;
    if (entry.isSymbolicLink() && isForeign(entry)) return false;
    isBelowOurs ||= latest.uid === uid;
  }
  return latest !== undefined && !isForeign(latest);
}

/** `/a/b`: `/`, `/a`, `/a/b`. */
const partsOf = (path: string): readonly string[] =>
  dirname(path) === path ? [path] : [...partsOf(dirname(path)), path];
