/** Files that are downloaded: written beside their place, checked while they are written, and put there once they are right. */
import { constants, realpathSync, type Stats, statSync, unlinkSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import type { Download } from '../core/download.js';
import { Failure } from '../core/errors.js';
import { codeOf, systemReason } from '../http/connection-errors.js';
import { draftOf, removeFile } from './atomic-file.js';
import { type RunningChecksum, startChecksum } from './checksum.js';

/** Bytes that go to the disk at once, while the next ones come and are summed up. */
const BATCH = 1024 * 1024;

/** Undoes something if the process ends first; what it returns takes that back. */
export type UntilEnd = (undo: () => void) => () => void;

/**
 * Writes a download to its file: under another name beside it, on the disk before it is renamed, and only if it is whole
 * and comes to its checksum. On every other way out nothing has changed, but for `PATH.part` where it is to be resumed. A
 * link is followed; a device or a pipe is written to as it is.
 *
 * @throws Failure when it breaks off, is not right, or cannot be written
 */
export async function saveDownload(download: Download, untilEnd: UntilEnd): Promise<void> {
  const { path, resume } = download;
  const old = statSync(path, { throwIfNoEntry: false });
  if (old?.isDirectory()) throw cannotWrite(path, 'Is a directory');
  if (old !== undefined && !old.isFile()) return writeInPlace(download);
  const target = old === undefined ? path : realpathSync(path);
  const isKept = resume === true && download.checksum !== undefined;
  if (resume === true && !isKept) download.say('There is no checksum to resume by: all of it is downloaded.');
  const draft = isKept ? `${target}.part` : draftOf(target);
  const taken = isKept ? undefined : untilEnd(() => removeFile(draft));
  try {
    await (isKept ? resumeTo(download, draft, old) : startAt(download, draft, old));
    await onDisk(path, () => rename(draft, target));
  } catch (error) {
    if (!isKept) removeFile(draft);
    throw error;
  } finally {
    taken?.();
  }
}

async function startAt(download: Download, draft: string, old: Stats | undefined): Promise<void> {
  const sum = await startChecksum(download.checksum, download.size);
  const file = await onDisk(download.path, () => open(draft, 'wx', modeOf(old)));
  try {
    await keepMode(file, old);
    const { bytes } = await download.open(0);
    await copy(download, bytes, { file, sum, at: 0 });
    await sum.check();
    await onDisk(download.path, () => file.sync());
    const { modified } = download;
    if (modified !== undefined) await file.utimes(modified / 1000, modified / 1000).catch(() => undefined);
  } finally {
    sum.stop();
    await file.close();
  }
}

async function resumeTo(download: Download, part: string, old: Stats | undefined): Promise<void> {
  const { path, size, say } = download;
  const file = await onDisk(path, () => openPart(part, modeOf(old)));
  let at = 0;
  let sum = await startChecksum(download.checksum, size);
  try {
    await keepMode(file, old);
    const there = (await file.stat()).size;
    if (size === undefined || there <= size) at = await readPart(file, sum, there);
    if (there > 0 && at === 0) say(`${part} is longer than the whole: all of it is downloaded.`);
    if (at === 0 || at !== size) {
      const { from, bytes } = await download.open(at);
      if (from === at && at > 0) say(`Resuming at ${at}${size === undefined ? '' : ` of ${size}`} bytes.`);
      if (from !== at) {
        say('The server gives the whole again: it is downloaded from its beginning.');
        sum.stop();
        sum = await startChecksum(download.checksum, size);
      }
      if (from !== at || there > at) await onDisk(path, () => file.truncate(from));
      at = from;
      await copy(download, bytes, { file, sum, at });
    }
    try {
      await sum.check();
    } catch (error) {
      unlinkSync(part);
      throw error;
    }
    await onDisk(path, () => file.sync());
  } catch (error) {
    const { size: kept } = await file.stat();
    if (kept === 0) removeFile(part);
    else if (isThere(part)) say(`${kept} bytes are kept in ${part}; the same command goes on from there.`);
    throw error;
  } finally {
    sum.stop();
    await file.close();
  }
}

/** Nobody else's file in the place of the part, by a link, and no pipe or device. */
async function openPart(part: string, mode: number): Promise<FileHandle> {
  const { O_RDWR, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(part, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, mode);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new Error(`${part} is no file`);
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Sums up what is there already; how much it is. */
async function readPart(file: FileHandle, sum: RunningChecksum, length: number): Promise<number> {
  const buffer = Buffer.allocUnsafe(BATCH);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(BATCH, length - at), at);
    if (bytesRead === 0) break;
    await sum.add(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return at;
}

interface Destination {
  readonly file: FileHandle;
  readonly sum: RunningChecksum;
  /** Where the first byte goes; undefined for what has no places, a pipe. */
  readonly at: number | undefined;
}

/** Writes bytes as they come, in batches: while one is on its way to the disk, the next one is gathered and summed up. */
async function copy(download: Download, bytes: AsyncIterable<Uint8Array>, { file, sum, at }: Destination) {
  const { path, progress } = download;
  let done = at ?? 0;
  let batch: Uint8Array[] = [];
  let held = 0;
  let writing: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    await writing;
    const [chunks, position] = [batch, done];
    done += held;
    batch = [];
    held = 0;
    writing = onDisk(path, () => writeAll(file, chunks, at === undefined ? null : position));
    // It is awaited before the next one; until then nobody is to be surprised.
    writing.catch(() => undefined);
    for (const chunk of chunks) await sum.add(chunk);
    progress?.(done);
  };
  try {
    for await (const chunk of bytes) {
      batch.push(chunk);
      held += chunk.byteLength;
      if (held >= BATCH) await flush();
    }
  } finally {
    // What has come is written also when the rest does not come: it may be resumed.
    await flush();
    await writing;
  }
}

async function writeAll(file: FileHandle, chunks: readonly Uint8Array[], position: number | null): Promise<void> {
  let rest = [...chunks];
  let at = position;
  while (rest.length > 0) {
    const { bytesWritten } = await file.writev(rest, at ?? undefined);
    if (at !== null) at += bytesWritten;
    let left = bytesWritten;
    while (rest.length > 0 && left >= (rest[0]?.byteLength ?? 0)) left -= rest.shift()?.byteLength ?? 0;
    if (left > 0) rest = [(rest[0] as Uint8Array).subarray(left), ...rest.slice(1)];
  }
}

/** Opens what may be a pipe, and does not wait until somebody reads it. */
async function openReader(path: string): Promise<FileHandle> {
  const { O_WRONLY, O_NONBLOCK } = constants;
  const look = await open(path, O_WRONLY | O_NONBLOCK).catch((error: unknown) => {
    throw codeOf(error) === 'ENXIO' ? new Error('It is a pipe that nobody reads') : error;
  });
  try {
    // With its end open there is somebody, and what is written waits for them.
    return await open(path, 'w');
  } finally {
    await look.close();
  }
}

/** /dev/null, a named pipe: there is nothing to put in its place, and whoever reads it has read what was wrong. */
async function writeInPlace(download: Download): Promise<void> {
  const file = await onDisk(download.path, () => openReader(download.path));
  const sum = await startChecksum(download.checksum, download.size);
  try {
    const { bytes } = await download.open(0);
    await copy(download, bytes, { file, sum, at: undefined });
    await sum.check();
  } finally {
    sum.stop();
    await file.close();
  }
}

/** As the file was that it replaces; a new one as the umask lets it. */
const modeOf = (old: Stats | undefined): number => (old === undefined ? 0o666 : old.mode & 0o777);

async function keepMode(file: FileHandle, old: Stats | undefined): Promise<void> {
  if (old !== undefined) await file.chmod(old.mode & 0o777);
}

async function onDisk<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw cannotWrite(path, systemReason(error, ''), error);
  }
}

const cannotWrite = (path: string, why: string, cause?: unknown): Failure =>
  new Failure(`Unable to write ${path}: ${why}`, { cause });
