import { lstatSync, readlinkSync, realpathSync, symlinkSync, unlinkSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { LinkState, Links } from '../command/context.js';
import { Failure } from '../core/errors.js';
import { codeOf, systemReason } from '../http/connection-errors.js';

/**
 * The links by which a program is called under other names.
 * @param program the path by which it was called, itself perhaps a link
 * @param path the variable PATH
 */
export function linksTo(program: string, path: string | undefined): Links {
  const target = realpathSync(program);
  const look = (directory: string, name: string): LinkState => {
    const file = join(directory, name);
    try {
      const status = lstatSync(file);
      if (!status.isSymbolicLink())
        return { file, state: 'other', what: status.isDirectory() ? 'a directory' : 'a file' };
      if (leadsTo(file) === target) return { file, state: 'ours' };
      return { file, state: 'other', what: `a link to ${readlinkSync(file)}` };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return { file, state: 'none' };
      throw new Failure(`Unable to look at ${file}: ${systemReason(error, '')}`, { cause: error });
    }
  };
  return {
    target,
    directories: [...new Set((path ?? '').split(delimiter).map((directory) => resolve(directory)))],
    directory: (given) => {
      const directory = resolve(given);
      if (!isDirectory(directory)) throw new Failure(`There is no directory ${directory}.`);
      return directory;
    },
    look,
    make: (directory, name) => {
      const file = join(directory, name);
      try {
        symlinkSync(target, file);
      } catch (error) {
        throw new Failure(`Unable to make ${file}: ${systemReason(error, '')}`, { cause: error });
      }
    },
    remove: (directory, name) => {
      const place = look(directory, name);
      if (place.state !== 'ours') return false;
      try {
        unlinkSync(place.file);
        return true;
      } catch (error) {
        throw new Failure(`Unable to remove ${place.file}: ${systemReason(error, '')}`, { cause: error });
      }
    },
  };
}

/** Where a link ends; undefined where it leads nowhere. */
function leadsTo(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    return undefined;
  }
}

function isDirectory(path: string): boolean {
  try {
    return lstatSync(realpathSync(path)).isDirectory();
  } catch {
    return false;
  }
}
