import quantum from '../../classic/quantum.js';
import type { Applet } from '../../command/applet.js';
import commands from '../neutron/manifest.js';

/** What neutron was called until 2013: its commands are neutron's (`cli/applets.ts`). */
export default {
  client: quantum,
  summary: 'Network, under the name that its service had until 2013.',
  commands,
} satisfies Applet;
