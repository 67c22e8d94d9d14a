import type { Resource } from '../../services/resource.js';

type Load = () => Promise<Resource>;

const network = async () => import('../../services/network/resources.js');
const volume = async () => import('../../services/volume/resources.js');
const image = async () => import('../../services/image/resources.js');

/** Kinds of things that can be asked for by name or id, as one would call them. */
export const kinds: Readonly<Record<string, Load>> = {
  server: async () => (await import('../../services/compute/servers.js')).servers,
  aggregate: async () => (await import('../../services/compute/aggregates.js')).aggregates,
  flavor: async () => (await import('../../services/compute/flavor-changes.js')).flavors,
  image: async () => (await image()).images,
  'image-task': async () => (await image()).tasks,
  volume: async () => (await volume()).volumes,
  'volume-snapshot': async () => (await volume()).snapshots,
  'volume-backup': async () => (await volume()).backups,
  'volume-type': async () => (await volume()).volumeTypes,
  'volume-group': async () => (await volume()).groups,
  network: async () => (await network()).networks,
  subnet: async () => (await network()).subnets,
  port: async () => (await network()).ports,
  router: async () => (await network()).routers,
  'floating-ip': async () => (await network()).floatingips,
  'security-group': async () => (await network()).securityGroups,
  'network-agent': async () => (await network()).agents,
  loadbalancer: async () => (await network()).loadbalancers,
  vpnservice: async () => (await network()).vpnservices,
  firewall: async () => (await network()).firewalls,
};
