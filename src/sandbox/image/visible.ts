import type { Caller, Cloud } from '../cloud.js';
import type { Image } from '../world-image.js';

/** Whether a tenant shares an image: as a member who has accepted it, or with whatever else is asked for. */
function shared({ visibility, members }: Image, tenantId: string | undefined, memberStatus: string): boolean {
  return (
    visibility === 'shared' &&
    members.some((one) => one.tenantId === tenantId && (memberStatus === 'all' || one.status === memberStatus))
  );
}

/**
 * The images that a caller's list has, newest first: public ones, their tenant's own, those that are shared with it, and
 * for administrators all.
 */
export function visibleImages({ world }: Cloud, { admin, token }: Caller, memberStatus = 'accepted'): Image[] {
  return world.images
    .filter(
      (image) =>
        admin ||
        image.visibility === 'public' ||
        image.ownerId === token.tenantId ||
        shared(image, token.tenantId, memberStatus),
    )
    .sort((a, b) => {
      const [x, y] = a.created === b.created ? [a.id, b.id] : [a.created, b.created];
      return x < y ? 1 : -1;
    });
}

/** An image that a caller may see by its id: whoever is to share it too, and everybody one of the community's. */
export function knownImage(cloud: Cloud, caller: Caller, id: string): Image | undefined {
  const community = cloud.world.images.filter(({ visibility }) => visibility === 'community');
  return [...visibleImages(cloud, caller, 'all'), ...community].find((image) => image.id === id);
}
