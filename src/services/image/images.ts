import { Failure } from '../../core/errors.js';
import { HttpFailure } from '../../http/api-errors.js';
import { asText, type Json } from '../../lib/read.js';
import type { Call, Session } from '../../session/session.js';
import { listed, objectOf, wholeOf } from '../answer.js';
import { findItem, isMissing, isUuidLike, resolving } from '../find.js';

/**
 * One image. Image API reference: "Show image" (`GET /v2/images/{image_id}`); where Compute has no microversions:
 * Compute API reference, "Show Image Details" (`GET /images/{image_id}`).
 */
export async function getImage(session: Session, id: string): Promise<Json> {
  const call = await images(session, `/images/${encodeURIComponent(id)}`);
  return call.service === 'compute' ? objectOf(session, call, 'image') : wholeOf(session, call, 'image', 'id');
}

/**
 * The id of an image by id or name, with novaclient's sentences (v2/images.py, find_image).
 * @throws Failure when there is no such image, or more than one (the hint lists their ids).
 */
export async function findImageId(session: Session, given: string): Promise<string> {
  const found = isUuidLike(given) ? await byId(session, given) : await byName(session, given);
  return asText(onlyOne(found, given).id);
}

function onlyOne(found: readonly Json[], given: string): Json {
  const [image, ...others] = found;
  if (image === undefined) throw new Failure(`No Image matching ${given}. (HTTP 404)`);
  if (others.length === 0) return image;
  throw new Failure(`Multiple image matches found for '${given}', use an ID to be more specific.`, {
    hint: found.map(({ id }) => asText(id)).join('\n'),
  });
}

/**
 * An image in full by id or name: as the image service shows it, or, where that has no v2, as Compute does.
 * @throws Failure when there is no such image, or more than one (the hint lists their ids)
 */
export async function findImage(session: Session, given: string): Promise<Json> {
  const call = { service: 'image', version: 'v2' };
  try {
    if (isUuidLike(given)) {
      return await wholeOf(session, { ...call, path: `/images/${encodeURIComponent(given)}` }, 'image', 'id');
    }
    return onlyOne(await named(session, { ...call, path: '/images' }, given), given);
  } catch (error) {
    // 300 Multiple Choices: a service of v1 only.
    if (!(error instanceof HttpFailure) || error.status !== 300) throw error;
    return findComputeImage(session, given);
  }
}

async function byId(session: Session, id: string): Promise<readonly Json[]> {
  const looking = resolving(session);
  try {
    return [await getImage(looking, id)];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function byName(session: Session, name: string): Promise<readonly Json[]> {
  const looking = resolving(session);
  return named(looking, await images(looking, '/images'), name);
}

async function named(session: Session, call: Call, name: string): Promise<readonly Json[]> {
  const found: Json[] = [];
  for await (const page of listed(session, { ...call, query: { name } }, 'images')) {
    found.push(...page.filter((image) => image.name === name));
  }
  return found;
}

/** Clouds as old as a Compute without microversions may have an image service of v1 only: theirs is asked through it. */
async function images(session: Session, path: string): Promise<Call> {
  const isOld = (await session.microversion()) === undefined;
  return isOld ? { service: 'compute', path } : { service: 'image', version: 'v2', path };
}

function findComputeImage(session: Session, given: string): Promise<Json> {
  const looking = resolving(session);
  const get = (id: string): Promise<Json> => {
    const path = `/images/${encodeURIComponent(id)}`;
    return objectOf(looking, { service: 'compute', path, microversion: '2.1' }, 'image');
  };
  const byName = async (): Promise<readonly Json[]> => {
    const all: Json[] = [];
    const call = { service: 'compute', path: '/images', microversion: '2.1' };
    for await (const page of listed(looking, call, 'images')) all.push(...page);
    return all;
  };
  return findItem({ noun: 'image', get, byName }, given);
}
