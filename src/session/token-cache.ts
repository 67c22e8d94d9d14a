import { definitions } from '../core/definitions.js';
import { type SettingName, type Settings, settingsIn } from '../core/settings.js';
import { asRecord, asRecords, isRecord } from '../lib/read.js';
import type { AccessInfo, Endpoint } from './session.js';

/**
 * Where kept logins lie. `material` is everything that tells one login from another, secrets included: a store must
 * not write it down. Nothing here ever throws or rejects; what cannot be read is not there.
 */
export interface TokenStore {
  find(material: string): unknown;
  /** Asks for the value as late as it can, so that what is learnt meanwhile is in it. */
  save(material: string, value: () => Readonly<Record<string, unknown>>): Promise<void>;
  drop(material: string): void;
  /**
   * Takes the lock of this login, so that others can wait for what comes of it. A store that only one process knows need
   * not have it.
   * @param unless the holder from whom it is taken even so: it has been waited for long enough
   */
  lock?(material: string, unless?: string): Promise<LoginLock>;
  /** Everything that is kept. */
  all(): readonly unknown[];
  /** What is kept and matches, everything if left out; then it is kept no more. */
  takeAll(matches?: (value: unknown) => boolean): readonly unknown[];
}

/**
 * The lock of a login: ours, to be given back; or that of another process, `holder`, another name for each time that it
 * is taken. `stopped`: it lives, but does nothing (Ctrl-Z); `elsewhere`: on another machine, or in another container, so
 * that nobody here knows whether it lives.
 */
export type LoginLock =
  | { readonly release: () => void }
  | { readonly holder: string; readonly state: 'lives' | 'stopped' | 'elsewhere' };

/** What is kept of a login. */
export interface Kept {
  readonly accessInfo: AccessInfo;
  /** By endpoint of compute or volume: the microversion to use there, null where it has none. */
  readonly microversions: Readonly<Record<string, string | null>>;
  /** By the URL of a catalog that names no version: the URL to ask, as the service's version document has it. */
  readonly versionedUrls?: Readonly<Record<string, string>>;
}

