import { Failure } from '../../core/errors.js';
import { firstIn } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';
import { resolving } from '../find.js';
import { changeOrRemoved, orRemoved } from './removed-apis.js';

/** Cells of the first kind. Compute API reference: "List Cells" (`GET /os-cells`); 410 since Train. */
export function listCells(session: Session): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/os-cells', microversion: '2.1' };
  return listed(session, call, 'cells');
}

/** "Create Cell" (`POST /os-cells`). @param cell its fields, by the API's names */
export const createCell = (session: Session, cell: Json): Promise<unknown> =>
  changeOrRemoved(session, 'cells', 'POST', '/os-cells', { cell });

/** "Delete Cell" (`DELETE /os-cells/{cell_id}`), by its name. */
export const removeCell = (session: Session, name: string): Promise<unknown> =>
  changeOrRemoved(session, 'cells', 'DELETE', `/os-cells/${encodeURIComponent(name)}`);

/** A cell by its name. @throws Failure when there is none */
export async function findCell(session: Session, name: string): Promise<Json> {
  const found = await firstIn(orRemoved('cells', listCells(resolving(session))), (cell) => cell.name === name);
  if (found !== undefined) return { ...found, name: `${name}, ${asText(found.type)}, at ${asText(found.rpc_host)}` };
  throw new Failure(`No cell of the name '${name}' exists.`, { name: 'NotFound' });
}
