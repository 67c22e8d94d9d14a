import type { Applet } from '../../command/applet.js';

export default {
  summary: 'Volumes: which services run, and where, as cinder-manage prints them.',
  service: 'volume',
  commands: {
    'host list': { summary: 'Show the hosts of the volume services.', load: () => import('./host-list.js') },
    'service list': { summary: 'Show the volume services.', load: () => import('./service-list.js') },
  },
} satisfies Applet;
