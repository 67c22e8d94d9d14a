import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import { answerResource, type Fields, type Resource } from '../resource.js';
import type { MetadefNamespace, MetadefObject } from '../world-image.js';
import { type ImageCall, tablesOf, timeOf } from './call.js';
import { metadefApi, namespaces } from './metadef-namespaces.js';

/** A call below a namespace. */
interface InNamespace extends ImageCall {
  readonly space: MetadefNamespace;
}

/** `/v2/metadefs/resource_types`, `/v2/metadefs/namespaces[/{namespace}[/{collection}[/{name}]]]`. */
export function metadefs(call: ImageCall): Answer | undefined {
  const [, kind, name, part, inner, more] = call.parts;
  if (more !== undefined) return undefined;
  if (kind === 'resource_types' && name === undefined && call.method === 'GET') {
    const rows = tablesOf(call).resourceTypes;
    return json(200, {
      resource_types: rows.map((row) => ({ name: row.name, created_at: row.created, updated_at: row.created })),
    });
  }
  if (kind !== 'namespaces') return undefined;
  if (part === undefined) return answerResource(metadefApi, namespaces, call, name);
  const space = tablesOf(call).namespaces.find(
    (row) => row.namespace === name && (namespaces.sees?.(call, row) ?? true),
  );
  if (space === undefined) throw new Refusal(404, `Namespace ${name} not found`);
  const own = call.caller.admin || space.ownerId === call.caller.token.tenantId;
  if (call.method !== 'GET' && !own) throw new Refusal(403, 'You are not authorized to complete this action.');
  const inSpace: InNamespace = { ...call, space };
  if (part === 'properties') return properties(inSpace, inner);
  if (part === 'objects') return objectsOrAll(inSpace, inner);
  if (part === 'tags') return tags(inSpace, inner);
  return part === 'resource_types' ? associations(inSpace, inner) : undefined;
}

function required(given: Fields, name: string, kind: string): string {
  const value = asText(given[name]);
  if (value === undefined) {
    throw new Refusal(400, `Provided object does not match schema '${kind}': '${name}' is a required property`);
  }
  return value;
}

function objectOf(value: unknown): MetadefObject['properties'] {
  return (asObject(value) ?? {}) as MetadefObject['properties'];
}

const objects: Resource<MetadefObject, InNamespace> = {
  one: 'object',
  many: 'objects',
  rows: ({ space }) => space.objects,
  id: ({ name }) => name,
  view: ({ space }, row) => ({
    name: row.name,
    required: row.required,
    ...(row.description === null ? {} : { description: row.description }),
    properties: row.properties,
    created_at: row.created,
    updated_at: row.updated,
    self: `/v2/metadefs/namespaces/${space.namespace}/objects/${row.name}`,
    schema: '/v2/schemas/metadefs/object',
  }),
  list: (call, rows) =>
    json(200, { objects: rows.map((row) => objects.view(call, row, 'list')), schema: 'v2/schemas/metadefs/objects' }),
  create: (call, given) => {
    const name = required(given, 'name', 'object');
    if (call.space.objects.some((row) => row.name === name)) {
      const taken = `A metadata definition object with name=${name} already exists in namespace=${call.space.namespace}.`;
      throw new Refusal(409, taken);
    }
    return {
      name,
      description: asText(given.description) ?? null,
      required: Array.isArray(given.required) ? given.required.map(String) : [],
      properties: objectOf(given.properties),
      created: timeOf(call),
      updated: timeOf(call),
    };
  },
  update: (call, row, given) => {
    row.name = asText(given.name) ?? row.name;
    row.description = asText(given.description) ?? row.description;
    if (given.properties !== undefined) row.properties = objectOf(given.properties);
    row.updated = timeOf(call);
  },
  remove() {},
};

/** `DELETE` of the whole collection takes all of them. */
function objectsOrAll(call: InNamespace, name: string | undefined): Answer | undefined {
  if (name === undefined && call.method === 'DELETE') {
    call.space.objects = [];
    return nothing();
  }
  return answerResource(metadefApi, objects, call, name);
}

