import type { Applet } from '../../command/applet.js';

export default {
  summary: 'Identity: services, their endpoints, and who may use them.',
  commands: {
    'endpoint-list': { summary: 'List configured service endpoints.', load: () => import('./endpoint-list.js') },
    'service-list': { summary: 'List all services in Service Catalog.', load: () => import('./service-list.js') },
  },
} satisfies Applet;
