import type { Resource } from '../resource.js';

/*
 * What the Block Storage API has, by its reference. Names are compared as they are, and looked for in all projects, which
 * the service grants to administrators alone (cinderclient `base.py` findall). `label` is what cinderclient calls one.
 */

const everywhere = (name: string) => ({ all_tenants: 1, name });

const common = { service: 'volume', exactNames: true, byName: everywhere } as const;

export const volumes: Resource = {
  ...common,
  path: '/volumes',
  detail: '/volumes/detail',
  noun: 'volume',
  many: 'volumes',
};

export const snapshots: Resource = {
  ...common,
  path: '/snapshots',
  detail: '/snapshots/detail',
  noun: 'snapshot',
  many: 'snapshots',
};

export const backups: Resource = {
  ...common,
  path: '/backups',
  detail: '/backups/detail',
  noun: 'backup',
  many: 'backups',
  label: 'volumebackup',
};

/** Without `is_public` the service lists public ones only. */
export const volumeTypes: Resource = {
  ...common,
  path: '/types',
  noun: 'volume_type',
  many: 'volume_types',
  label: 'volumetype',
  byName: () => ({ is_public: 'None' }),
};

export const groupTypes: Resource = {
  ...common,
  path: '/group_types',
  noun: 'group_type',
  many: 'group_types',
  label: 'grouptype',
  byName: () => ({ is_public: 'None' }),
};

export const groups: Resource = {
  ...common,
  path: '/groups',
  detail: '/groups/detail',
  noun: 'group',
  many: 'groups',
};

export const groupSnapshots: Resource = {
  ...common,
  path: '/group_snapshots',
  detail: '/group_snapshots/detail',
  noun: 'group_snapshot',
  many: 'group_snapshots',
  label: 'groupsnapshot',
};

export const consistencyGroups: Resource = {
  ...common,
  path: '/consistencygroups',
  detail: '/consistencygroups/detail',
  noun: 'consistencygroup',
  many: 'consistencygroups',
};

export const cgsnapshots: Resource = {
  ...common,
  path: '/cgsnapshots',
  detail: '/cgsnapshots/detail',
  noun: 'cgsnapshot',
  many: 'cgsnapshots',
};

/** Transfers; from 3.55 on they have a path of their own. */
export const transfersSince355: Resource = {
  ...common,
  path: '/volume-transfers',
  detail: '/volume-transfers/detail',
  noun: 'transfer',
  many: 'transfers',
  label: 'volumetransfer',
};

export const transfersBefore355: Resource = {
  ...transfersSince355,
  path: '/os-volume-transfer',
  detail: '/os-volume-transfer/detail',
};

export const qosSpecs: Resource = {
  ...common,
  path: '/qos-specs',
  noun: 'qos_specs',
  many: 'qos_specs',
  label: 'qosspecs',
  byName: () => ({}),
};

/** Messages have no names. */
export const messages: Resource = { ...common, path: '/messages', noun: 'message', many: 'messages' };

export const attachments: Resource = { ...common, path: '/attachments', noun: 'attachment', many: 'attachments' };

export const clusters: Resource = { ...common, path: '/clusters', noun: 'cluster', many: 'clusters' };

/** Services of Cinder, in the order of its database. */
export const volumeServices: Resource = { ...common, path: '/os-services', noun: 'service', many: 'services' };

export const zones: Resource = {
  ...common,
  path: '/os-availability-zone',
  noun: 'availability_zone',
  many: 'availabilityZoneInfo',
};

export const filters: Resource = {
  ...common,
  path: '/resource_filters',
  noun: 'resource_filter',
  many: 'resource_filters',
};

export const extensions: Resource = { ...common, path: '/extensions', noun: 'extension', many: 'extensions' };
