import type { Kinds } from '../client.js';

export default {
  Servers: [''],
  'Images and flavors': ['image', 'flavor'],
  'Keypairs and security groups': ['keypair', 'secgroup', 'x509', 'cloudpipe'],
  Volumes: ['volume'],
  Networks: ['network', 'tenant-network', 'floating-ip', 'fixed-ip', 'dns', 'interface', 'virtual-interface'],
  'Server groups and tags': ['server-group', 'server-tag'],
  'Hosts and services': [
    'hypervisor',
    'host',
    'service',
    'aggregate',
    'availability-zone',
    'agent',
    'baremetal',
    'cell',
    'zone',
    'describe-resource',
  ],
  Moves: ['migrate', 'migration', 'live-migration', 'server-migration', 'evacuate', 'resize'],
  'Quotas and use': ['quota', 'limits', 'absolute-limits', 'rate-limits', 'usage', 'instance-usage'],
  'The API': ['credentials', 'endpoints', 'list-extensions', 'version-list'],
} satisfies Kinds;
