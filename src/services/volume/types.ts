import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { volumePages } from './pages.js';
import { volumeTypes } from './resources.js';

/** Block Storage API reference: "List all volume types" (`GET /types`). */
export function listVolumeTypes(session: Session): AsyncIterable<readonly Json[]> {
  return volumePages(session, volumeTypes);
}
