import type { LoginOptions } from './identity.js';
import { awaitTurn } from './login-lock.js';
import type { Grant } from './session.js';
import { isUsable, type Kept, type TokenCache } from './token-cache.js';

/** One login, shared by all calls under way: from the cache or new, renewed once when a service refuses it. */
export interface Logins {
  current(): Promise<Grant>;
  /**
   * A newer login than that of this token, which a service refused, or whose catalogue seems to be outdated. Undefined
   * when it is new already, so that the error means what it says.
   */
  renew(token: string, why: 'refused' | 'outdated'): Promise<Grant | undefined>;
  /** The microversion learnt for this endpoint, null for none, undefined for not learnt yet. */
  microversion(endpoint: string): string | null | undefined;
  /** Undefined forgets it. */
  learn(endpoint: string, microversion: string | null | undefined): void;
}

export function openLogins(options: LoginOptions, cache: TokenCache | undefined): Logins {
  let kept: Kept | undefined;
  let isNew = false;
  let pending: Promise<Grant> | undefined;
  let renewal: { readonly token: string; readonly grant: Promise<Grant | undefined> } | undefined;
  const learnt = new Map<string, string | null>();

  /** A token for this scope in exchange for one that the same user has for another; undefined: no such luck. */
  const exchanged = async (): Promise<Grant | undefined> => {
    const sibling = cache?.findSibling();
    if (sibling === undefined || !isUsable(sibling.grant, options.now())) return undefined;
    const { rescope } = await import('./rescope.js');
    const grant = await rescope(options, sibling.grant);
    if (grant === undefined || !isUsable(grant, options.now())) return undefined;
    isNew = true;
    kept = { grant, microversions: sibling.microversions };
    cache?.keep(kept);
    return grant;
  };

  /** `token`: of the login that will not do any more. */
  const loginAnew = async (token?: string): Promise<Grant> => {
    const known = kept === undefined ? {} : { known: { version: kept.grant.version, url: kept.grant.authUrl } };
    const settings = (await options.complete?.(options.settings)) ?? options.settings;
    const turn = await awaitTurn(cache, ({ grant }) => grant.token !== token && isUsable(grant, options.now()));
    if (turn.kept !== undefined) {
      options.note('Another process has just logged in; its login is used.');
      kept = turn.kept;
      return kept.grant;
    }
    try {
      // Most runs find their login kept.
      const { login } = await import('./identity.js');
      const grant = await login({ ...options, settings, ...known });
      isNew = true;
      kept = { grant, microversions: kept?.microversions ?? {} };
      if (isUsable(grant, options.now())) cache?.keep(kept);
      return grant;
    } finally {
      void cache?.settled().then(turn.done);
    }
  };

  const start = async (): Promise<Grant> => {
    kept = cache?.find();
    if (kept === undefined) return (await exchanged()) ?? loginAnew();
    if (isUsable(kept.grant, options.now())) return kept.grant;
    // Where to log in is still good to know; what the services can do may have changed since.
    kept = { grant: kept.grant, microversions: {} };
    return (await exchanged()) ?? loginAnew();
  };

  const current = (): Promise<Grant> => {
    pending ??= start();
    return pending;
  };

  const renew = async (token: string, why: 'refused' | 'outdated'): Promise<Grant | undefined> => {
    const grant = await current();
    if (grant.token !== token) return grant;
    if (isNew && grant.expires > options.now()) return undefined;
    options.note(`The kept login is ${why}; logging in again.`);
    // Not the newer one that another process may have kept meanwhile.
    if (why === 'refused' && cache?.find()?.grant.token === token) cache.drop();
    pending = loginAnew(token);
    return pending;
  };

  return {
    current,
    renew: (token, why) => {
      // Several calls under way meet the same refusal.
      if (renewal?.token !== token) renewal = { token, grant: renew(token, why) };
      return renewal.grant;
    },
    microversion: (endpoint) => {
      const known = kept?.microversions ?? {};
      if (learnt.has(endpoint)) return learnt.get(endpoint);
      return Object.hasOwn(known, endpoint) ? known[endpoint] : undefined;
    },
    learn: (endpoint, microversion) => {
      if (microversion === undefined) learnt.delete(endpoint);
      else learnt.set(endpoint, microversion);
      if (kept === undefined) return;
      const { [endpoint]: _before, ...others } = kept.microversions;
      const microversions = microversion === undefined ? others : { ...others, [endpoint]: microversion };
      kept = { ...kept, microversions };
      if (isUsable(kept.grant, options.now())) cache?.keep(kept);
    },
  };
}
