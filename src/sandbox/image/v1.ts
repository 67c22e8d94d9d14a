import { randomUUID } from 'node:crypto';
import { type Answer, json, Refusal } from '../call.js';
import type { Image } from '../world-image.js';
import { type ImageCall, ownersOnly, timeOf } from './call.js';
import { dataOf, fill } from './data.js';
import { newImage } from './images.js';
import { v1Members } from './v1-members.js';
import { v1Rows } from './v1-query.js';
import { knownImage } from './visible.js';

/** Image API v1: an image's description stands in headers, its bytes in the body. */
export function imagesV1(call: ImageCall): Answer {
  const [, id, part] = call.parts;
  if (part === 'members') return v1Members(call, imageOf(call, id ?? ''));
  if (part !== undefined) throw new Refusal(404, 'The resource could not be found.');
  const reading = call.method === 'GET' || call.method === 'HEAD';
  if (id === undefined && call.method === 'POST') return create(call);
  if (reading && (id === undefined || id === 'detail')) {
    const shown = v1Rows(call).map(id === 'detail' ? detail : brief);
    return json(200, { images: shown });
  }
  const found = imageOf(call, id ?? '');
  if (reading) {
    const headers = asHeaders(call, found);
    return call.method === 'GET'
      ? { status: 200, headers: { 'content-type': 'application/octet-stream', ...headers }, body: dataOf(found) }
      : { status: 200, headers: { 'content-type': 'text/html; charset=UTF-8', ...headers }, body: '' };
  }
  ownersOnly(call, found, call.method === 'PUT' ? 'update' : 'delete');
  if (call.method === 'PUT') return update(call, found);
  if (call.method !== 'DELETE') throw new Refusal(404, 'The resource could not be found.');
  if (found.protected) throw new Refusal(403, 'Image is protected');
  const { images } = call.cloud.world;
  images.splice(images.indexOf(found), 1);
  return { status: 200, headers: { 'content-type': 'text/html; charset=UTF-8' }, body: '' };
}

function imageOf({ cloud, caller }: ImageCall, id: string): Image {
  const found = knownImage(cloud, caller, id);
  if (found === undefined) throw new Refusal(404, `Image with identifier ${id} not found`);
  return found;
}

function brief(row: Image): Record<string, unknown> {
  return {
    id: row.id,
    name: row.name,
    container_format: row.containerFormat,
    disk_format: row.diskFormat,
    checksum: row.checksum,
    size: row.size,
  };
}

/** Times of v1 have no zone: `2013-01-11T14:02:10.000000`. */
function detail(row: Image): Record<string, unknown> {
  return {
    ...brief(row),
    status: row.status,
    created_at: row.created.replace('Z', '.000000'),
    updated_at: row.updated.replace('Z', '.000000'),
    deleted_at: null,
    deleted: false,
    is_public: row.visibility === 'public',
    owner: row.ownerId,
    protected: row.protected,
    min_disk: row.minDisk,
    min_ram: row.minRam,
    virtual_size: row.virtualSize,
    properties: row.properties,
  };
}

function asHeaders({ root }: ImageCall, row: Image): Record<string, string> {
  const headers: Record<string, string> = row.checksum === null ? {} : { etag: row.checksum };
  for (const [key, value] of Object.entries(detail(row))) {
    if (key === 'properties' || value === null) continue;
    const text = typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
    headers[`x-image-meta-${key}`] = inHeader(text);
  }
  for (const [key, value] of Object.entries(row.properties)) headers[`x-image-meta-property-${key}`] = inHeader(value);
  headers.location = `${root}/v1/images/${row.id}`;
  return headers;
}

/** UTF-8 as the bytes of a header, which Node writes and reads as Latin-1. */
function inHeader(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function truth(text: string): boolean {
  return ['1', 't', 'true', 'on', 'y', 'yes'].includes(text.toLowerCase());
}

/** Puts the values of `x-image-meta-*` headers into an image. */
function takeHeaders(call: ImageCall, row: Image): void {
  for (const [name, raw] of Object.entries(call.headers)) {
    const key = /^x-image-meta-(.+)$/.exec(name)?.[1];
    if (key === undefined) continue;
    const value = Buffer.from(raw, 'latin1').toString('utf8');
    const property = /^property-(.+)$/.exec(key)?.[1];
    if (property !== undefined) row.properties[property.replaceAll('-', '_')] = value;
    else if (key === 'name') row.name = value;
    else if (key === 'disk_format') row.diskFormat = value;
    else if (key === 'container_format') row.containerFormat = value;
    else if (key === 'min_disk') row.minDisk = Number(value) || 0;
    else if (key === 'min_ram') row.minRam = Number(value) || 0;
    else if (key === 'is_public') row.visibility = truth(value) ? 'public' : 'private';
    else if (key === 'protected') row.protected = truth(value);
    else if (key === 'owner' && call.caller.admin) row.ownerId = value;
  }
}

/** `POST /v1/images`: a description, and the bytes if there are any. */
function create(call: ImageCall): Answer {
  const id = call.headers['x-image-meta-id'] ?? randomUUID();
  if (call.cloud.world.images.some((row) => row.id === id)) {
    throw new Refusal(409, `Image with identifier ${id} already exists!`);
  }
  const row: Image = { ...newImage(call, id), visibility: 'private' };
  takeHeaders(call, row);
  if (call.body.length > 0) fill(row, call.body);
  call.cloud.world.images.push(row);
  return json(201, { image: detail(row) }, { location: `${call.root}/v1/images/${row.id}` });
}

/** `PUT /v1/images/{id}`: properties that are not given go, unless the client says that they do not. */
function update(call: ImageCall, row: Image): Answer {
  if (truth(call.headers['x-glance-registry-purge-props'] ?? 'true')) row.properties = {};
  takeHeaders(call, row);
  if (call.body.length > 0) {
    if (row.status !== 'queued') throw new Refusal(409, `Cannot upload to an unqueued image: ${row.id}`);
    fill(row, call.body);
  }
  row.updated = timeOf(call);
  return json(200, { image: detail(row) });
}
