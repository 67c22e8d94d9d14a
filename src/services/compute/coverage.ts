import { asRecord, asText } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { missing } from '../answer.js';
import { changeOrRemoved } from './removed-apis.js';

/**
 * What nova's own tests cover, which 2013.1 could measure: `POST /os-coverage/action`
 * (nova 2013.1 api/openstack/compute/contrib/coverage_ext.py).
 */
export const actOnCoverage = (
  session: Session,
  action: 'start' | 'stop' | 'report',
  parameters: Readonly<Record<string, unknown>>,
): Promise<unknown> => changeOrRemoved(session, 'coverage', 'POST', '/os-coverage/action', { [action]: parameters });

/** The same, and the file in which it is. @throws Failure when the answer holds none */
export async function coverageFile(...asked: Parameters<typeof actOnCoverage>): Promise<string> {
  const path = asText(asRecord(await actOnCoverage(...asked)).path);
  if (path === '') throw missing('path');
  return path;
}
