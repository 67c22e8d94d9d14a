import type { Session } from '../../session/session.js';
import { changeOrRemoved } from './removed-apis.js';

/*
 * Changes of images, as Compute passed them on: Compute API reference, "Images (deprecated)", up to microversion 2.35, and
 * "Image metadata", up to 2.38.
 */

const pathOf = (id: string, below = ''): string => `/images/${encodeURIComponent(id)}${below}`;

/** "Delete Image" (`DELETE /images/{image_id}`). */
export async function removeComputeImage(session: Session, id: string): Promise<{ readonly id: string }> {
  await changeOrRemoved(session, 'images', 'DELETE', pathOf(id));
  return { id };
}

/** "Create Or Update Image Metadata Items" (`POST /images/{image_id}/metadata`), or "Delete Image Metadata Item", each. */
export async function changeImageMetadata(
  session: Session,
  id: string,
  action: 'set' | 'delete',
  metadata: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string }> {
  if (action === 'set') await changeOrRemoved(session, 'images', 'POST', pathOf(id, '/metadata'), { metadata });
  else {
    for (const key of Object.keys(metadata)) {
      await changeOrRemoved(session, 'images', 'DELETE', pathOf(id, `/metadata/${encodeURIComponent(key)}`));
    }
  }
  return { id };
}
