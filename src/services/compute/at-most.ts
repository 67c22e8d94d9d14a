import { atLeast } from '../../lib/microversion.js';
import type { Session } from '../../session/session.js';

/** The session's microversion, or `highest` where that is later; for calls that end with it. */
export async function atMost(session: Session, highest: string): Promise<string> {
  const version = await session.microversion();
  return atLeast(version, highest) ? highest : (version ?? 'none');
}
