import { type Answer, type Call, json, page, Refusal } from '../call.js';
import { type Caller, type Cloud, callerOf } from '../cloud.js';
import { hexId } from '../ids.js';
import type { Image } from '../world.js';
import { imagesV1 } from './v1.js';
import { visibleImages } from './visible.js';

/** Glance: versions, `/v1` and `/v2`. Its errors are HTML pages. */
export function image(cloud: Cloud, call: Call): Answer {
  try {
    const answer = answered(cloud, call);
    const ids = { 'x-openstack-request-id': call.requestId };
    return call.path.length > 1 ? { ...answer, headers: { ...answer.headers, ...ids } } : answer;
  } catch (error) {
    if (error instanceof Refusal) return htmlError(error);
    throw error;
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
};

/** An error as webob makes a page of it. */
export function htmlError({ status, message, headers }: Refusal): Answer {
  const title = `${status} ${titles[status] ?? 'Error'}`;
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return page(
    status,
    `<html>\n <head>\n  <title>${title}</title>\n </head>\n <body>\n  <h1>${title}</h1>\n  ${text}<br /><br />\n\n\n\n </body>\n</html>`,
    headers,
  );
}

function answered(cloud: Cloud, call: Call): Answer {
  const [version, kind] = call.path;
  if (version === undefined) return versions(call, 300);
  if (version === 'versions' && kind === undefined) return versions(call, 200);
  if (version !== 'v1' && version !== 'v2') return versions(call, 300);
  if (kind === undefined) return versions(call, 300);
  const caller = callerOf(cloud, call);
  if (caller === undefined) {
    const sentence =
      'This server could not verify that you are authorized to access the document you requested. Either you supplied ' +
      'the wrong credentials (e.g., bad password), or your browser does not understand how to supply the credentials ' +
      'required.';
    throw new Refusal(401, sentence, { 'www-authenticate': `Keystone uri="${cloud.layout.root('identity')}"` });
  }
  if (kind !== 'images') throw new Refusal(404, 'The resource could not be found.');
  return version === 'v1' ? imagesV1(cloud, call, caller) : imagesV2(cloud, call, caller);
}

/** What a glance of Havana to Newton listed, which had both APIs. */
function versions(call: Call, status: number): Answer {
  const row = (id: string, state: string, path: string): unknown => ({
    id,
    status: state,
    links: [{ rel: 'self', href: `${call.root}/${path}/` }],
  });
  return json(status, {
    versions: [
      row('v2.2', 'CURRENT', 'v2'),
      row('v2.1', 'SUPPORTED', 'v2'),
      row('v2.0', 'SUPPORTED', 'v2'),
      row('v1.1', 'SUPPORTED', 'v1'),
      row('v1.0', 'SUPPORTED', 'v1'),
    ],
  });
}

/** `/v2/images` page by page, `/v2/images/{id}`. */
function imagesV2(cloud: Cloud, call: Call, caller: Caller): Answer {
  const [, , id, part] = call.path;
  if (call.method !== 'GET' && call.method !== 'HEAD') throw new Refusal(405, 'The method is not allowed.');
  const all = visibleImages(cloud, caller);
  if (id !== undefined) {
    const found = all.find((row) => row.id === id);
    if (found === undefined) throw new Refusal(404, `No image found with ID ${id}`);
    if (part === 'members') return json(200, { members: [], schema: '/v2/schemas/members' });
    if (part !== undefined) throw new Refusal(404, 'The resource could not be found.');
    return json(200, view(found));
  }
  const equal = (parameter: string, value: string): boolean => {
    const wanted = call.query.get(parameter);
    return (
      wanted === null || (wanted.startsWith('in:') ? wanted.slice(3).split(',').includes(value) : wanted === value)
    );
  };
  const rows = all.filter(
    (row) =>
      equal('name', row.name) &&
      equal('visibility', row.visibility) &&
      equal('owner', row.ownerId) &&
      equal('id', row.id) &&
      equal('status', 'active') &&
      equal('disk_format', row.diskFormat),
  );
  const marker = call.query.get('marker');
  const at = marker === null ? 0 : rows.findIndex((row) => row.id === marker) + 1;
  if (marker !== null && at === 0) throw new Refusal(400, `Marker ${marker} could not be found.`);
  // glance-api.conf: limit_param_default
  const limit = Math.min(Number(call.query.get('limit') ?? 25), cloud.pageSize);
  if (Number.isNaN(limit)) throw new Refusal(400, 'limit param must be an integer');
  const shown = rows.slice(at, at + limit);
  const query = new URLSearchParams(call.query);
  query.delete('marker');
  const first = query.size === 0 ? '/v2/images' : `/v2/images?${query}`;
  const last = shown.at(-1);
  const more = last !== undefined && at + limit < rows.length;
  if (last !== undefined) query.set('marker', last.id);
  return json(200, {
    images: shown.map(view),
    first,
    schema: '/v2/schemas/images',
    ...(more ? { next: `/v2/images?${query}` } : {}),
  });
}

function view(row: Image): unknown {
  return {
    ...row.properties,
    name: row.name,
    disk_format: row.diskFormat,
    container_format: row.containerFormat,
    visibility: row.visibility,
    size: row.size,
    virtual_size: null,
    status: 'active',
    checksum: row.checksum,
    protected: false,
    min_ram: row.minRam,
    min_disk: row.minDisk,
    owner: row.ownerId,
    os_hidden: false,
    os_hash_algo: 'sha512',
    os_hash_value: hexId('sha512', row.id).repeat(4),
    id: row.id,
    created_at: row.created,
    updated_at: row.updated,
    tags: [],
    self: `/v2/images/${row.id}`,
    file: `/v2/images/${row.id}/file`,
    schema: '/v2/schemas/image',
  };
}
