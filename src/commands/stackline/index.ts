import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  summary: 'The command line for OpenStack administrators.',
  commands,
} satisfies Applet;
