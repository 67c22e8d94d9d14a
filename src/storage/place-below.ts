/** Files whose names somebody else has chosen: they are written below a directory, and nowhere else. */
import { lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { Failure } from '../core/errors.js';
import { systemReason } from '../http/connection-errors.js';

/**
 * The path of a file below a directory, with the directories on the way made. No `..` leads out of it, and no link that
 * is there already.
 *
 * @param name with slashes between directories
 * @throws Failure for a name that leads elsewhere, or that cannot be
 */
export async function placeBelow(directory: string, name: string, kind: 'file' | 'directory'): Promise<string> {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) throw new Failure(`the name leads out of ${directory}`);
  if (name.includes('\0')) throw new Failure('no file can have this name');
  try {
    mkdirSync(directory, { recursive: true });
    const base = realpathSync(directory);
    const parents = kind === 'directory' ? parts : parts.slice(0, -1);
    let at = directory;
    for (const part of parents) {
      at = join(at, part);
      if (lstatSync(at, { throwIfNoEntry: false }) === undefined) mkdirSync(at);
      if (!isBelow(base, realpathSync(at))) throw new Failure(`${at} is a link that leads out of ${directory}`);
      if (!statSync(at).isDirectory()) throw new Failure(`${at}: Not a directory`);
    }
    if (kind === 'directory') return at;
    const path = join(at, parts.at(-1) ?? '');
    // Also one that leads to nothing: writing would make that.
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() && !leadsBelow(base, path)) {
      throw new Failure(`${path} is a link that leads out of ${directory}`);
    }
    return path;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`Unable to write ${join(directory, name)}: ${systemReason(error, '')}`, { cause: error });
  }
}

function isBelow(base: string, path: string): boolean {
  const way = relative(base, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

function leadsBelow(base: string, link: string): boolean {
  try {
    return isBelow(base, realpathSync(link));
  } catch {
    return false;
  }
}
