import type { Caller, Cloud } from '../cloud.js';
import type { Image } from '../world.js';

/** The images that a caller sees, newest first: public ones, their tenant's own, and for administrators all. */
export function visibleImages({ world }: Cloud, { admin, token }: Caller): Image[] {
  return world.images
    .filter(({ visibility, ownerId }) => admin || visibility === 'public' || ownerId === token.tenantId)
    .sort((a, b) => (a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? 1 : -1));
}
