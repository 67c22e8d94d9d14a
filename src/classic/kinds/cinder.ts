import type { Kinds } from '../client.js';

export default {
  Volumes: ['list', 'show', 'metadata', 'image-metadata', 'summary', 'message', 'manageable'],
  'Snapshots and backups': ['snapshot', 'backup', 'transfer', 'attachment'],
  Types: ['type', 'default-type', 'extra-specs', 'encryption-type', 'qos'],
  Groups: ['group', 'consisgroup', 'cgsnapshot'],
  'Services and pools': ['service', 'cluster', 'get-', 'availability-zone'],
  'Quotas and limits': ['quota', 'absolute-limits', 'rate-limits'],
  'The API': [''],
} satisfies Kinds;
