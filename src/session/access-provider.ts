import { HIGHEST } from '../lib/microversion.js';
import type { LoginOptions } from './identity.js';
import { lockLogin } from './login-lock.js';
import type { AccessInfo } from './session.js';
import { isUsable, type Kept, type TokenCache } from './token-cache.js';

/** One login, shared by all calls under way: from the cache or new, renewed once when a service refuses it. */
export interface AccessProvider {
  current(): Promise<AccessInfo>;
  /**
   * A newer login than that of this token, which a service refused, or whose catalogue seems to be outdated. Undefined
   * when it is new already, so that the error means what it says.
   */
  renew(token: string, why: 'refused' | 'outdated'): Promise<AccessInfo | undefined>;
  /** The password that logs in, asked for where that is how it is told; undefined: the login is of another kind. */
  password(): Promise<string | undefined>;
  /** The microversion learnt for this endpoint, null for none, undefined for not learnt yet. */
  microversion(endpoint: string): string | null | undefined;
  /** Undefined forgets it. */
  learn(endpoint: string, microversion: string | null | undefined): void;
  /** The URL learnt for a URL of the catalog that names no version. */
  versionedUrl(url: string): string | undefined;
  learnVersionedUrl(url: string, versioned: string): void;
}

/**
 * Gives a session its login: a kept one, one in exchange for the token of another scope, or a new one, in this order;
 * and another one when the services refuse its token. Whoever asks meanwhile gets the same.
 * @param cache where logins are kept; undefined to log in each time
 */
export function accessProvider(options: LoginOptions, cache: TokenCache | undefined): AccessProvider {
  let kept: Kept | undefined;
  let isNew = false;
  let pending: Promise<AccessInfo> | undefined;
  let renewal: { readonly token: string; readonly accessInfo: Promise<AccessInfo | undefined> } | undefined;
  const learnt = new Map<string, string | null>();
  const { secrets } = options;

  /** A token for this scope in exchange for a kept one of the same user; undefined where there is none, or it is refused. */
  const exchanged = async (): Promise<AccessInfo | undefined> => {
    const sibling = cache?.findSibling();
    if (sibling === undefined || !isUsable(sibling.accessInfo, options.now())) return undefined;
    secrets.add(sibling.accessInfo.token);
    const { rescope } = await import('./rescope.js');
    const accessInfo = await rescope(options, sibling.accessInfo);
    secrets.add(accessInfo?.token);
    if (accessInfo === undefined || !isUsable(accessInfo, options.now())) return undefined;
    isNew = true;
    kept = { accessInfo, microversions: sibling.microversions };
    cache?.keep(kept);
    return accessInfo;
  };

  /** With the password, asked for where that is how it is told. */
  const complete = async () => {
    const settings = (await options.complete?.(options.settings)) ?? options.settings;
    secrets.add(settings.password);
    return settings;
  };

  /** `token`: of the login that will not do any more. */
  const loginAnew = async (token?: string): Promise<AccessInfo> => {
    const before = kept?.accessInfo;
    const known =
      before === undefined || before.version === 'v1'
        ? {}
        : { known: { version: before.version, url: before.authUrl } };
    const settings = await complete();
    const isGood = ({ accessInfo }: Kept): boolean => accessInfo.token !== token && isUsable(accessInfo, options.now());
    const right = await lockLogin(cache, isGood, options);
    if (right.kept !== undefined) {
      options.note('Another process has just logged in; its login is used.');
      kept = right.kept;
      secrets.add(kept.accessInfo.token);
      return kept.accessInfo;
    }
    try {
      // Most runs find their login kept.
      const { login } = await import('./identity.js');
      const accessInfo = await login({ ...withoutLock(options, right.release), settings, ...known });
      secrets.add(accessInfo.token);
      isNew = true;
      kept = { accessInfo, microversions: kept?.microversions ?? {} };
      if (isUsable(accessInfo, options.now())) cache?.keep(kept);
      return accessInfo;
    } finally {
      void cache?.settled().then(right.release);
    }
  };

  const start = async (): Promise<AccessInfo> => {
    kept = cache?.find();
    secrets.add(kept?.accessInfo.token);
    if (kept === undefined) return (await exchanged()) ?? loginAnew();
    if (isUsable(kept.accessInfo, options.now())) return kept.accessInfo;
    // Where to log in is still good to know. What the services can do may have changed since; but who had more than we
    // know of still has, or refuses.
    const microversions = Object.entries(kept.microversions).filter(([, version]) => version === `2.${HIGHEST}`);
    kept = { accessInfo: kept.accessInfo, microversions: Object.fromEntries(microversions) };
    return (await exchanged()) ?? loginAnew();
  };

  const current = (): Promise<AccessInfo> => {
    pending ??= start();
    return pending;
  };

  const renew = async (token: string, why: 'refused' | 'outdated'): Promise<AccessInfo | undefined> => {
    const accessInfo = await current();
    if (accessInfo.token !== token) return accessInfo;
    if (isNew && accessInfo.expires > options.now()) return undefined;
    options.note(`The kept login is ${why}; logging in again.`);
    // Not the newer one that another process may have kept meanwhile.
    if (why === 'refused' && cache?.find()?.accessInfo.token === token) cache.drop();
    pending = loginAnew(token);
    return pending;
  };

  return {
    current,
    renew: (token, why) => {
      // Several calls under way meet the same refusal.
      if (renewal?.token !== token) renewal = { token, accessInfo: renew(token, why) };
      return renewal.accessInfo;
    },
    password: async () => (await complete()).password,
    microversion: (endpoint) => {
      const known = kept?.microversions ?? {};
      if (learnt.has(endpoint)) return learnt.get(endpoint);
      return Object.hasOwn(known, endpoint) ? known[endpoint] : undefined;
    },
    versionedUrl: (url) => (Object.hasOwn(kept?.versionedUrls ?? {}, url) ? kept?.versionedUrls?.[url] : undefined),
    learnVersionedUrl: (url, versioned) => {
      if (kept === undefined) return;
      kept = { ...kept, versionedUrls: { ...kept.versionedUrls, [url]: versioned } };
      if (isUsable(kept.accessInfo, options.now())) cache?.keep(kept);
    },
    learn: (endpoint, microversion) => {
      if (microversion === undefined) learnt.delete(endpoint);
      else learnt.set(endpoint, microversion);
      if (kept === undefined) return;
      const { [endpoint]: _before, ...others } = kept.microversions;
      const microversions = microversion === undefined ? others : { ...others, [endpoint]: microversion };
      kept = { ...kept, microversions };
      if (isUsable(kept.accessInfo, options.now())) cache?.keep(kept);
    },
  };
}

/** Nobody waits for somebody who is about to type a passcode. */
function withoutLock(options: LoginOptions, release: () => void): LoginOptions {
  const { passcode } = options;
  if (passcode === undefined) return options;
  return {
    ...options,
    passcode: () => {
      release();
      return passcode();
    },
  };
}
