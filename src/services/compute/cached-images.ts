import { Failure } from '../../core/errors.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';
import { resolving } from '../find.js';
import { callOf, pathOf } from '../resource.js';
import { aggregates } from './aggregates.js';

/**
 * Has the hosts of an aggregate fetch images, by ids or names. Compute API reference: "Request Image Pre-caching for
 * Aggregate" (`POST /os-aggregates/{aggregate_id}/images`), since microversion 2.81.
 * @throws Failure when any of them is not there
 */
export async function cacheImages(session: Session, { id }: Json, given: readonly string[]): Promise<{ id: unknown }> {
  const images = await imagesOf(resolving(session), given);
  const known = new Set(images.flatMap((image) => [asText(image.id), asText(image.name)]));
  const missing = given.filter((word) => !known.has(word));
  if (missing.length > 0) throw new Failure(`Unable to find image(s): ${missing.join(',')} (HTTP 404)`);
  const call = callOf(aggregates, pathOf(aggregates, asText(id), '/images'));
  const body = { cache: images.map((image) => ({ id: image.id })) };
  await session.json({ ...call, method: 'POST', body, mayBeEmpty: true });
  return { id };
}

/** Those of these ids, then those of these names (Image API reference, "List images": `in:`). */
async function imagesOf(session: Session, given: readonly string[]): Promise<readonly Json[]> {
  const found = new Map<unknown, Json>();
  for (const filter of ['id', 'name']) {
    const query = { [filter]: `in:${given.map((word) => `"${word}"`).join(',')}` };
    for await (const page of listed(session, { service: 'image', version: 'v2', path: '/images', query }, 'images')) {
      for (const image of page) found.set(image.id, image);
    }
  }
  return [...found.values()];
}
