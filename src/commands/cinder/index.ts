import cinder from '../../classic/cinder.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: cinder,
  summary: 'Block storage: volumes, their types, snapshots and backups.',
  examples: () => import('./examples.js'),
  commands,
} satisfies Applet;
