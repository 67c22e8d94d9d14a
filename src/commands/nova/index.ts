import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  summary: 'Compute: servers and what runs them.',
  commands,
} satisfies Applet;
