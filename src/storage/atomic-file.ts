/**
 * The two ways in which a file of ours comes to be, whole or not at all: where nothing is, and in the place of what is
 * there. Both write a draft beside it first, which is gone again on every way out; what a killed process leaves of one is
 * told by its name (`DRAFT`).
 */
import { closeSync, linkSync, lstatSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '../http/connection-errors.js';

/** For its owner only, unless said otherwise; the umask takes away more. */
const OWNER_ONLY = 0o600;

/** What a file system without hard links, as FAT, says of them. */
const NO_LINKS: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/**
 * Makes a file that is not there yet.
 * @param link gives a file a second name; tests put a file system without hard links here
 * @returns false when there is something of this name already: a file, a directory, a link even if it leads nowhere
 * @throws what the file system throws
 */
export function createAtomically(
  path: string,
  content: string | Uint8Array,
  mode = OWNER_ONLY,
  link: typeof linkSync = linkSync,
): boolean {
  const draft = draftOf(path);
  try {
    write(openSync(draft, 'wx', mode), content);
    link(draft, path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    // A server of NFS that is asked again says so of what it has just done itself (open(2), O_EXCL).
    if (code === 'EEXIST') return lstatSync(draft, { throwIfNoEntry: false })?.nlink === 2;
    if (!NO_LINKS.includes(code)) throw error;
  } finally {
    removeFile(draft);
  }
  return createInPlace(path, content, mode);
}

/**
 * Puts a file in the place of another, or of none; of a link too, which is not followed.
 * @throws what the file system throws
 */
export function replaceAtomically(path: string, content: string | Uint8Array, mode = OWNER_ONLY): void {
  const draft = draftOf(path);
  try {
    write(openSync(draft, 'wx', mode), content);
    renameSync(draft, path);
  } catch (error) {
    removeFile(draft);
    throw error;
  }
}

/** The names of drafts. */
export const DRAFT = /^\.stackline-[0-9a-z]+$/;

/** Removes a file, or a link; what is not there, or cannot be removed, is nobody's trouble. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone already, or the directory is.
  }
}

/** The name of a draft beside a file. */
export const draftOf = (path: string): string =>
  join(dirname(path), `.stackline-${Math.random().toString(36).slice(2)}`);

function write(file: number, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

/** Others may see the file before it is whole; half of one does not stay. */
function createInPlace(path: string, content: string | Uint8Array, mode: number): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', mode);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    write(file, content);
  } catch (error) {
    removeFile(path);
    throw error;
  }
  return true;
}
