import type { Session } from '../../session/session.js';
import { findImageId } from '../image/nova-images.js';
import { changeOrRemoved } from './removed-apis.js';

/*
 * Changes of images, as Compute passed them on: Compute API reference, "Images (deprecated)", up to microversion 2.35, and
 * "Image metadata", up to 2.38. Which image is meant is found out as novaclient does.
 */

const pathOf = (id: string, below = ''): string => `/images/${encodeURIComponent(id)}${below}`;

/** "Delete Image" (`DELETE /images/{image_id}`). */
export async function removeComputeImage(session: Session, given: string): Promise<{ readonly id: string }> {
  const id = await findImageId(session, given);
  await changeOrRemoved(session, 'images', 'DELETE', pathOf(id));
  return { id };
}

/** "Create Or Update Image Metadata Items" (`POST /images/{image_id}/metadata`), or "Delete Image Metadata Item", each. */
export async function changeImageMetadata(
  session: Session,
  given: string,
  action: 'set' | 'delete',
  metadata: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string }> {
  const id = await findImageId(session, given);
  if (action === 'set') await changeOrRemoved(session, 'images', 'POST', pathOf(id, '/metadata'), { metadata });
  else {
    for (const key of Object.keys(metadata)) {
      await changeOrRemoved(session, 'images', 'DELETE', pathOf(id, `/metadata/${encodeURIComponent(key)}`));
    }
  }
  return { id };
}
