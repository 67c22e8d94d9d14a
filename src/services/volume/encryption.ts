import { asRecord, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { callOf, pathOf } from '../resource.js';
import { volumeTypes } from './resources.js';

/** How volumes of a type are encrypted; none where they are not (`GET /types/{id}/encryption`). */
export async function encryptionOf(session: Session, { id }: Json): Promise<readonly Json[]> {
  const answer = asRecord(await session.json(callOf(volumeTypes, pathOf(volumeTypes, asText(id), '/encryption'))));
  return answer.volume_type_id === undefined ? [] : [answer];
}
