import type { Applet } from '../../command/applet.js';

export default {
  summary: 'Compute: what nova-manage reads from the database, read through the public API.',
  commands: {
    'host list': { summary: 'Show the hosts of the compute services.', load: () => import('./host-list.js') },
    'service list': { summary: 'Show the compute services.', load: () => import('./service-list.js') },
  },
} satisfies Applet;
