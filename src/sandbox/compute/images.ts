import { type Answer, asObject, json, nothing, parsed, Refusal } from '../call.js';
import { visibleImages } from '../image/visible.js';
import type { Image } from '../world.js';
import { type ComputeCall, links, noRoute, proxiesOnly } from './call.js';

/** Nova's own view of glance's images: `/images`, `/images/detail`, `/images/{id}`; gone from 2.36 on. */
export function images(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part, key] = call.parts;
  if (call.method !== 'GET' && call.method !== 'HEAD')
    return id === undefined ? noRoute() : changed(call, id, part, key);
  const rows = visibleImages(call.cloud, call.caller);
  if (id === undefined || (id === 'detail' && part === undefined)) {
    const name = call.query.get('name');
    const shown = rows.filter((image) => name === null || image.name === name);
    return json(200, { images: shown.map((image) => (id === 'detail' ? view(call, image) : brief(call, image))) });
  }
  const found = rows.find((image) => image.id === id);
  if (found === undefined) throw new Refusal(404, `Image ${id} could not be found.`);
  if (part === 'metadata') return json(200, { metadata: found.properties });
  if (part !== undefined) return noRoute();
  return json(200, { image: view(call, found) });
}

/** `DELETE /images/{id}`, `POST|PUT /images/{id}/metadata` and `DELETE …/{key}`: of the owner's or an administrator's. */
function changed(call: ComputeCall, id: string, part: string | undefined, key: string | undefined): Answer {
  const { cloud, caller, method } = call;
  const image = visibleImages(cloud, caller).find((row) => row.id === id);
  if (image === undefined) throw new Refusal(404, 'Image not found.');
  if (!caller.admin && image.ownerId !== caller.token.tenantId) {
    throw new Refusal(403, part === undefined ? 'You are not allowed to delete the image.' : 'Forbidden');
  }
  if (method === 'DELETE' && part === undefined) {
    if (image.protected) throw new Refusal(403, 'You are not allowed to delete the image.');
    cloud.world.images.splice(cloud.world.images.indexOf(image), 1);
    return nothing();
  }
  if (part !== 'metadata') return noRoute();
  if (method === 'DELETE' && key !== undefined) {
    if (!Object.hasOwn(image.properties, key)) throw new Refusal(404, 'Invalid metadata key');
    delete image.properties[key];
    return nothing();
  }
  const given = asObject(asObject(parsed(call.body))?.metadata);
  if (given === undefined || key !== undefined || (method !== 'POST' && method !== 'PUT')) return noRoute();
  const texts = Object.entries(given).map(([name, value]) => [name, String(value)]);
  image.properties = { ...(method === 'PUT' ? {} : image.properties), ...Object.fromEntries(texts) };
  return json(200, { metadata: image.properties });
}

function brief(call: ComputeCall, { id, name }: Image): Record<string, unknown> {
  const alternate = {
    rel: 'alternate',
    type: 'application/vnd.openstack.image',
    href: `${call.cloud.layout.root('image')}/images/${id}`,
  };
  return { id, name, links: [...links(call, 'images', id), alternate] };
}

function view(call: ComputeCall, image: Image): unknown {
  return {
    ...brief(call, image),
    status: 'ACTIVE',
    progress: 100,
    minRam: image.minRam,
    minDisk: image.minDisk,
    created: image.created,
    updated: image.updated,
    metadata: image.properties,
    'OS-EXT-IMG-SIZE:size': image.size,
  };
}
