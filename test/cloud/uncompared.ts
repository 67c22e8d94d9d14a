/** Why a verb has no case with a peer: by applet and verb. */
const printf =
  "nova-manage of that age reads the database of its own release; the layout is that of its source's printf, tested on the embedded cloud";
const changes =
  'nova-manage of that age changes the database of its own release; what ours sends is tested on the embedded cloud';
const absent = (what: string): string => `${printf}; ${what} is in no API and is \`-\``;

/** Commands of plug-ins that neutronclient 2.3 had, and 6.14 no more. */
const until23 = "no neutronclient after 2.3 has it; it is that source's, tested on the embedded cloud";
const gone23 = ['cisco-credential', 'cisco-network-profile', 'cisco-policy-profile', 'net-gateway', 'queue'].flatMap(
  (noun) => [`${noun}-list`, `${noun}-show`],
);

export const uncompared: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nova: {},
  keystone: {},
  'nova-manage': {
    ...Object.fromEntries(
      (
        'account scrub,agent create,agent delete,agent modify,cell create,cell delete,fixed reserve,fixed unreserve,flavor create,flavor delete,flavor set_key,' +
        'flavor unset_key,floating create,floating delete,instance_type create,instance_type delete,' +
        'instance_type set_key,instance_type unset_key,network create,network delete,network modify,project scrub,' +
        'service disable,service enable,vm block_migration,vm live_migration,vpn change'
      )
        .split(',')
        .map((name) => [name, changes]),
    ),
    'account quota': printf,
    'agent list': printf,
    'cell list': absent('an id'),
    'fixed list': `${printf}; only addresses in use, no API lists free ones`,
    'flavor list': printf,
    'floating list': printf,
    'host list': printf,
    'instance_type list': printf,
    'network list': absent('the id'),
    'project quota': printf,
    'service describe_resource': printf,
    'service list': printf,
    version: 'no API tells the release; it is told by the highest microversion',
    'version list': 'no API tells the release; it is told by the highest microversion',
    'vm list': absent('before microversion 2.3 a kernel, a ramdisk or an index'),
  },
  'cinder-manage': { 'volume delete': 'it is not for a cloud that others use: tested on the embedded cloud' },
  cinder: {
    credentials: 'cinderclient dropped it with 2.0: the table is the one of nova credentials, which is compared',
  },
  neutron: Object.fromEntries(gone23.map((verb) => [verb, until23])),
  swift: {},
  glance: {},
  'glance-v1': { 'image-index': 'the peer calls it index' },
};

/** What of a verb that has cases is in none of them: by applet, what is typed and why. */
export const limits: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nova: {
    'image-create --poll':
      'the hypervisor of the test cloud hands over no data: an image of a server stays in the queue, and the peer waits for ever',
    'boot --boot-volume, --block-device, --snapshot with a volume that is there; volume-attach, -update and -detach of one':
      'the volumes of the test cloud hold no data and are attached to nothing; what is sent is compared for those that are not there',
    'evacuate, host-evacuate and host-servers-migrate that find a server to move':
      'they need a host that is down, or move servers that other cases look at',
    'quota-update, quota-class-update, service-enable, service-disable and service-force-down that change something':
      'others look at the same quotas and hosts; they are in the functional suite of novaclient (test/suites)',
  },
};
