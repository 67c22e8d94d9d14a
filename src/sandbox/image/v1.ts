import { type Answer, type Call, json, Refusal } from '../call.js';
import type { Caller, Cloud } from '../cloud.js';
import type { Image } from '../world.js';
import { visibleImages } from './visible.js';

/** Image API v1: `/v1/images`, `/v1/images/detail`, and `HEAD /v1/images/{id}`, which answers in headers. */
export function imagesV1(cloud: Cloud, call: Call, caller: Caller): Answer {
  const [, , id, part] = call.path;
  if ((call.method !== 'GET' && call.method !== 'HEAD') || part !== undefined) {
    throw new Refusal(404, 'The resource could not be found.');
  }
  const rows = visibleImages(cloud, caller);
  if (id === undefined || id === 'detail') {
    const name = call.query.get('name');
    const marker = call.query.get('marker');
    const named = rows.filter((row) => name === null || row.name === name);
    const at = marker === null ? 0 : named.findIndex((row) => row.id === marker) + 1;
    const limit = Math.min(Number(call.query.get('limit') ?? 25) || 0, cloud.pageSize);
    const shown = named.slice(at, at + limit);
    return json(200, { images: shown.map((row) => (id === 'detail' ? detail(row) : brief(row))) });
  }
  const found = rows.find((row) => row.id === id);
  if (found === undefined) throw new Refusal(404, `Image with identifier ${id} not found`);
  // The image itself is not kept: a GET has the right headers and no data.
  return { status: 200, headers: asHeaders(found, cloud.layout.root('image')), body: '' };
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

/** Times of v1 have no zone: `2013-01-11T14:02:10`. */
function detail(row: Image): Record<string, unknown> {
  return {
    ...brief(row),
    status: 'active',
    created_at: row.created.replace('Z', '.000000'),
    updated_at: row.updated.replace('Z', '.000000'),
    deleted_at: null,
    deleted: false,
    is_public: row.visibility === 'public',
    owner: row.ownerId,
    protected: false,
    min_disk: row.minDisk,
    min_ram: row.minRam,
    virtual_size: null,
    properties: row.properties,
  };
}

function asHeaders(row: Image, root: string): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'text/html; charset=UTF-8', etag: row.checksum };
  for (const [key, value] of Object.entries(detail(row))) {
    if (key === 'properties' || value === null) continue;
    const text = typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
    headers[`x-image-meta-${key}`] = text;
  }
  for (const [key, value] of Object.entries(row.properties)) headers[`x-image-meta-property-${key}`] = value;
  headers.location = `${root}/v1/images/${row.id}`;
  return headers;
}
