import { type Json, records } from '../../lib/read.js';
import type { Session } from '../../session/session.js';

/** Block Storage API reference: "List all volume types" (`GET /types`). */
export async function* listVolumeTypes(session: Session): AsyncGenerator<readonly Json[]> {
  for await (const page of session.pages({ service: 'volume', path: '/types' }, 'volume_types')) yield records(page);
}
