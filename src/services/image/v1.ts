import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { boolFromString } from '../../lib/python/bool-from-string.js';
import { asText, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listIn, listOf, missing } from '../answer.js';
import { type Finder, findItem, resolving } from '../find.js';
import { callOf, isAdmin, pathOf, type Resource } from '../resource.js';

/** Image API v1: what it says of one image stands in headers. */
const imagesV1: Resource = {
  service: 'image',
  version: 'v1',
  path: '/images',
  detail: '/images/detail',
  noun: 'image',
  many: 'images',
};

/** Requests of fewer rows than this end a list, whatever page was asked for: no service gives less in a page. */
const FEW = 20;

/**
 * Images with what is said of them, page by page ("List images detail"): the API does not say whether there are more. A
 * page that is short may be as long as the service lets a page be: so one of some length is asked for what follows.
 */
export async function* imagesOfV1(session: Session, query: Query, pageSize = 1000): AsyncGenerator<readonly Json[]> {
  let { marker } = query;
  for (;;) {
    const asked = { ...query, limit: pageSize, marker };
    const call = { ...callOf(imagesV1, imagesV1.detail), query: asked, keepsEmpty: true };
    const rows = listIn(await session.json(call), 'images', 'image');
    const last = asText(rows.at(-1)?.id);
    if (rows.length > 0 && (last === '' || last === marker)) {
      throw new Failure('The list of images does not end: the server leads back to a page it gave before');
    }
    yield rows;
    if (rows.length === 0 || (rows.length < pageSize && rows.length < FEW)) return;
    marker = last;
  }
}

/** One image by its id ("Show image metadata"). @throws Failure for an answer without it */
export async function imageOfV1(session: Session, id: string): Promise<Json> {
  const image = imageInHeaders(await session.head(callOf(imagesV1, pathOf(imagesV1, id))));
  if (asText(image.id) === '') throw missing('image', 'image');
  return image;
}

/** One image by its name or id, an administrator's in all projects. @throws Failure when there is none, or more than one */
export async function findImageOfV1(session: Session, given: string): Promise<Json> {
  const looking = resolving(session);
  const named = (name: string, more: Query = {}): Promise<readonly Json[]> =>
    itemsOf(imagesOfV1(looking, { name, ...more }));
  const finder: Finder = {
    noun: 'image',
    exactNames: true,
    get: (id) => imageOfV1(session, id),
    byName: named,
    allProjects: async (name) => ((await isAdmin(looking)) ? named(name, { is_public: 'None' }) : []),
  };
  return findItem(finder, given);
}

/** The members of an image, or the images that a project is a member of, each with both ids. */
export async function membershipsOfV1(
  session: Session,
  of: { readonly image: string } | { readonly project: string },
): Promise<readonly Json[]> {
  if ('image' in of) {
    const call = callOf(imagesV1, pathOf(imagesV1, of.image, '/members'));
    return (await listOf(session, call, 'members')).map((row) => ({ ...row, image_id: of.image }));
  }
  const call = callOf(imagesV1, `/shared-images/${encodeURIComponent(of.project)}`);
  return (await listOf(session, call, 'shared_images')).map((row) => ({ ...row, member_id: of.project }));
}

/** The call that brings the bytes of an image. */
export const contentOfV1 = (id: string) => callOf(imagesV1, pathOf(imagesV1, id));

const NUMBERS = ['size', 'min_ram', 'min_disk'];
const TRUTHS = ['is_public', 'protected', 'deleted'];

/** What the headers of an answer say of an image (glanceclient `v1/images.py` _image_meta_from_headers). */
export function imageInHeaders(headers: Readonly<Record<string, string>>): Json {
  const properties: Record<string, string> = Object.create(null);
  const image: Record<string, unknown> = { properties };
  for (const [name, raw] of Object.entries(headers)) {
    const [, isProperty, key] = /^x-image-meta-(property-)?(.+)$/.exec(name) ?? [];
    if (key === undefined) continue;
    // HTTP/1.1 headers are read as Latin-1; the service writes UTF-8.
    const text = Buffer.from(raw, 'latin1').toString('utf8');
    if (isProperty !== undefined) properties[key] = text;
    else
      image[key] = NUMBERS.includes(key) ? numberIn(text) : TRUTHS.includes(key) ? boolFromString(text) === true : text;
  }
  return image;
}

function numberIn(text: string): string | number {
  if (text === '') return 0;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
