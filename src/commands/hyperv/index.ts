import hyperv from '../../classic/hyperv.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: hyperv,
  context: 'hyperv',
  summary: 'Look at Hyper-V hosts over WS-Management, and hand data to their guests.',
  examples: () => import('./examples.js'),
  commands,
} satisfies Applet;
