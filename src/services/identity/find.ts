import { itemsOf } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { find, resolving } from '../find.js';
import type { Noun } from './api.js';
import { identityApi } from './index.js';

/**
 * A tenant, user, role or service by id or name, in python-keystoneclient's order (`utils.py`, find_resource): whatever
 * was given is tried as an id, then it is the name of one and only one.
 * @throws Failure when there is no such thing, or more than one
 */
export async function findByName(session: Session, noun: Noun, given: string): Promise<Json> {
  const api = await identityApi(resolving(session));
  let candidates: Json[] = [];
  const byName = async (name: string): Promise<readonly Json[]> => {
    candidates = await itemsOf(api.named(noun, name));
    return candidates;
  };
  const get = (id: string): Promise<Json> => api.get(noun, id);
  const { id, item } = await find({ noun, anyId: given !== '', exactNames: true, get, byName }, given);
  return item ?? candidates.find((candidate) => candidate.id === id) ?? {};
}

/** The same, and only its id. */
export async function findIdByName(session: Session, noun: Noun, given: string): Promise<string> {
  return asText((await findByName(session, noun, given)).id);
}
