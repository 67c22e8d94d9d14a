import { HttpFailure } from '../../http/api-errors.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { findIfAny, isUuidLike, resolving } from '../find.js';
import { finderOf, getOne } from '../resource.js';
import { images } from './resources.js';

/**
 * An image by its id, as the classic client takes it, or else by its name: only where nothing has such an id is it looked
 * up.
 *
 * @throws HttpFailure with status 404 when there is none, Failure when several have the name
 */
export async function imageByIdOrName(session: Session, given: string): Promise<Json> {
  try {
    return await getOne(session, images, given);
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.status !== 404 || isUuidLike(given)) throw error;
    const finder = finderOf(resolving(session), { ...images, exactNames: true });
    const found = /^\d+$/.test(given) ? undefined : await findIfAny(finder, given);
    if (found === undefined) throw error;
    return found.item ?? getOne(session, images, found.id);
  }
}
