import manage from '../../classic/manage.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

const DATABASE = "it works on nova's database, on the controller: no public command does that.";
const CONTROLLER = 'it works on the controller itself: no public command does that.';
const NETWORKS =
  "'nova network-create' and its like did that up to 2.35; today the network service does: 'openstack network'.";

export default {
  client: manage,
  summary: 'Compute: what nova-manage reads from the database, read through the public API.',
  commands,
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
