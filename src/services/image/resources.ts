import type { Resource } from '../resource.js';

const api = { service: 'image', version: 'v2' } as const;

/** Image API v2, "Images": one of them is the whole answer, not below a key. */
export const images: Resource = { ...api, path: '/images', noun: 'image', many: 'images', wholeBy: 'id' };

/** "Sharing": whom an image is shared with. */
export const membersOf = (imageId: string): Resource => ({
  ...api,
  path: `/images/${encodeURIComponent(imageId)}/members`,
  noun: 'member',
  many: 'members',
  wholeBy: 'member_id',
});

/** "Tasks". */
export const tasks: Resource = { ...api, path: '/tasks', noun: 'task', many: 'tasks', wholeBy: 'id' };

/** Metadata Definitions API v2, "Metadata definition namespaces". */
export const namespaces: Resource = {
  ...api,
  path: '/metadefs/namespaces',
  noun: 'namespace',
  many: 'namespaces',
  wholeBy: 'namespace',
};

/** "Metadata definition resource types". */
export const resourceTypes: Resource = {
  ...api,
  path: '/metadefs/resource_types',
  noun: 'resource type',
  many: 'resource_types',
};

const inNamespace = (namespace: string, path: string, noun: string, many = path): Resource => ({
  ...api,
  path: `/metadefs/namespaces/${encodeURIComponent(namespace)}/${path}`,
  noun,
  many,
  wholeBy: 'name',
});

/** Which kinds of resource a namespace is for. */
export const associationsOf = (namespace: string): Resource =>
  inNamespace(namespace, 'resource_types', 'association', 'resource_type_associations');

/** "Metadata definition objects". */
export const objectsOf = (namespace: string): Resource => inNamespace(namespace, 'objects', 'object');

/** "Metadata definition properties": one does not always say its name. */
export const propertiesOf = (namespace: string): Resource => ({
  ...inNamespace(namespace, 'properties', 'property'),
  wholeBy: 'type',
});

/** "Metadata definition tags". */
export const tagsOf = (namespace: string): Resource => inNamespace(namespace, 'tags', 'tag');
