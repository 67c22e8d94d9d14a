/** What nova only handed on to the network service, and still does at its first microversion, against novaclient 7.1. */
import { computeOf, nova712, zed } from './clouds.js';
import { sideBySide } from './side-by-side.js';
import { type Api, twins } from './twins.js';

const cloud = await zed();
const network = 'http://127.0.0.1:9696/v2.0';
const unowned = '203.0.113.250';

interface Named {
  readonly id: string;
  readonly name: string;
}

const groups = async (api: Api, name: string): Promise<Named[]> =>
  (await api.ask('GET', `${network}/security-groups`)).body.security_groups
    .filter((one: Named) => one.name.includes(name))
    .sort((one: Named, other: Named) => (one.name < other.name ? -1 : 1));

const addresses = new Map<string, { readonly id: string; readonly floating_ip_address: string }>();
/** A floating address for each of the two. */
async function addressOf(api: Api, name: string): Promise<string> {
  const known = addresses.get(name);
  if (known !== undefined) return known.floating_ip_address;
  const { networks } = (await api.ask('GET', `${network}/networks?name=public`)).body;
  const floatingip = { floating_network_id: networks[0].id };
  const made = (await api.ask('POST', `${network}/floatingips`, { floatingip })).body.floatingip;
  addresses.set(name, made);
  return made.floating_ip_address;
}

twins(cloud, nova712, computeOf, [
  {
    title: 'a security group',
    state: async (api, name) =>
      (await groups(api, name)).map((group) => {
        const { description, security_group_rules: rules } = group as Named & Record<string, unknown>;
        return {
          name: group.name,
          description,
          rules: (rules as Record<string, unknown>[])
            .map((rule) => `${rule.protocol} ${rule.port_range_min} ${rule.port_range_max} ${rule.remote_ip_prefix}`)
            .sort(),
        };
      }),
    clean: async (api, name) => {
      for (const { id } of await groups(api, name)) await api.ask('DELETE', `${network}/security-groups/${id}`);
    },
    steps: [
      "secgroup-create {twin} 'for tests'",
      "secgroup-create '{twin} b' x",
      'secgroup-add-rule {twin} tcp 22 22 10.0.0.0/8',
      'secgroup-add-rule {twin} ICMP -1 -1 0.0.0.0/0',
      'secgroup-add-rule {twin} tcp z 22 10.0.0.0/8',
      'secgroup-add-rule {twin} tcp 22 z 10.0.0.0/8',
      'secgroup-add-rule {twin} gre 1 2 10.0.0.0/8',
      'secgroup-add-rule {twin} tcp 23 22 10.0.0.0/8',
      'secgroup-add-rule {twin} tcp 22 22 10.0.0.0/8',
      "secgroup-add-group-rule {twin} '{twin} b' udp 53 53",
      "secgroup-delete-group-rule {twin} '{twin} b' udp 54 53",
      "secgroup-delete-group-rule {twin} '{twin} b' udp 53 53",
      'secgroup-delete-rule {twin} tcp 22 23 10.0.0.0/8',
      'secgroup-delete-rule {twin} TCP 22 22 10.0.0.0/8',
      "secgroup-update {twin} '{twin} c' 'another text'",
      'secgroup-update {twin} x y',
      "secgroup-delete '{twin} c'",
      "secgroup-delete '{twin} c'",
    ],
  },
  {
    title: 'a floating address',
    id: addressOf,
    state: async (api, name) => {
      const { status } = await api.ask('GET', `${network}/floatingips/${addresses.get(name)?.id}`);
      return status;
    },
    clean: async (api, name) => api.ask('DELETE', `${network}/floatingips/${addresses.get(name)?.id}`),
    steps: ['floating-ip-delete {id}', 'floating-ip-delete {id}'],
  },
  {
    title: 'addresses given and taken',
    steps: [
      `floating-ip-associate {twin} ${unowned}`,
      `floating-ip-associate {twin} ${unowned} --fixed-address 10.9.9.9`,
      'floating-ip-associate {id} nonsense',
      `floating-ip-disassociate {twin} ${unowned}`,
      'add-fixed-ip {twin} 00000000-0000-4000-8000-000000000000',
      'remove-fixed-ip {twin} 10.9.9.9',
    ],
  },
]);

sideBySide(cloud, nova712, [
  'floating-ip-create nosuch-pool',
  'floating-ip-delete nothing',
  'secgroup-add-rule nosuch tcp 1 2 10.0.0.0/8',
  'secgroup-delete nosuch',
  'add-fixed-ip nosuch-server x',
]);
