import { compareCodePoints } from '../../lib/codepoints.js';
import type { Session } from '../../session/session.js';
import { callOf, pathOf } from '../resource.js';
import { servers } from './servers.js';

/**
 * Sets metadata of a server all at once, or deletes it key by key from the last to the first. Compute API reference:
 * "Create or Update Metadata Items" (`POST /servers/{server_id}/metadata`), "Delete Metadata Item".
 * @throws Failure at the first key that cannot be deleted: those behind it are left
 */
export async function changeMetadata(
  session: Session,
  id: string,
  action: 'set' | 'delete',
  metadata: Readonly<Record<string, unknown>>,
): Promise<void> {
  const call = (below: string) => callOf(servers, pathOf(servers, id, `/metadata${below}`));
  if (action === 'set') {
    await session.json({ ...call(''), method: 'POST', body: { metadata } });
    return;
  }
  for (const key of Object.keys(metadata).sort(compareCodePoints).reverse()) {
    await session.json({ ...call(`/${encodeURIComponent(key)}`), method: 'DELETE', mayBeEmpty: true });
  }
}
