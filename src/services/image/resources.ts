import type { Resource } from '../resource.js';

/** Image API v2, "Images": one of them is the whole answer, not below a key. */
export const images: Resource = {
  service: 'image',
  version: 'v2',
  path: '/images',
  noun: 'image',
  many: 'images',
  wholeBy: 'id',
};
