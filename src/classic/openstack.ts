import type { ClassicClient } from './client.js';
import stackline from './stackline.js';

const { helpWins: _, ...errors } = stackline.errors;

/**
 * python-openstackclient 6. Its commands are those of the other clients in other words, and print what those print: only
 * what is wrong before a command is found is said as it says that (cliff's `app.py`).
 */
export default {
  ...stackline,
  version: '6.0.0',
  versionLine: 'openstack 6.0.0',
  errors: {
    ...errors,
    usagePrefix: 'program alone',
    usagePointsToHelp: false,
    unknownCommandIsUsage: true,
    unknownCommand: (word, following) => {
      const end = following.findIndex((one) => one.startsWith('-'));
      const words = [word, ...following.slice(0, end < 0 ? undefined : end)].join(' ');
      return `openstack: '${words}' is not an openstack command. See 'openstack --help'.`;
    },
  },
} satisfies ClassicClient;