/** The kept login of one set of settings. */
export interface TokenCache {
  /** What was kept, expired or not. */
  find(): Kept | undefined;
  /** The latest login of the same user at the same service, whatever its scope. */
  findSibling(): Kept | undefined;
  /** Keeps it, soon; a later call before that replaces it. */
  keep(kept: Kept): void;
  drop(): void;
  /** As `TokenStore.lock`. */
  lock(unless?: string): Promise<LoginLock>;
  /** The kept logins that match. */
  all(matches: (kept: Kept) => boolean): readonly Kept[];
  /** The same, and then they are kept no more; left out: all, and whatever else lies there. */
  takeAll(matches?: (kept: Kept) => boolean): readonly Kept[];
  /** Everything kept so far has been written. */
  settled(): Promise<void>;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Changes whenever the meaning of what is kept does: older files are then not found any more. */
const LAYOUT = 2;

/** Milliseconds that a token must still be good for: a slow list should not end in the middle. */
const MARGIN = 120_000;

/** Is it good for long enough to begin something with it? @param now milliseconds since 1970 */
export function isUsable(accessInfo: AccessInfo, now: number): boolean {
  return accessInfo.expires - now > MARGIN;
}

/** The login of these settings among those that are kept, read once and written behind the next request. */
export function tokenCache(store: TokenStore, settings: Settings): TokenCache {
  const material = keyMaterial(settings);
  const who = whoMaterial(settings);
  let latest: Kept | undefined;
  let writing: Promise<void> | undefined;
  /** The token that is known to lie there for other scopes. */
  let sibling: string | undefined;
  const findSibling = (): Kept | undefined => (who === undefined ? undefined : readKept(store.find(who)));
  const write = async (): Promise<void> => {
    // What has to be loaded for it, and the file, can wait until the next request is on its way.
    await nextTurn();
    await nextTurn();
    while (latest !== undefined) {
      let kept = latest;
      await store.save(material, () => {
        kept = latest ?? kept;
        latest = undefined;
        return { layout: LAYOUT, ...kept };
      });
      if (who !== undefined && kept.accessInfo.token !== sibling) {
        await store.save(who, () => ({ layout: LAYOUT, ...kept }));
        sibling = kept.accessInfo.token;
      }
    }
    writing = undefined;
  };
  return {
    find: () => {
      const kept = readKept(store.find(material));
      // What is kept is there for other scopes, too, or has given way to a newer one.
      sibling ??= kept?.accessInfo.token;
      return kept;
    },
    findSibling,
    keep: (kept) => {
      latest = kept;
      writing ??= write();
    },
    drop: () => {
      const token = readKept(store.find(material))?.accessInfo.token;
      store.drop(material);
      if (who !== undefined && token !== undefined && findSibling()?.accessInfo.token === token) store.drop(who);
    },
    lock: async (unless) => store.lock?.(material, unless) ?? { release: () => undefined },
    all: (matches) => distinct(store.all()).filter(matches),
    takeAll: (matches) => {
      if (matches === undefined) return distinct(store.takeAll());
      return distinct(
        store.takeAll((value) => {
          const kept = readKept(value);
          return kept !== undefined && matches(kept);
        }),
      );
    },
    settled: async () => writing,
  };
}

/**
 * Everything that decides what a login gives, the password too: whoever does not know it does not get the token. How
 * far the server was trusted counts as well, since its catalogue tells where tokens go.
 */
export function keyMaterial(settings: Settings): string {
  return materialOf(settings, deciding(settings));
}

/**
 * The same without the scope: who it is and how that is proved, so that a token for one project can be had for another
 * without proving it again. The password is in it, as always. Undefined where a token cannot be exchanged: one that was
 * given, one of an application credential or a trust, one of swift's own login.
 */
export function whoMaterial(settings: Settings): string | undefined {
  const names = deciding(settings);
  if (settings.authType === 'v1password') return undefined;
  if (names.some((name) => definitions[name].traits.binds)) return undefined;
  if (!names.some((name) => definitions[name].traits.oneOf === 'user')) return undefined;
  return materialOf(
    settings,
    names.filter((name) => definitions[name].traits.group !== 'scope'),
    'who',
  );
}

function deciding(settings: Settings): readonly SettingName[] {
  return settingsIn(settings).filter((name) => definitions[name].traits.decidesLogin);
}

function materialOf(settings: Settings, names: readonly SettingName[], kind?: string): string {
  const entries = [...names].sort().map((name) => [name, settings[name]]);
  return JSON.stringify([LAYOUT, ...(kind === undefined ? [] : [kind]), ...entries]);
}

/** A login is kept for its scope and for its user: once is enough. */
function distinct(values: readonly unknown[]): readonly Kept[] {
  const all = values.flatMap((value) => readKept(value) ?? []);
  return [...new Map(all.map((kept) => [kept.accessInfo.token, kept])).values()];
}

/** What came from a file is believed only if every part of it is as it was written. */
export function readKept(value: unknown): Kept | undefined {
  if (!isRecord(value) || value.layout !== LAYOUT || !isAccessInfo(value.accessInfo)) return undefined;
  const microversions = asRecord(value.microversions);
  const known = Object.entries(microversions).filter(
    (entry): entry is [string, string | null] => entry[1] === null || /^[23]\.\d+$/.test(String(entry[1])),
  );
  const urls = Object.entries(asRecord(value.versionedUrls)).filter((entry): entry is [string, string] =>
    isUrl(entry[1]),
  );
  return {
    accessInfo: value.accessInfo,
    microversions: Object.fromEntries(known),
    ...(urls.length === 0 ? {} : { versionedUrls: Object.fromEntries(urls) }),
  };
}

function isAccessInfo(value: unknown): value is AccessInfo {
  if (!isRecord(value)) return false;
  const { version, authUrl, token, expires, expiresAt, catalog, project, domain, user, roles, described } = value;
  return (
    (version === 'v1' || version === 'v2.0' || version === 'v3') &&
    isUrl(authUrl) &&
    typeof token === 'string' &&
    /^[\x21-\x7e]+$/.test(token) &&
    typeof expires === 'number' &&
    (expiresAt === undefined || typeof expiresAt === 'string') &&
    Array.isArray(catalog) &&
    asRecords(catalog).filter(isEndpoint).length === catalog.length &&
    (project === undefined || isNamed(project)) &&
    (domain === undefined || isRecord(domain)) &&
    isNamed(user) &&
    Array.isArray(roles) &&
    roles.every((role) => typeof role === 'string') &&
    (described === undefined || isRecord(described))
  );
}

function isNamed(value: unknown): boolean {
  return isRecord(value) && typeof value.id === 'string' && typeof value.name === 'string';
}

function isUrl(value: unknown): boolean {
  return typeof value === 'string' && /^https?:/i.test(value) && URL.canParse(value);
}

function isEndpoint(value: Readonly<Record<string, unknown>>): boolean {
  const { type, interface: side, url, name, region, id } = value as Partial<Endpoint>;
  const optional = [name, region, id].every((field) => field === undefined || typeof field === 'string');
  const isSide = side === 'public' || side === 'internal' || side === 'admin';
  return typeof type === 'string' && typeof url === 'string' && isSide && optional;
}
