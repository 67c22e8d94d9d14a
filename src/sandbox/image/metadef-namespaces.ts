import { type Answer, asText, json, Refusal } from '../call.js';
import type { Fields, Resource, ResourceApi } from '../resource.js';
import type { MetadefNamespace } from '../world-image.js';
import { descending, type ImageCall, limitOf, pageLinks, tablesOf, timeOf } from './call.js';

/** How glance speaks of metadata definitions: one stands in a body as it is. */
export const metadefApi: ResourceApi<ImageCall> = {
  // Who may do what depends on the namespace.
  allow() {},
  missing: ({ one }, name) =>
    new Refusal(
      404,
      one === 'namespace'
        ? `Metadata definition namespace=${name} was not found.`
        : `The metadata definition ${one} with name=${name} was not found.`,
    ),
  list: (call, resource, rows) => json(200, { [resource.many]: rows.map((row) => resource.view(call, row, 'list')) }),
  malformed: () => new Refusal(400, 'Body expected in request.'),
  bare: true,
  updates: ['PUT'],
  statusOfCreated: 201,
};

function ownersOnly({ caller: { admin, token } }: ImageCall, { ownerId }: MetadefNamespace): void {
  if (!admin && ownerId !== token.tenantId) throw new Refusal(403, 'You are not authorized to complete this action.');
}

export const namespaces: Resource<MetadefNamespace, ImageCall> = {
  one: 'namespace',
  many: 'namespaces',
  rows: (call) => tablesOf(call).namespaces,
  id: ({ namespace }) => namespace,
  sees: ({ caller: { admin, token } }, row) => admin || row.visibility === 'public' || row.ownerId === token.tenantId,
  view: (call, row, verb) => (verb === 'show' ? inFull(call, row) : summary(row)),
  list: listNamespaces,
  create: (call, given) => ({
    namespace: newName(call, given),
    displayName: asText(given.display_name) ?? null,
    description: asText(given.description) ?? null,
    visibility: given.visibility === 'public' ? 'public' : 'private',
    protected: given.protected === true,
    ownerId: asText(given.owner) ?? call.caller.token.tenantId ?? '',
    created: timeOf(call),
    updated: timeOf(call),
    resourceTypes: [],
    properties: {},
    objects: [],
    tags: [],
  }),
  update: (call, row, given) => {
    ownersOnly(call, row);
    row.namespace = asText(given.namespace) ?? row.namespace;
    row.displayName = asText(given.display_name) ?? row.displayName;
    row.description = asText(given.description) ?? row.description;
    if (given.visibility === 'public' || given.visibility === 'private') row.visibility = given.visibility;
    if (typeof given.protected === 'boolean') row.protected = given.protected;
    row.updated = timeOf(call);
  },
  remove: (call, row) => {
    ownersOnly(call, row);
    if (row.protected) {
      const what = `Metadata definition namespace=${row.namespace} is protected and cannot be deleted.`;
      throw new Refusal(403, what);
    }
  },
};

function newName(call: ImageCall, given: Fields): string {
  const name = asText(given.namespace);
  if (name === undefined) {
    throw new Refusal(400, "Provided object does not match schema 'namespace': 'namespace' is a required property");
  }
  if (tablesOf(call).namespaces.some((row) => row.namespace === name)) {
    throw new Refusal(409, `The metadata definition namespace=${name} already exists.`);
  }
  return name;
}

function summary(row: MetadefNamespace): Record<string, unknown> {
  return {
    namespace: row.namespace,
    ...(row.displayName === null ? {} : { display_name: row.displayName }),
    ...(row.description === null ? {} : { description: row.description }),
    visibility: row.visibility,
    protected: row.protected,
    owner: row.ownerId,
    created_at: row.created,
    updated_at: row.updated,
    ...(row.resourceTypes.length === 0 ? {} : { resource_type_associations: associationsOf(row) }),
    self: `/v2/metadefs/namespaces/${row.namespace}`,
    schema: '/v2/schemas/metadefs/namespace',
  };
}

function associationsOf({ resourceTypes }: MetadefNamespace): unknown[] {
  return resourceTypes.map(({ name, prefix, created }) => ({
    name,
    ...(prefix === undefined ? {} : { prefix }),
    created_at: created,
    updated_at: created,
  }));
}

/** With what is in it; `?resource_type=` puts that type's prefix before the names of properties. */
function inFull(call: ImageCall, row: MetadefNamespace): unknown {
  const asked = call.query.get('resource_type');
  const prefix = row.resourceTypes.find(({ name }) => name === asked)?.prefix ?? '';
  const properties = Object.entries(row.properties).map(([name, schema]) => [prefix + name, schema] as const);
  const objects = row.objects.map((one) => ({
    name: one.name,
    required: one.required,
    ...(one.description === null ? {} : { description: one.description }),
    properties: one.properties,
    created_at: one.created,
    updated_at: one.updated,
    self: `/v2/metadefs/namespaces/${row.namespace}/objects/${one.name}`,
    schema: '/v2/schemas/metadefs/object',
  }));
  return {
    ...summary(row),
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(objects.length === 0 ? {} : { objects }),
    ...(row.tags.length === 0 ? {} : { tags: row.tags.map(({ name }) => ({ name })) }),
  };
}

function listNamespaces(call: ImageCall, known: readonly MetadefNamespace[]): Answer {
  const { query } = call;
  const visibility = query.get('visibility');
  if (visibility !== null && visibility !== 'public' && visibility !== 'private') {
    throw new Refusal(400, `Invalid visibility value: ${visibility}`);
  }
  const types = query.get('resource_types')?.split(',');
  const key = query.get('sort_key') ?? 'created_at';
  const down = descending(query.get('sort_dir'));
  const limit = limitOf(call);
  const rows = known
    .filter(
      (row) =>
        (visibility === null || row.visibility === visibility) &&
        (types === undefined || row.resourceTypes.some(({ name }) => types.includes(name))),
    )
    .sort((a, b) => {
      const [x, y] = [String(summary(a)[key] ?? ''), String(summary(b)[key] ?? '')];
      return x < y === down ? 1 : -1;
    });
  const marker = query.get('marker');
  const at = marker === null ? 0 : rows.findIndex((row) => row.namespace === marker) + 1;
  if (marker !== null && at === 0) throw metadefApi.missing(namespaces, marker);
  const shown = rows.slice(at, at + limit);
  return json(200, {
    namespaces: shown.map(summary),
    ...pageLinks(call, shown.at(-1)?.namespace, shown.length === limit),
    schema: '/v2/schemas/metadefs/namespaces',
  });
}
