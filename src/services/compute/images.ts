import { pythonInt } from '../../lib/python/numbers.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';
import { listOrRemoved, orRemoved } from './removed-apis.js';

/**
 * Images as Compute passes them on. Compute API reference: "List Images With Details" (`GET /images/detail`), up to
 * microversion 2.35.
 * @param limit text as typed: then one page of this size, otherwise all there are
 */
export async function* listComputeImages(session: Session, limit?: string): AsyncGenerator<readonly Json[]> {
  if (limit === undefined || limit === '') yield* listOrRemoved(session, 'images', '/images/detail', 'images');
  else {
    const call = {
      service: 'compute',
      path: '/images/detail',
      query: { limit: pythonInt(limit) },
      microversion: '2.1',
    };
    yield* orRemoved('images', listed(session, call, 'images'));
  }
}
