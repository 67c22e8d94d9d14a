import { HttpFailure } from '../../http/api-errors.js';
import { itemsOf } from '../../lib/items-of.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';
import { type FindSentences, findItem, resolving } from '../find.js';
import { findOne, findWhole, getOne, pagesOf, type Resource } from '../resource.js';
import { images } from './resources.js';

/** Images as novaclient asks for them: of the image service, or of Compute, which gave them out on old clouds. */

/** `v2/images.py` find_image. */
const sentences: FindSentences = {
  none: (_, given) => `No Image matching ${given}. (HTTP 404)`,
  several: (noun, given) => `Multiple ${noun} matches found for '${given}', use an ID to be more specific.`,
};

const ofImageService: Resource = { ...images, exactNames: true, sentences };

/** Compute API reference, "Images (deprecated)". */
const ofCompute: Resource = {
  service: 'compute',
  path: '/images',
  noun: 'image',
  many: 'images',
  exactNames: true,
  sentences,
};

/** Clouds as old as a Compute without microversions may have an image service of v1 only: theirs is asked through it. */
export const imagesOfCloud = async (session: Session): Promise<Resource> =>
  (await session.microversion()) === undefined ? ofCompute : ofImageService;

/** One image by its id. @throws HttpFailure with status 404 when there is none */
export const getImage = async (session: Session, id: string): Promise<Json> =>
  getOne(session, await imagesOfCloud(session), id);

/** The id of an image by id or name. @throws Failure when there is no such image, or more than one */
export const findImageId = async (session: Session, given: string): Promise<string> =>
  (await findOne(session, await imagesOfCloud(resolving(session)), given)).id;

/**
 * An image in full by id or name: as the image service shows it, or, where that has no v2, as Compute does.
 * @throws Failure when there is no such image, or more than one
 */
export async function findImage(session: Session, given: string): Promise<Json> {
  try {
    return await findWhole(session, ofImageService, given);
  } catch (error) {
    if (!isOfV1(error)) throw error;
    return findComputeImage(session, given);
  }
}

/** An image as it is now, for those who wait. @throws HttpFailure with status 404 when there is none any more */
export async function imageAfter(session: Session, id: string): Promise<Json> {
  try {
    return await getOne(session, ofImageService, id);
  } catch (error) {
    if (!isOfV1(error)) throw error;
    return objectOf(session, computeImage(id), 'image');
  }
}

/** 300 Multiple Choices: a service of v1 only. */
const isOfV1 = (error: unknown): boolean => error instanceof HttpFailure && error.status === 300;

const computeImage = (id: string) =>
  ({ service: 'compute', path: `/images/${encodeURIComponent(id)}`, microversion: '2.1' }) as const;

/** By a microversion in which Compute still gives images out. */
function findComputeImage(session: Session, given: string): Promise<Json> {
  const looking = resolving(session);
  const call = { service: 'compute', path: '/images', microversion: '2.1' };
  const get = (id: string): Promise<Json> => objectOf(looking, computeImage(id), 'image');
  const byName = (): Promise<readonly Json[]> => itemsOf(listed(looking, call, 'images'));
  return findItem({ noun: 'image', get, byName }, given);
}

/**
 * The ids of the images that have all of these values, as text (novaclient v2/shell.py, _match_image).
 */
export async function findImagesWith(
  session: Session,
  properties: readonly (readonly [key: string, value: string])[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const page of pagesOf(resolving(session), images)) {
    const matching = page.filter((image) => properties.every(([key, value]) => image[key] === value));
    found.push(...matching.map(({ id }) => String(id)));
  }
  return found;
}
