import { isRecord } from '../lib/read.js';

/** Kinds of things to which ids belong, and for which one list gives all names. */
export type Kind =
  | 'project'
  | 'user'
  | 'flavor'
  | 'image'
  | 'network'
  | 'subnet'
  | 'router'
  | 'security group'
  | 'volume'
  | 'server'
  | 'domain'
  | 'role';

interface Reference {
  /** Its column, as in `-c Project`; it is found by other spellings, too. */
  readonly title: string;
  readonly aliases?: readonly string[];
  /** The kind of what is there; left out: the field itself is a name already. */
  readonly kind?: Kind;
  /** The API's names of the field, of which an item has one. */
  readonly fields: readonly string[];
}

/** What an administrator calls a thing, and the fields in which services say it. */
export const references: readonly Reference[] = [
  {
    title: 'Project',
    aliases: ['tenant'],
    kind: 'project',
    fields: [
      'project_id',
      'tenant_id',
      'os-vol-tenant-attr:tenant_id',
      'os-extended-snapshot-attributes:project_id',
      'os-backup-project-attr:project_id',
      'owner',
      'tenantId',
      'default_project_id',
    ],
  },
  { title: 'User', kind: 'user', fields: ['user_id', 'userId', 'trustee_user_id'] },
  { title: 'Flavor', kind: 'flavor', fields: ['flavor', 'flavor_id'] },
  { title: 'Image', kind: 'image', fields: ['image', 'image_id', 'volume_image_metadata'] },
  { title: 'Network', kind: 'network', fields: ['network_id', 'floating_network_id', 'net_id'] },
  { title: 'Subnet', aliases: ['subnets'], kind: 'subnet', fields: ['subnet_id', 'subnets'] },
  { title: 'Router', kind: 'router', fields: ['router_id'] },
  {
    title: 'Security Group',
    aliases: ['security_groups'],
    kind: 'security group',
    fields: ['security_group_id', 'security_groups'],
  },
  { title: 'Volume', kind: 'volume', fields: ['volume_id'] },
  {
    title: 'Server',
    aliases: ['instance'],
    kind: 'server',
    fields: ['server_id', 'instance_uuid', 'instance', 'attachments'],
  },
  { title: 'Domain', kind: 'domain', fields: ['domain_id'] },
  { title: 'Role', kind: 'role', fields: ['role_id'] },
  {
    title: 'Host',
    fields: [
      'OS-EXT-SRV-ATTR:host',
      'binding:host_id',
      'os-vol-host-attr:host',
      'host',
      'host_name',
      'hosts',
      'service_host',
      'hypervisor_hostname',
    ],
  },
  { title: 'Created', fields: ['created', 'created_at'] },
  { title: 'Updated', fields: ['updated', 'updated_at'] },
  { title: 'AZ', aliases: ['zone'], fields: ['OS-EXT-AZ:availability_zone', 'availability_zone'] },
];

/** What is known of one thing: its id, and its name where the item says it itself. */
export interface Referred {
  readonly id: string;
  readonly name?: string;
}

/**
 * The things that a value refers to: an id, an object with one, or a list of them. A flavor that a server carries as it
 * was at boot has its name, and no id.
 */
export function referredIn(value: unknown, kind: Kind): readonly Referred[] {
  if (Array.isArray(value)) return value.flatMap((one) => referredIn(one, kind));
  if (typeof value === 'string') return value === '' ? [] : [{ id: value }];
  if (!isRecord(value)) return [];
  const { id, name, original_name: original, [`${kind}_id`]: other } = value;
  if (typeof original === 'string') return [{ id: original, name: original }];
  // What a volume says of its server has an id of its own.
  if (typeof other === 'string') return [{ id: other }];
  if (typeof id === 'string') return [{ id, ...(typeof name === 'string' ? { name } : {}) }];
  return typeof name === 'string' ? [{ id: name, name }] : [];
}
