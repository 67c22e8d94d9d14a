import glance from '../../classic/glance.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

/** What `glance` is where the image API v1 is asked for, with the names that commands had before there was another one. */
export default {
  client: glance,
  summary: 'Images, and who may use them, by the image API v1.',
  commands,
} satisfies Applet;
