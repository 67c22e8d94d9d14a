import swift from '../../classic/swift.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: swift,
  summary: 'Object storage: containers and the objects in them.',
  examples: () => import('./examples.js'),
  commands,
} satisfies Applet;
