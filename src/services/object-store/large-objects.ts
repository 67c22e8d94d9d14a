import type { FileSums } from '../../core/download.js';
import { asArray, asRecord, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { callAbout, type Headers } from './call.js';
import { listingOf } from './listing.js';

/** A part of a large object. */
interface Segment {
  readonly bytes: number;
  readonly hash: string;
}

/**
 * Is a file the same as a large object, whose parts have a checksum each (swiftclient `service.py` _get_chunk_data,
 * _is_identical)?
 */
export async function isSameLargeObject(
  session: Session,
  files: { readonly sumsOf: (path: string, lengths: readonly number[]) => Promise<FileSums | undefined> },
  place: { readonly container: string; readonly object: string },
  path: string,
  headers: Headers,
): Promise<boolean> {
  const manifest = headers['x-object-manifest'];
  const segments = manifest === undefined ? await segmentsOf(session, place) : await segmentsBelow(session, manifest);
  const sums = await files.sumsOf(
    path,
    segments.map(({ bytes }) => bytes),
  );
  return sums?.isWhole === true && segments.every(({ hash }, at) => sums.md5[at] === hash);
}

/** Of a dynamic one: all objects whose names begin so, `container/prefix`. */
async function segmentsBelow(session: Session, manifest: string): Promise<readonly Segment[]> {
  const [container = '', prefix = ''] = decodeURIComponent(manifest).split(/\/(.*)/s);
  const all: Segment[] = [];
  for await (const page of listingOf(session, { container }, { prefix })) all.push(...page.map(segmentOf));
  return all;
}

/** Of a static one: those of its manifest, and of the large objects in it. */
async function segmentsOf(
  session: Session,
  place: { readonly container: string; readonly object: string },
  depth = 0,
): Promise<readonly Segment[]> {
  const query = { 'multipart-manifest': 'get' };
  const parts = asArray(await session.json({ ...callAbout(place, 'GET', {}), query })).map(asRecord);
  const found = await Promise.all(
    parts.map(async (part) => {
      if (part.sub_slo !== true || depth > 10) return [segmentOf(part)];
      const [container = '', object = ''] = asText(part.name)
        .replace(/^\/+/, '')
        .split(/\/(.*)/s);
      return segmentsOf(session, { container, object }, depth + 1);
    }),
  );
  return found.flat();
}

const segmentOf = ({ bytes, hash }: Json): Segment => ({ bytes: Number(bytes), hash: asText(hash) });
