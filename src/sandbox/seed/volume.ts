import { uuid } from '../ids.js';
import type { Snapshot, Volume, VolumeService } from '../world-volume.js';
import { tenantId, userId } from './identity.js';

/** The volumes of several tenants, in several states. */
export function volumes(): Volume[] {
  const volume = (name: string, owner: string, size: number, created: string, more: Partial<Volume> = {}): Volume => ({
    id: uuid('volume', owner, name),
    name,
    status: 'available',
    size,
    tenantId: tenantId(owner),
    userId: userId(owner),
    type: 'standard',
    host: 'c01.example.com',
    created: `2013-02-${created}.000000`,
    bootable: false,
    ...more,
  });
  return [
    volume('backup', 'admin', 20, '01T08:00:00'),
    volume('wiki-data', 'anne', 10, '05T10:30:00', { metadata: { purpose: 'wiki' } }),
    volume('images', 'lorin', 100, '07T14:45:00'),
    volume('devstack-root', 'jtopjian', 20, '13T20:05:00', {
      type: 'fast',
      host: 'c02.example.com',
      bootable: true,
      encrypted: true,
      description: 'from the cloud image',
      imageMetadata: { image_name: 'Ubuntu 12.04 cloudimg amd64', container_format: 'bare', disk_format: 'qcow2' },
    }),
    volume('old-logs', 'admin', 5, '12T11:00:00', { status: 'awaiting-transfer' }),
    volume('scratch', 'tom', 500, '19T08:20:00', { status: 'error', host: 'c03.example.com' }),
  ];
}

/** The six hosts of the guide's `cinder-manage host list`. */
export function volumeServices(): VolumeService[] {
  const row = (binary: string, host: string, second: number): VolumeService => ({
    binary,
    host,
    zone: 'nova',
    enabled: true,
    up: true,
    updated: `2013-02-25T19:32:${second}.000000`,
  });
  return [
    ...['c01', 'c02', 'c03', 'c04', 'c05'].map((name, at) => row('cinder-volume', `${name}.example.com`, 30 + at)),
    row('cinder-scheduler', 'cloud.example.com', 37),
  ];
}

/** Of the two volumes that have anything to lose. */
export function snapshots(volumes: readonly Volume[]): Snapshot[] {
  return volumes
    .filter(({ name }) => name === 'backup' || name === 'wiki-data')
    .map(({ id, name, size, tenantId: owner }, at) => ({
      id: uuid('snapshot', String(name)),
      name: `${name}-2013-02-20`,
      volumeId: id,
      status: 'available',
      size,
      tenantId: owner,
      created: `2013-02-20T0${at}:00:00.000000`,
    }));
}
