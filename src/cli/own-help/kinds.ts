/**
 * The kinds of thing that a client's commands are about, in the order of its help: a title, and how the names of the
 * commands begin. The longest beginning that fits counts; an empty one takes what is left.
 */
export type Kinds = Readonly<Record<string, readonly string[]>>;

export const kinds: Readonly<Record<string, Kinds>> = {
  nova: {
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
  },
  keystone: {
    'Projects, users and roles': ['tenant', 'user', 'role', 'password', 'bootstrap'],
    'Services and endpoints': ['service', 'endpoint', 'catalog', 'discover'],
    'Tokens and keys': ['token', 'ec2'],
  },
  cinder: {
    Volumes: ['list', 'show', 'metadata', 'image-metadata', 'summary', 'message', 'manageable'],
    'Snapshots and backups': ['snapshot', 'backup', 'transfer', 'attachment'],
    Types: ['type', 'default-type', 'extra-specs', 'encryption-type', 'qos'],
    Groups: ['group', 'consisgroup', 'cgsnapshot'],
    'Services and pools': ['service', 'cluster', 'get-', 'availability-zone'],
    'Quotas and limits': ['quota', 'absolute-limits', 'rate-limits'],
    'The API': [''],
  },
  glance: {
    Images: ['image', 'member', 'explain', 'usage'],
    'Imports, tasks and stores': ['import', 'task', 'stores', 'cache'],
    'Metadata definitions': ['md-'],
  },
  neutron: {
    'Networks and subnets': ['net', 'subnet', 'address-scope', 'auto-allocated'],
    'Ports and addresses': ['port', 'floatingip'],
    Routers: ['router'],
    'Security groups': ['security-group', 'rbac'],
    Agents: ['agent', 'dhcp-agent', 'l3-agent', 'availability-zone', 'net-list-on', 'router-list-on'],
    'Quality of service': ['qos', 'queue'],
    'Load balancers': ['lbaas', 'lb-'],
    Firewalls: ['firewall'],
    VPN: ['vpn', 'ipsec'],
    BGP: ['bgp'],
    'Meters, flavors and providers': ['meter', 'flavor', 'service-provider'],
    'Cisco and gateways': ['cisco', 'net-gateway'],
    'Quotas and the API': ['quota', 'ext'],
  },
  swift: { 'Containers and objects': ['list', 'stat', 'download', 'tempurl'], 'The service': ['auth', 'capabilities'] },
  hyperv: {
    'Virtual machines': ['vm', 'kvp', 'userdata'],
    Hosts: ['host', 'default-path', 'ping', 'query'],
    Jobs: ['job', 'codes'],
  },
};

/** The title under which a command of a client stands. */
export function kindOf(all: Kinds, name: string): string {
  let best = { title: 'Commands', length: -1 };
  for (const [title, beginnings] of Object.entries(all)) {
    for (const beginning of beginnings)
      if (beginning.length > best.length && name.startsWith(beginning)) best = { title, length: beginning.length };
  }
  return best.title;
}
