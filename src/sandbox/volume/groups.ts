import { randomUUID } from 'node:crypto';
import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import type { Fields } from '../resource.js';
import type { VolumeRow } from '../world-volume.js';
import { isTrue, since, tablesOf, timeOf, type VolumeCall } from './call.js';
import { made, rename, rowResource, type VolumeResource } from './kind.js';

/** Groups of volumes, their types and snapshots, and the consistency groups that came before them. */

const allOfGroups = rowResource({
  one: 'group',
  many: 'groups',
  table: 'groups',
  briefKeys: ['id', 'name'],
  since: { group_snapshot_id: 14, source_group_id: 14, volumes: 25, replication_status: 38, project_id: 58 },
  hidden: ['project_id'],
  filters: 'group',
  linksKey: 'group_links',
  missing: (id) => `Group ${id} could not be found.`,
  version: 3,
  minor: 13,
  create: (call, given) =>
    made(call, {
      status: 'available',
      availability_zone: asText(given.availability_zone) ?? 'nova',
      created_at: timeOf(call),
      name: asText(given.name) ?? null,
      description: asText(given.description) ?? null,
      group_type: given.group_type,
      volume_types: given.volume_types ?? [],
      group_snapshot_id: null,
      source_group_id: null,
      volumes: [],
      replication_status: 'disabled',
      project_id: call.caller.token.tenantId,
    }),
  update: rename,
});

/** The volumes of a group are shown to who asks for them. */
export const groups: VolumeResource<VolumeRow> = {
  ...allOfGroups,
  view: (call, row, verb) => {
    const { volumes, ...rest } = allOfGroups.view(call, row, verb) as Fields;
    return isTrue(call.query.get('list_volume')) && volumes !== undefined ? { ...rest, volumes } : rest;
  },
};

export const groupSnapshots = rowResource({
  one: 'group_snapshot',
  many: 'group_snapshots',
  table: 'groupSnapshots',
  briefKeys: ['id', 'name', 'group_type_id'],
  since: { project_id: 58 },
  hidden: ['project_id'],
  filters: 'group_snapshot',
  linksKey: 'group_snapshot_links',
  missing: (id) => `GroupSnapshot ${id} could not be found.`,
  version: 3,
  minor: 14,
  create: (call, given) => {
    const group = tablesOf(call).groups.find(({ id }) => id === given.group_id);
    if (group === undefined) throw new Refusal(404, `Group ${given.group_id} could not be found.`);
    return made(call, {
      group_id: group.id,
      group_type_id: group.fields.group_type,
      status: 'available',
      created_at: timeOf(call),
      name: asText(given.name) ?? null,
      description: asText(given.description) ?? null,
      project_id: call.caller.token.tenantId,
    });
  },
  update: rename,
  remove() {},
});

export const groupTypes = rowResource({
  one: 'group_type',
  many: 'group_types',
  table: 'groupTypes',
  hidden: ['group_specs'],
  linksKey: 'group_type_links',
  missing: (id) => `Group type ${id} could not be found.`,
  version: 3,
  minor: 11,
  create: (_call, given) => ({
    id: randomUUID(),
    fields: {
      name: asText(given.name) ?? '',
      description: asText(given.description) ?? null,
      is_public: given.is_public !== false,
      group_specs: given.group_specs ?? {},
    },
  }),
  update: rename,
  remove() {},
});

/** What groups were before they had types: `/consistencygroups` shows the same rows in its own words. */
export const consistencyGroups: VolumeResource<VolumeRow> = {
  ...rowResource({
    one: 'consistencygroup',
    many: 'consistencygroups',
    table: 'groups',
    linksKey: 'consistencygroup_links',
    missing: (id) => `Group ${id} could not be found.`,
    version: 2,
  }),
  sees: (call, row) => ownConsistent(call, row),
  view: (_call, { id, fields }) => ({
    id,
    status: fields.status,
    availability_zone: fields.availability_zone,
    created_at: fields.created_at,
    name: fields.name,
    description: fields.description,
    volume_types: fields.volume_types,
  }),
  brief: (_call, { id, fields }) => ({ id, name: fields.name }),
};

/** Only groups of the type that consistency groups were moved to. */
function ownConsistent(call: VolumeCall, { ownerId, fields }: VolumeRow): boolean {
  const { admin, token } = call.caller;
  const type = tablesOf(call).groupTypes.find((row) => row.id === (fields.group_type ?? fields.group_type_id));
  return type?.fields.name === 'default_cgsnapshot_type' && (admin || ownerId === token.tenantId);
}

export const cgsnapshots: VolumeResource<VolumeRow> = {
  ...rowResource({
    one: 'cgsnapshot',
    many: 'cgsnapshots',
    table: 'groupSnapshots',
    missing: (id) => `GroupSnapshot ${id} could not be found.`,
    version: 2,
  }),
  sees: ownConsistent,
  view: (_call, { id, fields }) => ({
    id,
    consistencygroup_id: fields.group_id,
    status: fields.status,
    created_at: fields.created_at,
    name: fields.name,
    description: fields.description,
  }),
  brief: (_call, { id, fields }) => ({ id, name: fields.name }),
};

/** `POST /groups/{id}/action`: `delete`, and for a read `list_replication_targets`, of which there are none. */
export function groupAction(call: VolumeCall, row: VolumeRow): Answer {
  const asked = asObject(parsed(call.body)) ?? {};
  if (asked.list_replication_targets !== undefined) {
    since(call, 38);
    return json(200, { replication_targets: [] });
  }
  if (asked.delete === undefined) throw new Refusal(501, `The embedded cloud does not ${Object.keys(asked)[0]}.`);
  const tables = tablesOf(call);
  tables.groups = tables.groups.filter(({ id }) => id !== row.id);
  return { ...nothing(), status: 202 };
}
