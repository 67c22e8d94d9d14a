import { type Answer, json, Refusal } from '../call.js';
import { visibleImages } from '../image/visible.js';
import type { Image } from '../world.js';
import { type ComputeCall, links, noRoute, proxiesOnly } from './call.js';

/** Nova's own view of glance's images: `/images`, `/images/detail`, `/images/{id}`; gone from 2.36 on. */
export function images(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (call.method !== 'GET' && call.method !== 'HEAD') return noRoute();
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
