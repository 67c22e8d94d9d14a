import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';

/** Cells of the first kind. Compute API reference: "List Cells" (`GET /os-cells`); 410 since Train. */
export function listCells(session: Session): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/os-cells', microversion: '2.1' };
  return listed(session, call, 'cells');
}
