import { type Answer, json } from '../call.js';
import { type ImageCall, noSuchPath } from './call.js';

/**
 * `GET /v2/schemas/…`: JSON schemas of what glance shows, from which its clients make their options and check what they
 * get. Names, types and values are those of the API's version 2.15.
 */

type Schema = Record<string, unknown>;

const uuidPattern = '^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$';
const text = (description: string, more: Schema = {}): Schema => ({ type: 'string', description, ...more });
const textOrNull = (description: string, more: Schema = {}): Schema => ({
  type: ['null', 'string'],
  description,
  ...more,
});
const readOnlyText = (description: string): Schema => text(description, { readOnly: true });
const time = (description: string): Schema => text(description, { readOnly: true, format: 'date-time' });
const one = (name: string, properties: Schema, more: Schema = {}): Schema => ({ name, properties, ...more });

/** Properties that are not of every image. */
const loose = { is_base: false };

const image = one(
  'image',
  {
    id: text('UUID of the image', { pattern: uuidPattern }),
    name: textOrNull('Name of the image', { maxLength: 255 }),
    status: text('What the image can be used for', {
      readOnly: true,
      enum: 'queued saving active killed deleted uploading importing pending_delete deactivated'.split(' '),
    }),
    visibility: text('Who sees the image', { enum: ['community', 'public', 'private', 'shared'] }),
    protected: { type: 'boolean', description: 'True: the image cannot be deleted' },
    os_hidden: { type: 'boolean', description: 'True: the image is not in lists unless asked for' },
    checksum: textOrNull('MD5 of the data', { readOnly: true, maxLength: 32 }),
    os_hash_algo: textOrNull('Which digest os_hash_value is', { readOnly: true, maxLength: 64 }),
    os_hash_value: textOrNull('Digest of the data, hexadecimal', { readOnly: true, maxLength: 128 }),
    owner: textOrNull('Project that owns the image', { maxLength: 255 }),
    size: { type: ['null', 'integer'], readOnly: true, description: 'Bytes of the data' },
    virtual_size: { type: ['null', 'integer'], readOnly: true, description: 'Bytes of the disk that the data is' },
    container_format: textOrNull('Format of the container', {
      enum: [null, 'ami', 'ari', 'aki', 'bare', 'ovf', 'ova', 'docker', 'compressed'],
    }),
    disk_format: textOrNull('Format of the disk', {
      enum: [null, 'ami', 'ari', 'aki', 'vhd', 'vhdx', 'vmdk', 'raw', 'qcow2', 'vdi', 'iso', 'ploop'],
    }),
    created_at: readOnlyText('When the image was made'),
    updated_at: readOnlyText('When the image was changed last'),
    tags: {
      type: 'array',
      items: { type: 'string', maxLength: 255 },
      description: 'Words to find the image by',
    },
    direct_url: readOnlyText('Where the store has the data'),
    min_ram: { type: 'integer', description: 'MiB of memory that a server needs' },
    min_disk: { type: 'integer', description: 'GiB of disk that a server needs' },
    self: readOnlyText('Path of the image'),
    file: readOnlyText('Path of the data'),
    stores: readOnlyText('Stores that have the data'),
    schema: readOnlyText('Path of this schema'),
    kernel_id: textOrNull('Image of the kernel', { pattern: uuidPattern, ...loose }),
    ramdisk_id: textOrNull('Image of the ramdisk', { pattern: uuidPattern, ...loose }),
    instance_uuid: text('Server that the image was made of', loose),
    architecture: text('Processor that the image is for', loose),
    os_distro: text('Distribution in the image', loose),
    os_version: text('Version of the distribution', loose),
    description: text('What the image is', loose),
  },
  {
    additionalProperties: { type: 'string' },
    links: [
      { rel: 'self', href: '{self}' },
      { rel: 'enclosure', href: '{file}' },
      { rel: 'describedby', href: '{schema}' },
    ],
  },
);

const member = one('member', {
  member_id: text('Project that the image is shared with'),
  image_id: text('UUID of the image', { pattern: uuidPattern }),
  created_at: text('When it was shared'),
  updated_at: text('When the membership was changed last'),
  status: text('Whether the member wants it', { enum: ['pending', 'accepted', 'rejected'] }),
  schema: { readOnly: true, type: 'string' },
});

const task = one('task', {
  id: text('UUID of the task', { pattern: uuidPattern }),
  type: text('What the task does', { enum: ['import', 'api_image_import'] }),
  status: text('How far the task is', { enum: ['pending', 'processing', 'success', 'failure'] }),
  input: { description: 'What the task was given', type: ['null', 'object'] },
  result: { description: 'What came out', type: ['null', 'object'] },
  owner: text('Project that owns the task'),
  message: text('What went wrong, in words'),
  image_id: text('Image that the task is about'),
  request_id: text('Request that started the task'),
  user_id: text('User who started the task'),
  expires_at: textOrNull('When the task is forgotten'),
  created_at: text('When the task was made'),
  updated_at: text('When the task was changed last'),
  self: { readOnly: true, type: 'string' },
  schema: { readOnly: true, type: 'string' },
});

