import glance from '../../classic/glance.js';
import type { Applet } from '../../command/applet.js';
import { imageVersion } from '../../core/image-version.js';
import commands from './manifest.js';

export default {
  client: glance,
  summary: 'Images, who may use them, and what is defined for them.',
  commands,
  versions: {
    setting: 'imageApiVersion',
    program: (version, url) => (imageVersion(version, url) === 1 ? 'glance-v1' : 'glance'),
  },
} satisfies Applet;
