import glance from '../../classic/glance.js';
import type { Applet } from '../../command/applet.js';
import { imageVersion } from '../../core/image-version.js';
import commands from './manifest.js';

export default {
  client: glance,
  summary: 'Images, who may use them, and what is defined for them.',
  examples: () => import('./examples.js'),
  commands,
  versions: {
    setting: 'imageApiVersion',
    program: (version, url) => (imageVersion(version, url) === 1 ? 'glance-v1' : 'glance'),
    older: {
      version: '1',
      // `shell.py` main
      warning:
        'WARNING: The client is falling back to v1 because the accessing to v2 failed. This behavior will be removed in ' +
        'future versions',
    },
  },
} satisfies Applet;