const name = { type: 'string', maxLength: 80 };
const closed = (...required: string[]): Schema => ({ additionalProperties: false, required });
const times = { created_at: time('When it was made'), updated_at: time('When it was changed last') };
const paths = { schema: { readOnly: true, type: 'string' }, self: { readOnly: true, type: 'string' } };
const listOf = (properties: Schema): Schema => ({ type: 'array', items: { type: 'object', properties } });
const types = ['array', 'boolean', 'integer', 'number', 'object', 'string', null];
const positive = { $ref: '#/definitions/positiveInteger' };

/** What may be said of one property of metadata. */
const propertyFields = {
  name,
  title: { type: 'string' },
  description: { type: 'string' },
  operators: { type: 'array', items: { type: 'string' } },
  type: { type: 'string', enum: types },
  required: { $ref: '#/definitions/stringArray' },
  minimum: { type: 'number' },
  maximum: { type: 'number' },
  maxLength: positive,
  minLength: { $ref: '#/definitions/positiveIntegerDefault0' },
  pattern: { type: 'string', format: 'regex' },
  enum: { type: 'array' },
  readonly: { type: 'boolean' },
  default: {},
  items: { type: 'object', properties: { type: { type: 'string', enum: types }, enum: { type: 'array' } } },
  maxItems: positive,
  minItems: { $ref: '#/definitions/positiveIntegerDefault0' },
  uniqueItems: { type: 'boolean', default: false },
  additionalItems: { type: 'boolean' },
};

const definitions = {
  positiveInteger: { type: 'integer', minimum: 0 },
  positiveIntegerDefault0: { allOf: [positive, { default: 0 }] },
  stringArray: { type: 'array', items: { type: 'string' }, uniqueItems: true },
  property: {
    type: 'object',
    additionalProperties: { type: 'object', required: ['title', 'type'], properties: propertyFields },
  },
};

const namespace = one(
  'namespace',
  {
    namespace: text('Name of the namespace', { maxLength: 80 }),
    display_name: text('Name for people', { maxLength: 80 }),
    description: text('What the namespace is for', { maxLength: 500 }),
    visibility: text('Who sees the namespace', { enum: ['public', 'private'] }),
    protected: { type: 'boolean', description: 'True: the namespace cannot be deleted' },
    owner: text('Project that owns the namespace', { maxLength: 255 }),
    ...times,
    ...paths,
    resource_type_associations: listOf({
      name: { type: 'string' },
      prefix: { type: 'string' },
      properties_target: { type: 'string' },
    }),
    properties: { $ref: '#/definitions/property' },
    objects: listOf({
      name: { type: 'string' },
      description: { type: 'string' },
      required: { $ref: '#/definitions/stringArray' },
      properties: { $ref: '#/definitions/property' },
    }),
    tags: listOf({ name: { type: 'string' } }),
  },
  { ...closed('namespace'), definitions },
);

const resourceType = one(
  'resource_type_association',
  { name, prefix: name, properties_target: name, ...times },
  closed('name'),
);
const property = one('property', propertyFields, { ...closed('type', 'title', 'name'), definitions });
const object = one(
  'object',
  {
    name,
    description: { type: 'string' },
    required: { $ref: '#/definitions/stringArray' },
    properties: { $ref: '#/definitions/property' },
    ...paths,
    ...times,
  },
  { ...closed('name'), definitions },
);
const tag = one('tag', { name, ...times }, closed('name'));

/** The schema of a list, in pages or not. */
function several(many: string, schema: Schema, paged = true): Schema {
  const { definitions: shared, ...items } = schema;
  const pages = paged ? { first: { type: 'string' }, next: { type: 'string' } } : {};
  const links = [
    { rel: 'first', href: '{first}' },
    { rel: 'next', href: '{next}' },
  ];
  return {
    name: many,
    properties: { [many]: { type: 'array', items }, ...pages, schema: { type: 'string' } },
    links: [...(paged ? links : []), { rel: 'describedby', href: '{schema}' }],
    ...(shared === undefined ? {} : { definitions: shared }),
  };
}

const schemas: Readonly<Record<string, Schema>> = {
  image,
  images: several('images', image),
  member,
  members: several('members', member, false),
  task,
  tasks: several('tasks', task, false),
  'metadefs/namespace': namespace,
  'metadefs/namespaces': several('namespaces', namespace),
  'metadefs/resource_type': resourceType,
  'metadefs/resource_types': several('resource_type_associations', resourceType),
  'metadefs/property': property,
  'metadefs/properties': several('properties', property),
  'metadefs/object': object,
  'metadefs/objects': several('objects', object),
  'metadefs/tag': tag,
  'metadefs/tags': several('tags', tag),
};

/** `GET /v2/schemas/NAME`. */
export function schemaAnswer(call: ImageCall): Answer {
  const key = call.parts.slice(1).join('/');
  if (call.method !== 'GET' || !Object.hasOwn(schemas, key)) throw noSuchPath();
  return json(200, schemas[key]);
}
