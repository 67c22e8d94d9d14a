import { randomUUID } from 'node:crypto';
import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import type { VolumeType } from '../world-volume.js';
import { administratorsOnly, isReading, isTrue, since, tablesOf, type VolumeCall } from './call.js';
import type { VolumeResource } from './kind.js';
import type { View } from './list.js';

/** What members see of a type's extra specs (cinder/policies/type_extra_specs.py: USER_VISIBLE_EXTRA_SPECS). */
const visible = ['RESKEY:availability_zones', 'multiattach', 'replication_enabled'];

function specsOf({ caller }: VolumeCall, { extraSpecs }: VolumeType): Record<string, string> {
  const entries = Object.entries(extraSpecs).filter(([key]) => caller.admin || visible.includes(key));
  return Object.fromEntries(entries);
}

/** `/types`: members see the public ones and those that they may use. */
export const volumeTypes: VolumeResource<VolumeType> = {
  one: 'volume_type',
  many: 'volume_types',
  rows: (call) => tablesOf(call).types,
  id: ({ id }) => id,
  sees: (call, row) => {
    const { admin, token } = call.caller;
    const asked = call.query.get('is_public')?.toLowerCase();
    const known = row.isPublic || row.tenants.includes(token.tenantId ?? '');
    if (!admin || call.parts[1] !== undefined) return admin || known;
    if (asked === 'none') return true;
    return asked === undefined ? known : isTrue(asked) === row.isPublic;
  },
  missing: (id) => `Volume type ${id} could not be found.`,
  filters: 'volume_type',
  linksKey: 'volume_type_links',
  view: (call, row): View => ({
    id: row.id,
    name: row.name,
    ...(call.version === 1
      ? { extra_specs: specsOf(call, row) }
      : {
          is_public: row.isPublic,
          description: row.description,
          extra_specs: specsOf(call, row),
          ...(call.caller.admin && call.version === 3 ? { qos_specs_id: row.qosId } : {}),
          'os-volume-type-access:is_public': row.isPublic,
        }),
  }),
  create: (call, given) => {
    administratorsOnly(call, 'volume_extension:type_create');
    const name = asText(given.name);
    if (name === undefined)
      throw new Refusal(400, "Invalid input for field/attribute name. 'name' is a required property");
    if (tablesOf(call).types.some((row) => row.name === name)) {
      throw new Refusal(409, `Volume Type ${name} already exists.`);
    }
    return {
      id: randomUUID(),
      name,
      description: asText(given.description) ?? null,
      isPublic: given['os-volume-type-access:is_public'] !== false,
      extraSpecs: (asObject(given.extra_specs) ?? {}) as Record<string, string>,
      qosId: null,
      tenants: [],
    };
  },
  update: (call, row, given) => {
    administratorsOnly(call, 'volume_extension:type_update');
    row.name = asText(given.name) ?? row.name;
    row.description = asText(given.description) ?? row.description;
    if (typeof given.is_public === 'boolean') row.isPublic = given.is_public;
  },
  remove: (call, row) => {
    administratorsOnly(call, 'volume_extension:type_delete');
    if (call.cloud.world.volumes.some(({ type }) => type === row.name)) {
      throw new Refusal(400, 'Target volume type is still in use.');
    }
  },
};

/** What hangs on a type: `/types/{id}/{extra_specs|encryption|os-volume-type-access|action}`. */
export function typePart(call: VolumeCall, row: VolumeType): Answer | undefined {
  const [, , part, key] = call.parts;
  switch (part) {
    case 'extra_specs':
      return extraSpecs(call, row, key);
    case 'encryption':
      return encryption(call, row, key);
    case 'os-volume-type-access':
      if (!isReading(call) || key !== undefined) return undefined;
      administratorsOnly(call, 'volume_extension:volume_type_access:get_all_for_type');
      if (row.isPublic) throw new Refusal(404, 'Access list not available for public volume types.');
      return json(200, {
        volume_type_access: row.tenants.map((tenant) => ({ volume_type_id: row.id, project_id: tenant })),
      });
    case 'action':
      return call.method === 'POST' ? access(call, row) : undefined;
  }
  return undefined;
}

