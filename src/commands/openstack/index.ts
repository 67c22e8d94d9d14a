import openstack from '../../classic/openstack.js';
import type { Applet } from '../../command/applet.js';
import commands from './manifest.js';

export default {
  client: openstack,
  summary: 'The words of openstack, for what the other programs do.',
  commands,
} satisfies Applet;
