import stackline from '../../classic/stackline.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: stackline,
  multiCall: true,
  summary: 'The command line for OpenStack administrators.',
  examples: () => import('./examples.js'),
  commands,
} satisfies Applet;
