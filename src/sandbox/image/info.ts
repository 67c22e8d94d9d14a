import { type Answer, json, nothing, Refusal } from '../call.js';
import { administratorsOnly, type ImageCall, tablesOf } from './call.js';

/** `/v2/info/…`: how images are imported, where they are stored, and what a tenant has of its quotas. */
export function info(call: ImageCall): Answer | undefined {
  const [, what, detail, more] = call.parts;
  if (call.method !== 'GET' || more !== undefined) return undefined;
  if (what === 'stores' && detail === 'detail') {
    administratorsOnly(call);
    const properties = { data_dir: '/var/lib/glance/images', chunk_size: 65_536, thin_provisioning: false };
    return json(200, { stores: [{ id: 'file', default: 'true', type: 'file', properties }] });
  }
  if (detail !== undefined) return undefined;
  if (what === 'stores') return json(200, { stores: [{ id: 'file', default: 'true' }] });
  if (what === 'import') {
    const value = ['glance-direct', 'web-download', 'copy-image'];
    return json(200, { 'import-methods': { description: 'Import methods available.', type: 'array', value } });
  }
  return what === 'usage' ? json(200, { usage: usage(call) }) : undefined;
}

/** Sizes in MiB, rounded up. */
function usage({ cloud, caller }: ImageCall): unknown {
  const own = cloud.world.images.filter(({ ownerId }) => ownerId === caller.token.tenantId);
  const bytes = own.reduce((sum, { size }) => sum + (size ?? 0), 0);
  return {
    image_size_total: { limit: 1_000_000, usage: Math.ceil(bytes / 1_048_576) },
    image_stage_total: { limit: 1000, usage: 0 },
    image_count_total: { limit: 100, usage: own.length },
    image_count_uploading: { limit: 10, usage: 0 },
  };
}

/** `/v2/cache[/{image}]`, for administrators. */
export function cache(call: ImageCall): Answer | undefined {
  const [, id, more] = call.parts;
  if (more !== undefined) return undefined;
  administratorsOnly(call);
  const tables = tablesOf(call);
  const { images } = call.cloud.world;
  if (id === undefined) {
    if (call.method === 'DELETE') {
      const target = call.headers['x-image-cache-clear-target'] ?? '';
      if (target !== 'queue') tables.cached = [];
      if (target !== 'cache') tables.queued = [];
      return nothing();
    }
    if (call.method !== 'GET') return undefined;
    const cached = tables.cached.map(({ imageId, hits, lastAccessed, lastModified }) => ({
      image_id: imageId,
      hits,
      last_accessed: lastAccessed,
      last_modified: lastModified,
      size: images.find((image) => image.id === imageId)?.size ?? 0,
    }));
    return json(200, { cached_images: cached, queued_images: tables.queued });
  }
  if (!images.some((image) => image.id === id)) throw new Refusal(404, `Image ${id} not found.`);
  if (call.method === 'PUT') {
    if (!tables.queued.includes(id)) tables.queued.push(id);
    return { ...nothing(), status: 202 };
  }
  if (call.method !== 'DELETE') return undefined;
  tables.queued = tables.queued.filter((one) => one !== id);
  tables.cached = tables.cached.filter(({ imageId }) => imageId !== id);
  return nothing();
}
