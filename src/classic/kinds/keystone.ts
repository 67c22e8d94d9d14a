import type { Kinds } from '../client.js';

export default {
  'Projects, users and roles': ['tenant', 'user', 'role', 'password', 'bootstrap'],
  'Services and endpoints': ['service', 'endpoint', 'catalog', 'discover'],
  'Tokens and keys': ['token', 'ec2'],
} satisfies Kinds;
