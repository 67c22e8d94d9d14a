import type { Checksum, LocalFiles } from '../../core/download.js';
import { Failure } from '../../core/errors.js';
import type { Outcome } from '../../core/view.js';
import { HttpFailure } from '../../http/api-errors.js';
import { pythonRepr } from '../../lib/python/repr.js';
import { trimEndOf } from '../../lib/trim.js';
import type { ByteAnswer, Session } from '../../session/session.js';
import { callAbout, type Headers } from './call.js';
import { isSameLargeObject } from './large-objects.js';

/** An object that is wanted. */
export interface Wanted {
  readonly container: string;
  readonly object: string;
}

/** How it is wanted. */
export interface DownloadOptions {
  readonly headers: Headers;
  readonly versionId: string | undefined;
  readonly ignoreChecksum: boolean;
  readonly ignoreMtime: boolean;
  readonly noDownload: boolean;
  readonly skipIdentical: boolean;
  /** Taken off the names of objects. */
  readonly prefix: string | undefined;
  /** Where it goes, whatever it is called; left out: below the directory. */
  readonly file: string | undefined;
  readonly directory: string;
  /** Are files in a directory for their container? */
  readonly withContainer: boolean;
  /** Only what goes wrong is said. */
  readonly isQuiet: boolean;
}

/** Objects of these types are directories. */
const DIRECTORIES = ['application/directory', 'text/directory'];

/** An object's bytes as they come, and what they must come to where that is known. */
export interface OpenObject extends ByteAnswer {
  /** How many they are, as far as the answer says so; 0 where it does not. */
  readonly size: number;
  readonly checksum?: Checksum;
}

/** @throws Failure when there is no such object */
export async function openObject(
  session: Session,
  wanted: Wanted,
  how: Pick<DownloadOptions, 'headers' | 'versionId' | 'ignoreChecksum'>,
): Promise<OpenObject> {
  const { container, object } = wanted;
  try {
    const query = { 'version-id': how.versionId };
    const answer = await session.bytes({ ...callAbout(wanted, 'GET', how.headers), query });
    const checksum = how.ignoreChecksum ? undefined : checksumOf(object, answer.headers);
    const size = Number(answer.headers['content-length'] ?? 0);
    return { ...answer, size, ...(checksum === undefined ? {} : { checksum }) };
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.status !== 404) throw error;
    throw new Failure(`Object '${container}/${object}' not found`, { name: 'SwiftError' });
  }
}

/** It may stand in quotes, as HTTP has it. */
const etagIn = ({ etag = '' }: Headers): string => etag.replace(/^"(.*)"$/, '$1');

/** The ETag is the MD5 of what is stored, but not of a part of it, nor of a large object. */
function checksumOf(object: string, headers: Readonly<Record<string, string>>): Checksum | undefined {
  const digest = etagIn(headers);
  const isAnother = ['content-range', 'x-object-manifest', 'x-static-large-object'].some((name) => name in headers);
  if (digest === '' || isAnother) return undefined;
  const wrong = (found: string): Failure =>
    new Failure(pythonRepr(`Error downloading ${object}: md5sum != etag, ${found} != ${digest}`));
  return { algorithm: 'md5', digest, wrong };
}

/** Downloads one object. Nothing is thrown: what goes wrong is part of what comes of it. */
export async function downloadOne(
  session: Session,
  files: LocalFiles,
  wanted: Wanted,
  how: DownloadOptions,
): Promise<Outcome> {
  const { container, object } = wanted;
  const given = `${container}/${object}`;
  const name = nameOf(wanted, how);
  const path = how.directory === '.' ? name : `${trimEndOf(how.directory, '/')}/${name}`;
  try {
    const at = how.file ?? path;
    if (how.skipIdentical && (await isIdentical(session, files, wanted, at, how))) {
      return { given, id: path, said: `Skipped identical file '${path}'` };
    }
    const said = await transfer(session, files, wanted, how, { name, path });
    return { given, id: path, ...(how.isQuiet ? {} : { said }) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const isMissing = error.name === 'SwiftError';
    // The id has a line of its own where a refusal is all that is said.
    const why = error.message.replace(/\nFailed Transaction ID: (\S+)$/, ' (txn: $1)');
    const message = isMissing ? why : `Error downloading object '${given}': ${why}`;
    return { given, id: path, error: new Failure(message, { cause: error }) };
  }
}

/** The name of its file, as swiftclient makes it (`service.py` _download_object_job). */
function nameOf({ container, object }: Wanted, { prefix, withContainer }: DownloadOptions): string {
  const name = (withContainer && !object.startsWith('/') ? `${container}/${object}` : object).replace(/^\/+/, '');
  return prefix === undefined ? name : name.slice(prefix.length).replace(/^\/+/, '');
}

async function isIdentical(
  session: Session,
  files: LocalFiles,
  wanted: Wanted,
  path: string,
  how: DownloadOptions,
): Promise<boolean> {
  const sums = await files.sumsOf(path);
  const [md5] = sums?.md5 ?? [];
  if (md5 === undefined) return false;
  // A HEAD: its answer tells as much as that to a GET on condition, and nothing is to be thrown away.
  const headers = await session.head({
    ...callAbout(wanted, 'HEAD', how.headers),
    query: { 'version-id': how.versionId },
  });
  const isLarge = 'x-object-manifest' in headers || 'x-static-large-object' in headers;
  if (isLarge) return isSameLargeObject(session, files, wanted, path, headers);
  return etagIn(headers) === md5;
}

/** Brings the bytes to where they go; the line that says so. */
async function transfer(
  session: Session,
  files: LocalFiles,
  wanted: Wanted,
  how: DownloadOptions,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<string> {
  const start = performance.now();
  await session.tokenFor('object-store');
  const authorized = performance.now();
  const { headers, bytes, size, checksum } = await openObject(session, wanted, how);
  const begun = performance.now();
  let length = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      length += chunk.byteLength;
      yield chunk;
    }
  };
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const isDirectory = DIRECTORIES.includes(type);
  const isPseudo = !isDirectory && how.file === undefined && name.endsWith('/');
  const stream = counted();
  try {
    if (how.noDownload || isDirectory || isPseudo) {
      if (!how.noDownload && how.file === undefined) await files.placeBelow(how.directory, name, 'directory');
      for await (const _ of files.checked(stream, checksum, size));
    } else {
      const target = how.file ?? (await files.placeBelow(how.directory, name, 'file'));
      const mtime = how.ignoreMtime ? Number.NaN : Number(headers['x-object-meta-mtime'] ?? Number.NaN);
      await files.save({
        path: target,
        open: async () => ({ from: 0, bytes: stream }),
        size,
        ...(checksum === undefined ? {} : { checksum }),
        ...(Number.isFinite(mtime) ? { modified: mtime * 1000 } : {}),
        say: () => undefined,
      });
    }
  } finally {
    await stream.return(undefined);
  }
  const end = performance.now();
  const rate = length / Math.max(end - authorized, 0.001) / 1000;
  const speed = isPseudo ? 'pseudo' : `${rate.toFixed(3)} MB/s`;
  const [auth, first, total] = [authorized, begun, end].map((time) => `${((time - start) / 1000).toFixed(3)}s`);
  return `${path} [auth ${auth}, headers ${first}, total ${total}, ${speed}]`;
}
