import keystone from '../../classic/keystone.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: keystone,
  summary: 'Identity: services, their endpoints, and who may use them.',
  examples: () => import('./examples.js'),
  commands,
} satisfies Applet;
