/**
 * Every verb that changes something and has no `--wait`, with why: what it does is done when the service answers, or no
 * API tells when it is. Sources: nova of Zed (api/openstack/compute, compute/api.py, compute/rpcapi.py), and of the
 * releases that had what is gone since.
 */

interface AtOnce {
  readonly because: string;
  readonly verbs: readonly string[];
}

const of = (client: string, verbs: string): readonly string[] =>
  verbs
    .trim()
    .split(/,\s*/)
    .map((verb) => `${client} ${verb}`);

export const doneAtOnce: readonly AtOnce[] = [
  {
    because: 'a row of the service’s own database, written before it answers, though nova says 202 to some of them',
    verbs: [
      ...of('nova', 'agent-create, agent-delete, agent-modify, aggregate-create, aggregate-delete, aggregate-update'),
      ...of('nova', 'aggregate-set-metadata, aggregate-add-host, aggregate-remove-host, flavor-access-add'),
      ...of('nova', 'flavor-access-remove, flavor-create, flavor-delete, flavor-key, flavor-update, keypair-add'),
      ...of('nova', 'keypair-delete, lock, unlock, meta, host-meta, rename, update, reset-state, quota-class-update'),
      ...of('nova', 'quota-delete, quota-update, server-group-create, server-group-delete, server-tag-add'),
      ...of('nova', 'server-tag-delete, server-tag-delete-all, server-tag-set, service-delete, service-force-down'),
      ...of('nova', 'service-disable, service-enable, baremetal-interface-add, baremetal-interface-remove'),
      ...of('nova', 'baremetal-node-create, baremetal-node-delete, fixed-ip-reserve, fixed-ip-unreserve'),
      ...of('nova', 'floating-ip-bulk-create, floating-ip-bulk-delete, zone-add, zone-delete, cloudpipe-configure'),
      ...of('nova-manage', 'agent create, agent delete, agent modify, cell create, cell delete, fixed reserve'),
      ...of('nova-manage', 'fixed unreserve, flavor create, flavor delete, flavor set_key, flavor unset_key'),
      ...of('nova-manage', 'floating create, floating delete, service disable, service enable, vpn change'),
    ],
  },
  {
    because: 'nova asks another service, or a host, and answers once that has (rpc call, a request of its own)',
    verbs: [
      ...of('nova', 'set-password, clear-password, host-action, host-update, add-secgroup, remove-secgroup'),
      ...of('nova', 'floating-ip-associate, floating-ip-create, floating-ip-delete, floating-ip-disassociate'),
      ...of('nova', 'secgroup-create, secgroup-delete, secgroup-update, secgroup-add-rule, secgroup-delete-rule'),
      ...of('nova', 'secgroup-add-group-rule, secgroup-delete-group-rule, secgroup-add-default-rule'),
      ...of('nova', 'secgroup-delete-default-rule, dns-create, dns-create-private-domain, dns-create-public-domain'),
      ...of('nova', 'dns-delete, dns-delete-domain, network-associate-host, network-associate-project'),
      ...of('nova', 'network-create, network-delete, network-disassociate, tenant-network-create, scrub'),
      ...of('nova', 'tenant-network-delete, x509-create-cert, coverage-report, coverage-start, coverage-stop'),
      ...of('nova-manage', 'network create, network delete, network modify, project scrub'),
    ],
  },
  {
    because: 'glance and cinder keep it in their own databases (glance/api/v2/images.py, cinder/api/v2/types.py)',
    verbs: of('nova', 'image-meta, volume-type-create, volume-type-delete'),
  },
  {
    because: 'keystone has nothing that goes on after its answer',
    verbs: [
      ...of('keystone', 'bootstrap, ec2-credentials-create, ec2-credentials-delete, endpoint-create, endpoint-delete'),
      ...of('keystone', 'password-update, role-create, role-delete, service-create, service-delete, tenant-create'),
      ...of('keystone', 'tenant-delete, tenant-update, user-create, user-delete, user-password-update'),
      ...of('keystone', 'user-role-add, user-role-remove, user-update'),
    ],
  },
  {
    because: 'they wait for the host’s job themselves, as long as --wait-timeout says',
    verbs: of('hyperv', 'kvp set, kvp delete, userdata set, userdata delete'),
  },
];

/** What goes on where no API shows it: `--wait` is refused with what to look at instead. */
export const unseenVerbs: Readonly<Record<string, string>> = {
  'nova aggregate-cache-images':
    'compute/aggregates.py: 202, and the conductor is cast to; it tells notifications and its log',
  'nova refresh-network': 'compute/server_external_events.py: the compute service is cast to; the cache has no state',
  'nova reset-network': 'nova 2012.1 to Ussuri, compute/admin_actions.py: 202, and the compute service is cast to',
};
