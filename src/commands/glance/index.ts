import glance from '../../classic/glance.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: glance,
  summary: 'Images, who may use them, and what is defined for them.',
  commands,
} satisfies Applet;
