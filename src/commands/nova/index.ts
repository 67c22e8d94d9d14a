import type { Applet } from '../../command/applet.js';

export default {
  summary: 'Compute: servers and what runs them.',
  commands: {
    diagnostics: { summary: 'Retrieve server diagnostics.', load: () => import('./diagnostics.js') },
    'flavor-access-list': {
      summary: 'Print access information about the given flavor.',
      load: () => import('./flavor-access-list.js'),
    },
    'flavor-list': {
      summary: 'Print a list of available flavors (sizes of servers).',
      load: () => import('./flavor-list.js'),
    },
    'flavor-show': { summary: 'Show details about the given flavor.', load: () => import('./flavor-show.js') },
    'hypervisor-list': { summary: 'List hypervisors.', load: () => import('./hypervisor-list.js') },
    'keypair-list': { summary: 'Print a list of keypairs for a user.', load: () => import('./keypair-list.js') },
    list: { summary: 'List servers.', load: () => import('./list.js') },
    'service-list': {
      summary: 'Show a list of all running services. Filter by host and binary.',
      load: () => import('./service-list.js'),
    },
    show: { summary: 'Show details about the given server.', load: () => import('./show.js') },
  },
} satisfies Applet;
