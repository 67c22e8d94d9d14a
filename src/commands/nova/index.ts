import nova from '../../classic/nova.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: nova,
  summary: 'Compute: servers and what runs them.',
  examples: () => import('./examples.js'),
  commands,
} satisfies Applet;
