import type { Image } from '../world-image.js';

/** An image as the API's version 2 shows it: its properties beside what every image has. */
export function imageView(row: Image): Record<string, unknown> {
  return {
    ...row.properties,
    name: row.name,
    disk_format: row.diskFormat,
    container_format: row.containerFormat,
    visibility: row.visibility,
    size: row.size,
    virtual_size: row.virtualSize,
    status: row.status,
    checksum: row.checksum,
    protected: row.protected,
    min_ram: row.minRam,
    min_disk: row.minDisk,
    owner: row.ownerId,
    os_hidden: row.hidden,
    os_hash_algo: row.hash === null ? null : 'sha512',
    os_hash_value: row.hash,
    id: row.id,
    created_at: row.created,
    updated_at: row.updated,
    tags: row.tags,
    self: `/v2/images/${row.id}`,
    file: `/v2/images/${row.id}/file`,
    schema: '/v2/schemas/image',
    ...(row.size === null ? {} : { stores: 'file' }),
  };
}
