import type { Applet } from '../../command/applet.js';

export default {
  summary: 'The command line for OpenStack administrators.',
  commands: {
    demo: { summary: 'Walk through a cloud, on the embedded one.', load: () => import('./demo.js') },
    logout: { summary: 'Forget and revoke the tokens that are kept.', load: () => import('./logout.js') },
    sandbox: { summary: 'Serve the embedded cloud on this machine.', load: () => import('./sandbox.js') },
  },
} satisfies Applet;
