import { Failure } from '../../core/errors.js';
import type { Session } from '../../session/session.js';
import { listIn } from '../answer.js';

/**
 * Refuses what the service has only from a later version on (`GET /versions`; glanceclient's `common/utils.py`
 * has_version).
 *
 * @param version as the service names it: `v2.12`
 * @throws Failure with the sentence
 */
export async function needsVersion(session: Session, version: string, sentence: string): Promise<void> {
  const root = (await session.endpoint('image')).replace(/\/v\d[\d.]*$/, '');
  const found = listIn(
    await session.json({ service: 'image', path: '/versions', at: root, resolves: true }),
    'versions',
    'image',
  );
  const states = ['SUPPORTED', 'CURRENT', 'EXPERIMENTAL'];
  if (found.some(({ id, status }) => id === version && states.includes(String(status)))) return;
  throw new Failure(sentence);
}
