import type { Applet } from '../../command/applet.js';

export default {
  summary: 'Compute: servers and what runs them.',
  commands: {
    diagnostics: { summary: 'Retrieve server diagnostics.', load: () => import('./diagnostics.js') },
    list: { summary: 'List servers.', load: () => import('./list.js') },
    show: { summary: 'Show details about the given server.', load: () => import('./show.js') },
  },
} satisfies Applet;
