import type { Kinds } from '../client.js';

export default {
  'Virtual machines': ['vm', 'kvp', 'userdata'],
  Hosts: ['host', 'default-path', 'ping', 'query'],
  Jobs: ['job', 'codes'],
} satisfies Kinds;
