import { randomUUID } from 'node:crypto';
import { type Answer, asObject, json, nothing, parsed, Refusal } from '../call.js';
import type { Fields } from '../resource.js';
import type { Image } from '../world-image.js';
import { type ImageCall, imageOf, limitOf, ownersOnly, pageLinks, timeOf } from './call.js';
import { queryOf } from './query.js';
import { imageView } from './view.js';

/** `GET /v2/images`: page by page. */
export function listImages(call: ImageCall): Answer {
  const limit = limitOf(call);
  const { rows, compare } = queryOf(call);
  const sorted = rows.sort(compare);
  const marker = call.query.get('marker');
  const at = marker === null ? 0 : sorted.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && at === 0) throw new Refusal(400, `No image found with ID ${marker}`);
  const shown = sorted.slice(at, at + limit);
  const links = pageLinks(call, shown.at(-1)?.id, shown.length === limit);
  return json(200, { images: shown.map(imageView), schema: '/v2/schemas/images', ...links });
}

const readOnly = new Set(
  'created_at updated_at status checksum size virtual_size direct_url self file schema os_hash_algo os_hash_value'.split(
    ' ',
  ),
);
const reserved = new Set(['location', 'deleted', 'deleted_at']);
const visibilities = ['community', 'public', 'private', 'shared'];

/** Puts one value where a client wants it; what glance does not know is a property. */
function set(row: Image, name: string, value: unknown): void {
  if (readOnly.has(name)) throw new Refusal(403, `Attribute '${name}' is read-only.`);
  if (reserved.has(name)) throw new Refusal(403, `Attribute '${name}' is reserved.`);
  const text = typeof value === 'string' ? value : null;
  switch (name) {
    case 'id':
      return;
    case 'name':
      row.name = text;
      return;
    case 'owner':
      row.ownerId = text ?? row.ownerId;
      return;
    case 'visibility':
      if (text === null || !visibilities.includes(text)) throw invalid(name, value);
      row.visibility = text as Image['visibility'];
      return;
    case 'disk_format':
      row.diskFormat = text;
      return;
    case 'container_format':
      row.containerFormat = text;
      return;
    case 'min_disk':
    case 'min_ram':
      if (!Number.isInteger(value) || (value as number) < 0) throw invalid(name, value);
      row[name === 'min_disk' ? 'minDisk' : 'minRam'] = value as number;
      return;
    case 'protected':
    case 'os_hidden':
      if (typeof value !== 'boolean') throw invalid(name, value);
      row[name === 'protected' ? 'protected' : 'hidden'] = value;
      return;
    case 'tags':
      if (!Array.isArray(value)) throw invalid(name, value);
      row.tags = [...new Set(value.map(String))].sort();
      return;
    default:
      if (text === null) throw invalid(name, value);
      row.properties[name] = text;
  }
}

function invalid(name: string, value: unknown): Refusal {
  return new Refusal(
    400,
    `Provided object does not match schema 'image': ${JSON.stringify(value)} is not valid for '${name}'.`,
  );
}

/** An image without bytes, of the caller's tenant. */
export function newImage(call: ImageCall, id: string = randomUUID()): Image {
  const now = timeOf(call);
  return {
    id,
    name: null,
    ownerId: call.caller.token.tenantId ?? '',
    visibility: 'shared',
    status: 'queued',
    diskFormat: null,
    containerFormat: null,
    size: null,
    virtualSize: null,
    checksum: null,
    hash: null,
    minDisk: 0,
    minRam: 0,
    protected: false,
    hidden: false,
    tags: [],
    members: [],
    created: now,
    updated: now,
    properties: {},
  };
}

/** `POST /v2/images`. */
export function createImage(call: ImageCall): Answer {
  const given = asObject(parsed(call.body));
  if (given === undefined) throw new Refusal(400, 'Body expected in request.');
  const row = newImage(call, typeof given.id === 'string' ? given.id : undefined);
  if (call.cloud.world.images.some(({ id }) => id === row.id)) {
    throw new Refusal(409, `Image ID ${row.id} already exists!`);
  }
  for (const [name, value] of Object.entries(given)) set(row, name, value);
  publish(call, row);
  call.cloud.world.images.push(row);
  return json(201, imageView(row), { location: `${call.root}/v2/images/${row.id}` });
}

/** Only administrators make an image that everybody sees. */
function publish({ caller }: ImageCall, { visibility }: Image): void {
  if (visibility === 'public' && !caller.admin) {
    throw new Refusal(403, 'You are not authorized to complete publicize_image action.');
  }
}

/** `PATCH /v2/images/{id}`: a list of changes (JSON patch). */
export function patchImage(call: ImageCall, id: string): Answer {
  const type = call.headers['content-type'] ?? '';
  if (!/^application\/openstack-images-v2\.[01]-json-patch/.test(type)) {
    throw new Refusal(415, 'The server does not support the media type of the request.');
  }
  const changes = parsed(call.body);
  if (!Array.isArray(changes)) throw new Refusal(400, 'Request body must be a JSON array of operation objects.');
  const row = imageOf(call, id);
  ownersOnly(call, row, 'update');
  const changed = structuredCloneOf(row);
  for (const change of changes) apply(changed, asObject(change) ?? {});
  publish(call, changed);
  Object.assign(row, changed, { updated: timeOf(call) });
  return json(200, imageView(row));
}

function structuredCloneOf(row: Image): Image {
  return { ...row, tags: [...row.tags], properties: { ...row.properties } };
}

function apply(row: Image, change: Fields): void {
  const { op, path, value } = change;
  if (op !== 'add' && op !== 'replace' && op !== 'remove') {
    throw new Refusal(400, `Invalid operation: \`${op}\`. It must be one of the following: add, remove, replace.`);
  }
  const name = typeof path === 'string' ? path.replace(/^\//, '').replaceAll('~1', '/').replaceAll('~0', '~') : '';
  if (name === '') throw new Refusal(400, 'Operations must have a path.');
  if (op !== 'remove') {
    set(row, name, value);
    return;
  }
  if (!Object.hasOwn(row.properties, name)) {
    throw name in imageView(row)
      ? new Refusal(403, `Property ${name} may not be removed.`)
      : new Refusal(409, `Property ${name} does not exist.`);
  }
  delete row.properties[name];
}

/** `DELETE /v2/images/{id}`: not one that is protected. */
export function deleteImage(call: ImageCall, id: string): Answer {
  const row = imageOf(call, id);
  ownersOnly(call, row, 'delete');
  if (row.protected) throw new Refusal(403, `Image ${id} is protected and cannot be deleted.`);
  const { images } = call.cloud.world;
  images.splice(images.indexOf(row), 1);
  return nothing();
}

/** `POST /v2/images/{id}/actions/{deactivate|reactivate}`: administrators keep an image from being used. */
export function switchImage(call: ImageCall, id: string, action: string | undefined): Answer | undefined {
  const to = action === 'deactivate' ? 'deactivated' : action === 'reactivate' ? 'active' : undefined;
  if (to === undefined || call.method !== 'POST') return undefined;
  const row = imageOf(call, id);
  if (!call.caller.admin) throw new Refusal(403, `You are not authorized to complete ${action} action.`);
  if (row.status === 'queued') {
    throw new Refusal(403, `Not allowed to ${action} image in status '${row.status}'`);
  }
  row.status = to;
  return nothing();
}
