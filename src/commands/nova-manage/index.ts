import type { Applet } from '../../command/applet.js';

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
} satisfies Applet;
