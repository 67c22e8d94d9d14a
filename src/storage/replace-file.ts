import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { Failure } from '../core/errors.js';
import { systemReason } from '../http/connection-errors.js';
import { draftOf, removeFile } from './atomic-file.js';
import type { UntilEnd } from './save-download.js';

/** What is to stand in the place of a file, while it is written. */
export interface Replacement {
  /** @throws Failure when it cannot be written: the disk is full */
  write(content: string | Uint8Array): void;
  /** Puts it in its place. @throws Failure when that cannot be done; the file is then as it was */
  commit(): void;
  /** Leaves the file as it is. */
  discard(): void;
}

/**
 * Begins to write what is to stand in the place of a file, or of none: under another name beside it, on the disk before it
 * is renamed. It has the mode of the file that it replaces, and its owner where we may give it away; a new one is as the
 * umask has it. A link is followed. A character device, as /dev/null, is written to as it is; what else is no file is
 * refused, as a pipe would be gone, or waited for.
 *
 * @param untilEnd removes what has been written should the process end before it is all there
 * @throws Failure when nothing can be written there
 */
export function replaceFile(path: string, untilEnd: UntilEnd): Replacement {
  return onDisk(path, () => {
    const old = statSync(path, { throwIfNoEntry: false });
    if (old?.isDirectory()) throw cannotWrite(path, 'Is a directory');
    if (old?.isCharacterDevice()) return toDevice(path);
    if (old !== undefined && !old.isFile()) {
      throw cannotWrite(path, 'it is a pipe or a device', undefined, `For a pipe: > ${path}, or | and a command.`);
    }
    // Somebody who may not write to it may be able to replace it, but has not been meant to.
    if (old !== undefined) accessSync(path, constants.W_OK);
    return besides(path, old, untilEnd);
  });
}

function besides(path: string, old: Stats | undefined, untilEnd: UntilEnd): Replacement {
  const target = old === undefined ? path : realpathSync(path);
  const draft = draftOf(target);
  const file = openSync(draft, 'wx', old === undefined ? 0o666 : old.mode & 0o777);
  const taken = untilEnd(() => removeFile(draft));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  const discard = (): void => {
    close();
    removeFile(draft);
    taken();
  };
  if (old !== undefined) keepOwnerAndMode(file, old);
  return {
    write: (content) => onDisk(path, () => writeAll(file, content)),
    commit: () => {
      try {
        onDisk(path, () => {
          fsyncSync(file);
          close();
          renameSync(draft, target);
        });
        taken();
      } catch (error) {
        discard();
        throw error;
      }
    },
    discard,
  };
}

function toDevice(path: string): Replacement {
  const file = openSync(path, 'w');
  const close = (): void => closeSync(file);
  return { write: (content) => onDisk(path, () => writeAll(file, content)), commit: close, discard: close };
}

function keepOwnerAndMode(file: number, old: Stats): void {
  try {
    fchownSync(file, old.uid, old.gid);
  } catch {
    // Only root may give a file away.
  }
  fchmodSync(file, old.mode & 0o777);
}

function writeAll(file: number, content: string | Uint8Array): void {
  let bytes: Uint8Array = typeof content === 'string' ? Buffer.from(content) : content;
  while (bytes.length > 0) bytes = bytes.subarray(writeSync(file, bytes));
}

function onDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw cannotWrite(path, systemReason(error, ''), error);
  }
}

const cannotWrite = (path: string, why: string, cause?: unknown, hint?: string): Failure =>
  new Failure(`Unable to write ${path}: ${why}`, { cause, ...(hint === undefined ? {} : { hint }) });
