import manage from '../../classic/manage.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

const DATABASE = "it works on nova's database, on the controller: no public command does that.";
const CONTROLLER = 'it works on the controller itself: no public command does that.';
const NETWORKS =
  "'nova network-create' and its like did that up to 2.35; today the network service does: 'openstack network'.";

export default {
  client: manage,
  summary: 'Compute: what nova-manage does with the database, done through the public API.',
  examples: () => import('./examples.js'),
  commands,
  replacements: {
    account: "'keystone tenant-list' and its like do that since keystone keeps the accounts.",
    api_db: DATABASE,
    cell: DATABASE,
    cell_v2: DATABASE,
    config: 'it reads the settings of the controller: no public command does that.',
    db: DATABASE,
    export: DATABASE,
    image_property: DATABASE,
    libvirt: DATABASE,
    limits: DATABASE,
    logs: 'it reads the log files of the controller: no public command does that.',
    network: NETWORKS,
    placement: DATABASE,
    project: "'keystone tenant-list' and its like do that since keystone keeps the projects.",
    role: "'keystone role-list', 'keystone user-role-add' and their like do that.",
    service: 'it works on the hosts themselves: no public command does that.',
    shell: CONTROLLER,
    sm: DATABASE,
    user: "'keystone user-list' and its like do that.",
    volume: "'cinder list' and its like do that.",
    volume_attachment: DATABASE,
    vpn: "'nova cloudpipe-list' and 'nova cloudpipe-create' did that up to 2.35.",
  },
} satisfies Applet;