/** Properties are kept and shown by name, not in a list. */
function properties(call: InNamespace, name: string | undefined): Answer | undefined {
  const { space } = call;
  const given = (): Fields => asObject(parsed(call.body)) ?? {};
  if (name === undefined) {
    if (call.method === 'GET') return json(200, { properties: space.properties });
    if (call.method === 'DELETE') {
      space.properties = {};
      return nothing();
    }
    if (call.method !== 'POST') return undefined;
    const { name: _, ...schema } = given();
    const own = required(given(), 'name', 'property');
    for (const key of ['title', 'type']) required(schema, key, 'property');
    space.properties[own] = schema;
    return json(201, { name: own, ...schema });
  }
  const found = Object.hasOwn(space.properties, name) ? space.properties[name] : undefined;
  if (found === undefined) {
    const where = `in namespace=${space.namespace}`;
    throw new Refusal(404, `The metadata definition property with name=${name} was not found ${where}.`);
  }
  if (call.method === 'GET') return json(200, { name, ...found });
  if (call.method !== 'PUT' && call.method !== 'DELETE') return undefined;
  delete space.properties[name];
  if (call.method === 'DELETE') return nothing();
  const { name: changed, ...schema } = given();
  const own = asText(changed) ?? name;
  space.properties[own] = schema;
  return json(200, { name: own, ...schema });
}

function tags(call: InNamespace, name: string | undefined): Answer | undefined {
  const { space } = call;
  const shown = (): unknown => ({ tags: space.tags.map((row) => ({ name: row.name })) });
  if (name === undefined) {
    if (call.method === 'GET') return json(200, shown());
    if (call.method !== 'DELETE' && call.method !== 'POST') return undefined;
    const wanted = asObject(parsed(call.body))?.tags;
    const names = Array.isArray(wanted) ? wanted.map((one) => required(asObject(one) ?? {}, 'name', 'tag')) : [];
    space.tags = call.method === 'DELETE' ? [] : names.map((one) => ({ name: one, created: timeOf(call) }));
    return call.method === 'DELETE' ? nothing() : json(201, shown());
  }
  const found = space.tags.find((row) => row.name === name);
  if (call.method === 'POST') {
    if (found !== undefined) {
      const taken = `A metadata tag with name=${name} already exists in namespace=${space.namespace}.`;
      throw new Refusal(409, taken);
    }
    space.tags.push({ name, created: timeOf(call) });
    return json(201, { name });
  }
  if (found === undefined) {
    const where = `in namespace=${space.namespace}`;
    throw new Refusal(404, `The metadata definition tag with name=${name} was not found ${where}.`);
  }
  if (call.method === 'GET') return json(200, { name, created_at: found.created, updated_at: found.created });
  if (call.method === 'PUT') {
    found.name = required(asObject(parsed(call.body)) ?? {}, 'name', 'tag');
    return json(200, { name: found.name });
  }
  if (call.method !== 'DELETE') return undefined;
  space.tags.splice(space.tags.indexOf(found), 1);
  return nothing();
}

/** Which kinds of resource a namespace is for. */
function associations(call: InNamespace, name: string | undefined): Answer | undefined {
  const { space } = call;
  const view = ({ name: own, prefix, created }: MetadefNamespace['resourceTypes'][0]): unknown => ({
    name: own,
    ...(prefix === undefined ? {} : { prefix }),
    created_at: created,
    updated_at: created,
  });
  if (name === undefined) {
    if (call.method === 'GET') return json(200, { resource_type_associations: space.resourceTypes.map(view) });
    if (call.method !== 'POST') return undefined;
    const given = asObject(parsed(call.body)) ?? {};
    const prefix = asText(given.prefix);
    const row = {
      name: required(given, 'name', 'resource_type_association'),
      ...(prefix === undefined ? {} : { prefix }),
      created: timeOf(call),
    };
    space.resourceTypes.push(row);
    return json(201, view(row));
  }
  if (call.method !== 'DELETE') return undefined;
  const at = space.resourceTypes.findIndex((row) => row.name === name);
  if (at < 0) {
    const what = `resource-type association of resource-type=${name} to namespace=${space.namespace},`;
    throw new Refusal(404, `The metadata definition ${what} was not found.`);
  }
  space.resourceTypes.splice(at, 1);
  return nothing();
}
