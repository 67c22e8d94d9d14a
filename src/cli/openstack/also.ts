import type { Also } from './match.js';

/** Whose commands are meant before others' where openstack's words are the same. */
export const order: readonly string[] = ['nova', 'keystone', 'cinder', 'glance', 'neutron', 'swift'];

/**
 * Commands whose words in openstack are another command's as well, which is meant by them where it can do what the line
 * says. Where this does not decide, options do: a translation that more of the line is in is closer.
 */
export const instead: Readonly<Record<string, string>> = {
  'nova absolute-limits': 'nova limits',
  'cinder absolute-limits': 'nova limits',
  'cinder rate-limits': 'nova rate-limits',
  'nova actions': 'nova instance-action-list',
  'nova describe-resource': 'nova host-describe',
  'nova hypervisor-servers': 'nova list',
  'nova rename': 'nova update',
  'nova server-migration-list': 'nova migration-list',
  'nova virtual-interface-list': 'nova interface-list',
  // nova's own ways to other services, which it has no more.
  'nova floating-ip-bulk-list': 'neutron floatingip-list',
  'nova floating-ip-list': 'neutron floatingip-list',
  'nova image-list': 'glance image-list',
  'nova image-show': 'glance image-show',
  'nova network-list': 'neutron net-list',
  'nova network-show': 'neutron net-show',
  'nova secgroup-list': 'neutron security-group-list',
  'nova tenant-network-list': 'neutron net-list',
  'nova tenant-network-show': 'neutron net-show',
  'nova volume-list': 'cinder list',
  'nova volume-show': 'cinder show',
  'nova volume-snapshot-list': 'cinder snapshot-list',
  'nova volume-snapshot-show': 'cinder snapshot-show',
  'nova volume-type-list': 'cinder type-list',
  // What several clients show of the login and the catalogue is keystone's.
  'cinder credentials': 'keystone token-get',
  'cinder endpoints': 'keystone catalog',
  'nova credentials': 'keystone token-get',
  'nova endpoints': 'keystone catalog',
  'swift auth': 'keystone token-get',
  'cinder api-version': 'cinder version-list',
  'cinder default-type-list': 'cinder type-default',
};

const rank = (verb: string): number => order.indexOf(verb.split(' ', 1)[0] ?? '');

/** Is another command with the same words meant, where that can do what the line says? */
export const standsBack = (verb: string): boolean => rank(verb) < 0 || Object.hasOwn(instead, verb);

/** Lines of the manifest, `server list = nova list`: of those with the same words the one that is meant comes first. */
export function inOrder(lines: readonly string[]): readonly string[] {
  const parts = lines.map((line) => line.split(' = ') as [string, string]);
  const at = (verb: string): number => (standsBack(verb) ? order.length : 0) + rank(verb);
  return parts
    .sort(([words, verb], [others, other]) =>
      words === others ? at(verb) - at(other) || (verb < other ? -1 : 1) : words < others ? -1 : 1,
    )
    .map((pair) => pair.join(' = '));
}

/** What is meant by openstack's words, where our command asks for it and openstack does not: a value, or another key's. */
export const meant: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'nova get-rdp-console': { type: 'rdp-html5' },
  'nova get-spice-console': { type: 'spice-html5' },
  'nova volume-update': { destVolume: '{srcVolume}' },
};

/** Options of openstack that no translation of ours has: what they are here. `{}` is the value. */
const others: Readonly<Record<string, Also>> = {
  'server list': {
    '--long': ['-C', 'Image,Flavor,Host'],
    '--no-name-lookup': [],
    '-n': [],
    '--name-lookup-one-by-one': [],
  },
  'server show': { '--no-name-lookup': [] },
  'image list': {
    '--long': ['-C', 'Disk_Format,Container_Format,Size,Checksum,Status,Visibility,Protected,Owner'],
    '--public': ['--visibility', 'public'],
    '--private': ['--visibility', 'private'],
    '--community': ['--visibility', 'community'],
    '--shared': ['--visibility', 'shared'],
    '--all': ['--visibility', 'all'],
    '--name': ['--property-filter', 'name={}'],
    '--status': ['--property-filter', 'status={}'],
    '--tag': ['--tag', '{}'],
  },
  'network list': { '--long': ['-C', 'status,admin_state_up,shared,router:external'] },
  'subnet list': { '--long': ['-C', 'enable_dhcp,gateway_ip,ip_version,dns_nameservers'] },
  'router list': { '--long': ['-C', 'status,admin_state_up,routes'] },
  'port list': {
    '--long': ['-C', 'status,device_owner,security_groups'],
    '--device-id': ['--device_id', '{}'],
    '--device-owner': ['--device_owner', '{}'],
    '--mac-address': ['--mac_address', '{}'],
    '--name': ['--name', '{}'],
  },
};

/** Of lists, the classic one is as long as it is. */
const ofLists: Also = { '--long': [] };

/** What openstack's other options for a command are here. */
export const alsoOf = (words: string): Also => ({
  ...(words.endsWith(' list') && ofLists),
  ...(Object.hasOwn(others, words) && others[words]),
});
