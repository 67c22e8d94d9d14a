import type { Interface, Settings } from '../core/settings.js';
import type { Json } from '../lib/read.js';

/** One way to reach one service, from either catalogue shape. */
export interface Endpoint {
  /** Service type as the catalogue spells it: `compute`, `volumev3`. */
  readonly type: string;
  readonly name?: string;
  readonly region?: string;
  readonly interface: Interface;
  readonly url: string;
  readonly id?: string;
}

/** What a login gave: the same for all kinds of it, and what the token cache keeps. */
export interface AccessInfo {
  /** `v1`: swift's own login. */
  readonly version: 'v1' | 'v2.0' | 'v3';
  /** The versioned identity URL that granted it, without a trailing slash: `http://h:5000/v2.0`. */
  readonly authUrl: string;
  readonly token: string;
  /** Milliseconds since 1970, by this machine's clock. */
  readonly expires: number;
  /** The same as the service wrote it, if it did. */
  readonly expiresAt?: string;
  readonly catalog: readonly Endpoint[];
  readonly project?: { readonly id: string; readonly name: string; readonly domainId?: string };
  readonly domain?: { readonly id?: string; readonly name?: string };
  readonly user: { readonly id: string; readonly name: string; readonly domainId?: string };
  readonly roles: readonly string[];
  /** The user, and over v2.0 the token without its id, as the service described them. */
  readonly described?: { readonly user: Json; readonly token?: Json };
}

export type QueryValue = string | number | boolean | undefined | readonly string[];
export type Query = Readonly<Record<string, QueryValue>>;

/** One request to a service of the catalogue. */
export interface Call {
  /** It only finds out which thing is meant: `--curl` sends it although it shows what would be sent. */
  readonly resolves?: boolean;
  /** Service type: `compute`, `image`, `identity`, `volume`, `network`, `object-store`. Aliases are tried too. */
  readonly service: string;
  /** Begins with `/`; what stands in it has been encoded. Appended to the endpoint's URL. */
  readonly path: string;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** It changes nothing, though its method could: it reads a console by POST. False: it does, though by GET. */
  readonly safe?: boolean;
  /** Undefined and empty values are left out; the rest is sent sorted by name, as the classic clients do. */
  readonly query?: Query;
  /** Empty values are sent, too: `device_owner=` finds what has none. */
  readonly keepsEmpty?: boolean;
  readonly body?: unknown;
  /** Besides those of every call, or in their place; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What it asks, for clients whose sentence about a refusal begins with that: `Account HEAD`. */
  readonly what?: string;
  /** Anybody may ask it: there is no login for it, and no token is sent. */
  readonly isOpen?: boolean;
  /** Of a list: the next page is asked for when it is wanted, not while the one before is used. */
  readonly isUnhurried?: boolean;
  /** Secrets are what it asks for: they are not to be seen beside the command's own output. */
  readonly bringsSecrets?: boolean;
  /** A success without a body is an answer, too: what is accepted often has none. Then `json` gives undefined. */
  readonly mayBeEmpty?: boolean;
  readonly interface?: Interface;
  /** Replaces (or adds) the version part of the endpoint's URL: `v2` for `http://h:9292` or `http://h:9292/v1`. */
  readonly version?: string;
  /** The URL of the service, where it is not the catalogue's: that of the login. */
  readonly at?: string;
  /** For compute: the microversion of this call instead of the session's, `none` for no header. */
  readonly microversion?: string;
}

/** A kept login that `logout` has dropped. */
export interface Forgotten {
  readonly accessInfo: AccessInfo;
  /** Why its token could not be revoked and is still good until it expires; undefined: it is good no more. */
  readonly failure?: Error;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly method: NonNullable<Call['method']> | 'OPTIONS';
  readonly url: string;
  readonly status: number;
  readonly body: string;
}

/** An answer of which nothing is held: its bytes are read as they come. */
export interface ByteAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As stored, no encoding undone. Rejects when they end before the announced length. Must be read to the end or returned. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The settings that commands may read: none of them is secret. */
export type PublicSettings = Pick<Settings, 'authUrl' | 'region' | 'interface' | 'cacert' | 'insecure'>;

/** Authenticated access to a cloud. Opening one costs nothing: the first call finds or gets the token. */
export interface Session {
  readonly settings: PublicSettings;
  /** The login: from the cache, or by asking the identity service. */
  accessInfo(): Promise<AccessInfo>;
  /** The password that logs in, asked for where that is how it is told; undefined: the login is of another kind. */
  password(): Promise<string | undefined>;
  /** The token that a service is asked with: that of the login, or the one that is given with its fixed URL. */
  tokenFor(service: string): Promise<string>;
  /** URL of a service without a trailing slash. Fails naming what was looked for and what there is. */
  endpoint(service: string, options?: { readonly interface?: Interface }): Promise<string>;
  /**
   * The answer's JSON, unchecked: read it tolerantly. Rejects with an `HttpFailure` for 4xx and 5xx, and with a
   * `Failure` for anything that is not JSON.
   */
  json(call: Call): Promise<unknown>;
  /**
   * JSON that anybody may read, sent without a token: an identity service's versions. Undefined when it is not JSON or
   * the status is 400 or above; rejects when nobody answers.
   */
  document(url: string): Promise<unknown>;
  /**
   * Answers as they come, whatever their status; with `follow` also the pages that come after a first one, as `pages`
   * finds them.
   */
  raw(call: Call, follow?: boolean): AsyncIterable<RawAnswer>;
  /**
   * Bytes of any length, at the speed at which they are read. Rejects with an `HttpFailure` for any status but a success,
   * and for a redirect with a `Failure`: the token goes to no other place.
   */
  bytes(call: Call): Promise<ByteAnswer>;
  /** The answer's headers only (HEAD), names in lower case. */
  head(call: Call): Promise<Readonly<Record<string, string>>>;
  /**
   * A list page by page: `key` names the array in each answer. Follows `<key>_links` with `rel: next`, or `next`, to
   * the end, on the same origin only, never twice to the same URL; asks for the next page before the current one has
   * been used.
   */
  pages(call: Call, key: string): AsyncIterable<readonly unknown[]>;
  /**
   * The microversion that this session uses, compute's or that of the client's own service: the highest that the server
   * and we know, or what the user asked for; undefined where the cloud has none (Compute v2, Volume v2 and older).
   */
  microversion(): Promise<string | undefined>;
  /** Which Identity API this session speaks; without a login when a service token and an endpoint are given. */
  identityVersion(): Promise<AccessInfo['version']>;
  /** The kept logins of the cloud and user of the settings, or all that this account has on this machine. */
  keptLogins(which: 'these' | 'all'): Promise<readonly AccessInfo[]>;
  /** Drops those logins and revokes their tokens. */
  logout(which: 'these' | 'all'): AsyncIterable<Forgotten>;
}
