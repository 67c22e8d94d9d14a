import type { Applet } from '../../command/applet.js';

export default {
  summary: 'Compute: servers and what runs them.',
  commands: {
    'absolute-limits': {
      summary: 'Print a list of absolute limits of a project.',
      load: () => import('./absolute-limits.js'),
    },
    actions: {
      summary: 'Retrieve server actions, as clouds up to 2012 tell them.',
      load: () => import('./actions.js'),
    },
    'agent-list': { summary: 'List all builds.', load: () => import('./agent-list.js') },
    'aggregate-list': { summary: 'Print a list of all aggregates.', load: () => import('./aggregate-list.js') },
    'aggregate-show': {
      summary: 'Show details of the specified aggregate.',
      aliases: ['aggregate-details'],
      load: () => import('./aggregate-show.js'),
    },
    'availability-zone-list': {
      summary: 'List all the availability zones.',
      load: () => import('./availability-zone-list.js'),
    },
    'baremetal-interface-list': {
      summary: 'List network interfaces associated with a baremetal node.',
      load: () => import('./baremetal-interface-list.js'),
    },
    'baremetal-node-list': {
      summary: 'Print list of available baremetal nodes.',
      load: () => import('./baremetal-node-list.js'),
    },
    'baremetal-node-show': {
      summary: 'Show information about a baremetal node.',
      load: () => import('./baremetal-node-show.js'),
    },
    'cell-capacities': {
      summary: 'Get cell capacities for all cells or a given cell.',
      load: () => import('./cell-capacities.js'),
    },
    'cell-show': { summary: 'Show details of a given cell.', load: () => import('./cell-show.js') },
    'cloudpipe-list': {
      summary: 'Print a list of all cloudpipe instances.',
      load: () => import('./cloudpipe-list.js'),
    },
    'console-log': { summary: 'Get console log output of a server.', load: () => import('./console-log.js') },
    credentials: { summary: 'Show user credentials returned from auth.', load: () => import('./credentials.js') },
    'describe-resource': {
      summary: 'Show details about a resource: a host, by project.',
      load: () => import('./describe-resource.js'),
    },
    diagnostics: { summary: 'Retrieve server diagnostics.', load: () => import('./diagnostics.js') },
    'dns-domains': { summary: 'Print a list of available dns domains.', load: () => import('./dns-domains.js') },
    'dns-list': {
      summary: 'List current DNS entries for domain and IP or domain and name.',
      load: () => import('./dns-list.js'),
    },
    endpoints: {
      summary: 'Discover endpoints that get returned from the authenticate services.',
      load: () => import('./endpoints.js'),
    },
    'fixed-ip-get': { summary: 'Retrieve info on a fixed IP.', load: () => import('./fixed-ip-get.js') },
    'flavor-access-list': {
      summary: 'Print access information about the given flavor.',
      load: () => import('./flavor-access-list.js'),
    },
    'flavor-list': {
      summary: 'Print a list of available flavors (sizes of servers).',
      load: () => import('./flavor-list.js'),
    },
    'flavor-show': { summary: 'Show details about the given flavor.', load: () => import('./flavor-show.js') },
    'floating-ip-bulk-list': {
      summary: 'List all floating IPs (nova-network only).',
      load: () => import('./floating-ip-bulk-list.js'),
    },
    'floating-ip-list': { summary: 'List floating IPs.', load: () => import('./floating-ip-list.js') },
    'floating-ip-pool-list': {
      summary: 'List all floating IP pools.',
      load: () => import('./floating-ip-pool-list.js'),
    },
    'get-mks-console': { summary: 'Get an MKS console to a server.', load: () => import('./get-mks-console.js') },
    'get-password': {
      summary: 'Get the admin password for a server, as its metadata service has it.',
      load: () => import('./get-password.js'),
    },
    'get-rdp-console': { summary: 'Get a rdp console to a server.', load: () => import('./get-rdp-console.js') },
    'get-serial-console': {
      summary: 'Get a serial console to a server.',
      load: () => import('./get-serial-console.js'),
    },
    'get-spice-console': { summary: 'Get a spice console to a server.', load: () => import('./get-spice-console.js') },
    'get-vnc-console': { summary: 'Get a vnc console to a server.', load: () => import('./get-vnc-console.js') },
    'host-describe': {
      summary: 'Describe a specific host.',

      load: () => import('./host-describe.js'),
    },
    'host-list': { summary: 'List all hosts by service.', load: () => import('./host-list.js') },
    'hypervisor-list': { summary: 'List hypervisors.', load: () => import('./hypervisor-list.js') },
    'hypervisor-servers': {
      summary: 'List servers belonging to specific hypervisors.',
      load: () => import('./hypervisor-servers.js'),
    },
    'hypervisor-show': {
      summary: 'Display the details of the specified hypervisor.',
      load: () => import('./hypervisor-show.js'),
    },
    'hypervisor-stats': {
      summary: 'Get hypervisor statistics over all compute nodes.',
      load: () => import('./hypervisor-stats.js'),
    },
    'hypervisor-uptime': {
      summary: 'Display the uptime of the specified hypervisor.',
      load: () => import('./hypervisor-uptime.js'),
    },
    'image-list': { summary: 'Print a list of available images to boot from.', load: () => import('./image-list.js') },
    'image-show': { summary: 'Show details about the given image.', load: () => import('./image-show.js') },
    'instance-action': { summary: 'Show an action.', load: () => import('./instance-action.js') },
    'instance-action-list': { summary: 'List actions on a server.', load: () => import('./instance-action-list.js') },
    'instance-usage-audit-log': {
      summary: 'List/Get server usage audits.',
      load: () => import('./instance-usage-audit-log.js'),
    },
    'interface-list': { summary: 'List interfaces attached to a server.', load: () => import('./interface-list.js') },
    'keypair-list': { summary: 'Print a list of keypairs for a user.', load: () => import('./keypair-list.js') },
    'keypair-show': { summary: 'Show details about the given keypair.', load: () => import('./keypair-show.js') },
    limits: { summary: 'Print rate and absolute limits.', load: () => import('./limits.js') },
    list: { summary: 'List servers.', load: () => import('./list.js') },
    'list-extensions': {
      summary: 'List all the os-api extensions that are available.',
      load: () => import('./list-extensions.js'),
    },
    'list-secgroup': { summary: 'List Security Group(s) of a server.', load: () => import('./list-secgroup.js') },
    'migration-list': { summary: 'Print a list of migrations.', load: () => import('./migration-list.js') },
    'network-list': { summary: 'Print a list of available networks.', load: () => import('./network-list.js') },
    'network-show': { summary: 'Show details about the given network.', load: () => import('./network-show.js') },
    'quota-class-show': { summary: 'List the quotas for a quota class.', load: () => import('./quota-class-show.js') },
    'quota-defaults': { summary: 'List the default quotas for a tenant.', load: () => import('./quota-defaults.js') },
    'quota-show': { summary: 'List the quotas for a tenant/user.', load: () => import('./quota-show.js') },
    'rate-limits': { summary: 'Print a list of rate limits for a user.', load: () => import('./rate-limits.js') },
    'secgroup-list': {
      summary: 'List security groups for the current tenant.',
      load: () => import('./secgroup-list.js'),
    },
    'secgroup-list-default-rules': {
      summary: "List rules that will be added to the 'default' security group for new tenants.",
      load: () => import('./secgroup-list-default-rules.js'),
    },
    'secgroup-list-rules': {
      summary: 'List rules for a security group.',
      load: () => import('./secgroup-list-rules.js'),
    },
    'server-group-get': { summary: 'Get a specific server group.', load: () => import('./server-group-get.js') },
    'server-group-list': {
      summary: 'Print a list of all server groups.',
      load: () => import('./server-group-list.js'),
    },
    'server-migration-list': {
      summary: 'Get the migrations list of specified server.',
      load: () => import('./server-migration-list.js'),
    },
    'server-migration-show': {
      summary: 'Get the migration of specified server.',
      load: () => import('./server-migration-show.js'),
    },
    'server-tag-list': { summary: 'Get list of tags from a server.', load: () => import('./server-tag-list.js') },
    'server-topology': { summary: 'Retrieve server topology.', load: () => import('./server-topology.js') },
    'service-list': {
      summary: 'Show a list of all running services. Filter by host and binary.',
      load: () => import('./service-list.js'),
    },
    show: { summary: 'Show details about the given server.', load: () => import('./show.js') },
    'tenant-network-list': {
      summary: 'List tenant networks.',
      aliases: ['net-list'],
      load: () => import('./tenant-network-list.js'),
    },
    'tenant-network-show': {
      summary: 'Show a tenant network.',
      aliases: ['net'],
      load: () => import('./tenant-network-show.js'),
    },
    usage: { summary: 'Show usage data for a single tenant.', load: () => import('./usage.js') },
    'usage-list': { summary: 'List usage data for all tenants.', load: () => import('./usage-list.js') },
    'version-list': { summary: 'List all API versions.', load: () => import('./version-list.js') },
    'virtual-interface-list': {
      summary: 'Show virtual interface info about the given server.',
      load: () => import('./virtual-interface-list.js'),
    },
    'volume-attachments': {
      summary: 'List all the volumes attached to a server.',
      load: () => import('./volume-attachments.js'),
    },
    'volume-list': { summary: 'List all the volumes.', load: () => import('./volume-list.js') },
    'volume-show': { summary: 'Show details about a volume.', load: () => import('./volume-show.js') },
    'volume-snapshot-list': { summary: 'List all the snapshots.', load: () => import('./volume-snapshot-list.js') },
    'volume-snapshot-show': {
      summary: 'Show details about a snapshot.',
      load: () => import('./volume-snapshot-show.js'),
    },
    'volume-type-list': {
      summary: "Print a list of available 'volume types'.",
      load: () => import('./volume-type-list.js'),
    },
    'x509-get-root-cert': { summary: 'Fetch the x509 root cert.', load: () => import('./x509-get-root-cert.js') },
    zone: { summary: 'Show a child zone, as clouds of 2011 had them.', load: () => import('./zone.js') },
    'zone-info': { summary: "Get this zone's name and capabilities.", load: () => import('./zone-info.js') },
    'zone-list': { summary: 'List the children of a zone.', load: () => import('./zone-list.js') },
  },
} satisfies Applet;
