import type { Applet } from '../../command/applet.js';

const DATABASE = "it works on nova's database, on the controller: no public command does that.";
const CONTROLLER = 'it works on the controller itself: no public command does that.';
const NETWORKS =
  "'nova network-create' and its like did that up to 2.35; today the network service does: 'openstack network'.";

export default {
  summary: 'Compute: what nova-manage reads from the database, read through the public API.',
  commands: {
    'agent list': { summary: 'Show the builds of guest agents.', load: () => import('./agent-list.js') },
    'cell list': { summary: 'Show the cells of the first kind.', load: () => import('./cell-list.js') },
    'fixed list': { summary: 'Show the fixed addresses in use.', load: () => import('./fixed-list.js') },
    'flavor list': {
      summary: 'Show the flavors.',
      aliases: ['instance_type list'],
      load: () => import('./flavor-list.js'),
    },
    'floating list': { summary: 'Show the floating addresses.', load: () => import('./floating-list.js') },
    'host list': { summary: 'Show the hosts of the compute services.', load: () => import('./host-list.js') },
    'network list': { summary: "Show nova's own networks.", load: () => import('./network-list.js') },
    'project quota': {
      summary: 'Show the limits of a project.',
      aliases: ['account quota'],
      load: () => import('./project-quota.js'),
    },
    'service describe_resource': {
      summary: 'Show what a host has and what of it is taken.',
      load: () => import('./service-describe_resource.js'),
    },
    'service list': { summary: 'Show the compute services.', load: () => import('./service-list.js') },
    'version list': {
      summary: 'Show what can be known of the release.',
      aliases: ['version'],
      load: () => import('./version-list.js'),
    },
    'vm list': { summary: 'Show the servers of all projects.', load: () => import('./vm-list.js') },
  },
  replacements: {
    account: "'keystone tenant-list' and its like do that since keystone keeps the accounts.",
    agent: "'nova agent-create', 'nova agent-modify' and 'nova agent-delete' do that.",
    api_db: DATABASE,
    cell: DATABASE,
    cell_v2: DATABASE,
    config: 'it reads the settings of the controller: no public command does that.',
    db: DATABASE,
    export: DATABASE,
    fixed: "'nova fixed-ip-reserve' and 'nova fixed-ip-unreserve' do that, up to 2.35.",
    flavor: "'nova flavor-create', 'nova flavor-delete' and 'nova flavor-key' do that.",
    floating:
      "'nova floating-ip-bulk-create' and 'nova floating-ip-bulk-delete' did that up to 2.35; today the network service does.",
    image_property: DATABASE,
    instance_type: "'nova flavor-create', 'nova flavor-delete' and 'nova flavor-key' do that.",
    libvirt: DATABASE,
    limits: DATABASE,
    logs: 'it reads the log files of the controller: no public command does that.',
    network: NETWORKS,
    placement: DATABASE,
    project: "'nova quota-update' sets limits; 'keystone tenant-list' and its like do the rest.",
    role: "'keystone role-list', 'keystone user-role-add' and their like do that.",
    service: "'nova service-enable' and 'nova service-disable' do that.",
    shell: CONTROLLER,
    sm: DATABASE,
    user: "'keystone user-list' and its like do that.",
    volume: "'cinder list' and its like do that.",
    volume_attachment: DATABASE,
    vm: "'nova list', 'nova show' and 'nova live-migration' do that.",
    vpn: "'nova cloudpipe-configure' did that up to 2.35.",
  },
} satisfies Applet;
