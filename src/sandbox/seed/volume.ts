import { uuid } from '../ids.js';
import type { Volume, VolumeService } from '../world.js';
import { tenantId, userId } from './identity.js';

export function volumes(): Volume[] {
  const volume = (name: string, owner: string, size: number, created: string): Volume => ({
    id: uuid('volume', owner, name),
    name,
    status: 'available',
    size,
    tenantId: tenantId(owner),
    userId: userId(owner),
    type: 'standard',
    host: 'c01.example.com',
    created,
    bootable: false,
  });
  return [
    volume('backup', 'admin', 20, '2013-02-01T08:00:00.000000'),
    volume('wiki-data', 'anne', 10, '2013-02-05T10:30:00.000000'),
    volume('images', 'lorin', 100, '2013-02-07T14:45:00.000000'),
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
