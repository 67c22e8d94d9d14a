import type { Kinds } from '../client.js';

export default {
  Images: ['image', 'member', 'explain', 'usage'],
  'Imports, tasks and stores': ['import', 'task', 'stores', 'cache'],
  'Metadata definitions': ['md-'],
} satisfies Kinds;
