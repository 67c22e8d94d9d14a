import { hexId, mac, uuid } from '../ids.js';
import type { Address, Server } from '../world.js';
import { tenantId, userId } from './identity.js';
import { imageId } from './images.js';

type Row = Pick<Server, 'number' | 'name' | 'created'> & {
  owner: string;
  /** The tenant, where it is not named like the owner. */
  tenant?: string;
  image: string;
  /** `network=fixed, floating:address; network=…`. */
  networks: string;
} & Partial<Server>;

/** Reads the short form of a server's networks; it is the guide's own text with floating addresses marked. */
function addresses(text: string, server: string): Address[] {
  return text
    .split('; ')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [network = '', list = ''] = part.split('=');
      return list.split(', ').map((item): Address => {
        const floating = item.startsWith('floating:');
        const addr = floating ? item.slice('floating:'.length) : item;
        return {
          network,
          version: addr.includes(':') ? 6 : 4,
          addr,
          type: floating ? 'floating' : 'fixed',
          mac: mac(server, network),
        };
      });
    });
}

/** A complete server of its few telling words; what is not said is as on a freshly booted one. */
export function server(row: Row): Server {
  const { owner, tenant = owner, image, networks, ...given } = row;
  const later = new Date(Date.parse(row.created) + 23_000).toISOString();
  const running = (given.vmState ?? 'active') === 'active';
  return {
    id: uuid('server', tenant, row.name, row.number),
    tenantId: tenantId(tenant),
    userId: userId(owner),
    vmState: 'active',
    taskState: null,
    powerState: running ? 1 : 4,
    host: null,
    flavorId: '6',
    imageId: image === '' ? null : imageId(image),
    keyName: null,
    updated: later.replace('.000Z', 'Z'),
    launched: given.host === undefined ? null : later.replace('Z', '000'),
    terminated: null,
    deleted: false,
    addresses: addresses(networks, `${tenant}/${row.name}/${row.number}`),
    metadata: {},
    securityGroups: given.host === undefined ? [] : ['default'],
    availabilityZone: given.host === undefined ? '' : 'nova',
    configDrive: '',
    progress: 0,
    hostname: row.name
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]+/g, '-')
      .replaceAll(/^-+|-+$/g, ''),
    rootDevice: given.host === undefined ? null : '/dev/vda',
    reservationId: `r-${hexId('reservation', row.number).slice(0, 8)}`,
    description: null,
    tags: [],
    locked: false,
    lockedReason: null,
    volumes: [],
    serverGroups: [],
    ...given,
  };
}
