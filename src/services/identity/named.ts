import { itemsOf } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { find, isUuidLike, resolving } from '../find.js';
import { isAdmin } from '../resource.js';
import { mayNotAsk } from '../unserved.js';
import type { IdentityApi } from './api.js';
import { identityApi } from './index.js';

/** What an option names. */
export interface Named {
  readonly id: string;
  /** Was it taken for an id because nobody could say whether there is one? */
  readonly isGuess: boolean;
}

const NOUNS = { tenant: 'project', user: 'user' } as const;

/**
 * The project or user of a name or id. What looks like an id is one, and costs no request, as those of the login do. Who may not ask for all of them,
 * as most members of projects, is told of those that are his own; any other word is then taken for an id, as the classic
 * clients take every word.
 * @throws Failure when there is none, or more than one of the name
 */
export async function named(session: Session, noun: 'tenant' | 'user', given: string): Promise<Named> {
  if (isUuidLike(given) || /^[0-9a-f]{64}$/.test(given)) return { id: given, isGuess: false };
  const { project, user } = await session.accessInfo();
  const login = noun === 'tenant' ? project : user;
  const own = login?.name === given ? login.id : undefined;
  // Another domain may have one of the same name; who may not ask has no other in mind.
  if (login?.id === given || (own !== undefined && !(await isAdmin(session)))) {
    return { id: own ?? given, isGuess: false };
  }
  const api = await identityApi(resolving(session));
  const byName = (name: string): Promise<readonly Json[]> => itemsOf(api.named(noun, name));
  const get = (id: string): Promise<Json> => api.get(noun, id);
  try {
    const { id } = await find({ noun: NOUNS[noun], anyId: true, exactNames: true, get, byName }, given);
    return { id, isGuess: false };
  } catch (error) {
    if (!mayNotAsk(error)) throw error;
    const id = own ?? (noun === 'tenant' ? await amongOwn(api, given) : undefined);
    return { id: id ?? given, isGuess: id === undefined };
  }
}

/** The id alone; undefined where nothing is named. */
export async function idOf(
  session: Session,
  noun: 'tenant' | 'user',
  given: string | undefined,
): Promise<string | undefined> {
  return given ? (await named(session, noun, given)).id : undefined;
}

/** Of the projects that one may work in, the one of this name. */
async function amongOwn(api: IdentityApi, given: string): Promise<string | undefined> {
  try {
    const rows = await itemsOf(api.ownTenants());
    const found = rows.filter(({ id, name }) => name === given || id === given);
    return found.length === 1 ? asText(found[0]?.id) : undefined;
  } catch (error) {
    if (mayNotAsk(error)) return undefined;
    throw error;
  }
}
