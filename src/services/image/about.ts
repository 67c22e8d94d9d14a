import { isRecord, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listIn, mapIn, missing, objectIn, textsIn, wholeOf } from '../answer.js';
import { callOf, getOne, pathOf } from '../resource.js';
import { foundOr } from './refusals.js';
import { images, objectsOf, propertiesOf } from './resources.js';
import { needsVersion } from './versions.js';

/** What the image service tells that is no list and not one of a collection. Image API v2 throughout. */

const at = (path: string) => callOf(images, path);

/** The properties of a model, by their names ("Image schemas"). @throws Failure where there is no such model */
export async function schemaProperties(session: Session, model: string): Promise<readonly (readonly [string, Json])[]> {
  const path = model.split('/').map(encodeURIComponent).join('/');
  const sentence = `Unable to find requested model '${model}'`;
  const schema = await foundOr(sentence, () => session.json(at(`/schemas/${path}`)));
  return recordsIn(mapIn(schema, 'properties', 'image'));
}

/** The quotas of the project and what it uses of them, by their names ("Show quota usage"). */
export async function quotaUsage(session: Session): Promise<readonly (readonly [string, Json])[]> {
  return recordsIn(mapIn(await session.json(at('/info/usage')), 'usage', 'image'));
}

/** How images may be imported ("Import methods and values discovery"). */
export const importMethods = (session: Session): Promise<Json> =>
  foundOr('Target Glance does not support Image Import workflow', () =>
    wholeOf(session, at('/info/import'), 'import-methods', 'import-methods'),
  );

/** The stores of the service ("List stores", "List stores detail"). */
export const stores = (session: Session, inDetail: boolean): Promise<Json> =>
  foundOr('Multi Backend support is not enabled', () =>
    wholeOf(session, at(`/info/stores${inDetail ? '/detail' : ''}`), 'stores', 'stores'),
  );

/** The tasks of an image, which services have from v2.12 on ("Show tasks associated with image"). */
export async function tasksOfImage(session: Session, id: string): Promise<readonly Json[]> {
  await needsVersion(session, 'v2.12', 'Server does not support image tasks API (v2.12)');
  const call = at(pathOf(images, id, '/tasks'));
  return listIn(await foundOr(`Image ${id} not found.`, () => session.json(call)), 'tasks', 'image');
}

/** An image in the cache of a server, or waiting to be fetched into it. */
export interface Cached {
  readonly id: string;
  readonly isQueued: boolean;
  /** Of those that are there: times are seconds since 1970. */
  readonly told?: Json;
}

/** What the cache of a server has, from v2.14 on ("Cache Manage"). */
export async function cached(session: Session): Promise<readonly Cached[]> {
  await needsVersion(session, 'v2.14', 'HTTP Glance does not support image caching API (v2.14)');
  const answer = await session.json(at('/cache'));
  const there = listIn(answer, 'cached_images', 'image');
  const queued = textsIn(answer, 'queued_images', 'image');
  return [
    ...there.map((told) => ({ id: String(told.image_id ?? ''), isQueued: false, told })),
    ...queued.map((id) => ({ id, isQueued: true })),
  ];
}

/** A property of a namespace, with its name in it. */
export const propertyOf = async (session: Session, namespace: string, name: string): Promise<Json> => ({
  ...(await getOne(session, propertiesOf(namespace), name)),
  name,
});

/** The properties of a namespace, each with its name in it. */
export async function propertyList(session: Session, namespace: string): Promise<readonly Json[]> {
  const { service, many, ...resource } = propertiesOf(namespace);
  const found = mapIn(await session.json(callOf({ ...resource, service, many })), many, service);
  return recordsIn(found).map(([name, property]) => ({ ...property, name }));
}

/** A property of an object in a namespace, with its name in it; undefined where the object has none. */
export async function objectProperty(
  session: Session,
  namespace: string,
  object: string,
  name: string,
): Promise<Json | undefined> {
  const { properties } = await getOne(session, objectsOf(namespace), object);
  if (!isRecord(properties) || !Object.hasOwn(properties, name)) return undefined;
  return { ...objectIn(properties, name, 'image'), name };
}

function recordsIn(map: Json): readonly (readonly [string, Json])[] {
  return Object.entries(map).map(([name, value]) => {
    if (!isRecord(value)) throw missing(name, 'image');
    return [name, value];
  });
}
