import type { Kinds } from '../client.js';

export default {
  'Containers and objects': ['list', 'stat', 'download', 'tempurl'],
  'The service': ['auth', 'capabilities'],
} satisfies Kinds;