function extraSpecs(call: VolumeCall, row: VolumeType, key: string | undefined): Answer | undefined {
  const specs = specsOf(call, row);
  if (key === undefined) {
    if (isReading(call)) return json(200, { extra_specs: specs });
    if (call.method !== 'POST') return undefined;
    administratorsOnly(call, 'volume_extension:types_extra_specs:create');
    const given = asObject(asObject(parsed(call.body))?.extra_specs);
    if (given === undefined)
      throw new Refusal(400, "Invalid input for field/attribute extra_specs. 'extra_specs' is a required property");
    Object.assign(row.extraSpecs, given);
    return json(200, { extra_specs: given });
  }
  if (isReading(call)) {
    if (!Object.hasOwn(specs, key)) {
      throw new Refusal(404, `Volume Type ${row.id} has no extra specs with key ${key}.`);
    }
    return json(200, { [key]: specs[key] });
  }
  if (call.method !== 'DELETE') return undefined;
  administratorsOnly(call, 'volume_extension:types_extra_specs:delete');
  if (!Object.hasOwn(row.extraSpecs, key)) {
    throw new Refusal(404, `Volume Type ${row.id} has no extra specs with key ${key}.`);
  }
  delete row.extraSpecs[key];
  return { ...nothing(), status: 202 };
}

function encryption(call: VolumeCall, row: VolumeType, key: string | undefined): Answer | undefined {
  administratorsOnly(call, `volume_extension:volume_type_encryption:${isReading(call) ? 'get' : 'create'}`);
  const { encryption: held } = row;
  if (call.method === 'DELETE') {
    delete row.encryption;
    return { ...nothing(), status: 202 };
  }
  if (!isReading(call)) {
    const given = asObject(asObject(parsed(call.body))?.encryption);
    if (given === undefined)
      throw new Refusal(400, "Invalid input for field/attribute encryption. 'encryption' is a required property");
    if (call.method === 'POST' && held !== undefined) {
      throw new Refusal(400, `Volume type encryption for type ${row.id} already exists.`);
    }
    row.encryption = {
      id: held?.id ?? randomUUID(),
      provider: asText(given.provider) ?? held?.provider ?? '',
      cipher: asText(given.cipher) ?? held?.cipher ?? null,
      keySize: Number(given.key_size ?? held?.keySize ?? 0) || null,
      location: asText(given.control_location) ?? held?.location ?? 'front-end',
    };
    return json(200, { encryption: given });
  }
  const view: Record<string, unknown> =
    held === undefined
      ? {}
      : {
          volume_type_id: row.id,
          encryption_id: held.id,
          provider: held.provider,
          cipher: held.cipher,
          key_size: held.keySize,
          control_location: held.location,
          created_at: '2013-02-01T08:00:00.000000',
          updated_at: null,
          deleted_at: null,
          deleted: false,
        };
  if (key === undefined) return json(200, view);
  if (!(key in view)) throw new Refusal(404, `Volume type encryption for type ${row.id} does not exist.`);
  return json(200, { [key]: view[key] });
}

function access(call: VolumeCall, row: VolumeType): Answer {
  const asked = asObject(parsed(call.body)) ?? {};
  const added = asText(asObject(asked.addProjectAccess)?.project);
  const removed = asText(asObject(asked.removeProjectAccess)?.project);
  if (added === undefined && removed === undefined) throw new Refusal(400, 'Malformed request body');
  administratorsOnly(
    call,
    `volume_extension:volume_type_access:${added === undefined ? 'remove' : 'add'}ProjectAccess`,
  );
  if (added !== undefined) {
    if (row.tenants.includes(added)) {
      throw new Refusal(409, `Volume type access for ${row.id} / ${added} combination already exists.`);
    }
    row.tenants.push(added);
  } else if (removed !== undefined) {
    if (!row.tenants.includes(removed)) {
      throw new Refusal(404, `Volume type access not found for ${row.id} / ${removed} combination.`);
    }
    row.tenants = row.tenants.filter((tenant) => tenant !== removed);
  }
  return { ...nothing(), status: 202 };
}

/** `/default-types[/{tenant}]`: which type a tenant's volumes are of unless it says. */
export function defaultTypes(call: VolumeCall): Answer | undefined {
  const [, tenantId, more] = call.parts;
  if (more !== undefined) return undefined;
  since(call, 62);
  administratorsOnly(call, `volume_extension:default_${tenantId === undefined ? 'get_all' : 'get'}`);
  const { defaultTypes: held, types } = tablesOf(call);
  const view = (tenant: string) => ({ project_id: tenant, volume_type_id: held[tenant] });
  if (tenantId === undefined) {
    return isReading(call) ? json(200, { default_types: Object.keys(held).map(view) }) : undefined;
  }
  if (call.method === 'PUT') {
    const wanted = asText(asObject(asObject(parsed(call.body))?.default_type)?.volume_type);
    const type = types.find(({ id, name }) => id === wanted || name === wanted);
    if (type === undefined) throw new Refusal(404, `Volume type ${wanted} could not be found.`);
    held[tenantId] = type.id;
    return json(200, { default_type: view(tenantId) });
  }
  if (held[tenantId] === undefined) throw new Refusal(404, `Default type for project ${tenantId} not found.`);
  if (isReading(call)) return json(200, { default_type: view(tenantId) });
  if (call.method !== 'DELETE') return undefined;
  delete held[tenantId];
  return nothing();
}
