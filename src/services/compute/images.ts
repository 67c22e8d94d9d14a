import { pythonInt } from '../../lib/python/numbers.js';
import { asArray, asRecord, asRecords, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listOrRemoved, orRemoved } from './removed-apis.js';

/**
 * Images as Compute passes them on. Compute API reference: "List Images With Details" (`GET /images/detail`), up to
 * microversion 2.35.
 * @param limit text as typed: then one page of this size, otherwise all there are
 */
export async function* listComputeImages(session: Session, limit?: string): AsyncGenerator<readonly Json[]> {
  if (limit === undefined || limit === '') yield* listOrRemoved(session, 'images', '/images/detail', 'images');
  else yield* orRemoved('images', onePage(session, pythonInt(limit)));
}

async function* onePage(session: Session, limit: number): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/images/detail', query: { limit }, microversion: '2.1' };
  yield asRecords(asArray(asRecord(await session.json(call)).images));
}
