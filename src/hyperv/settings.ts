/** How a host is reached, and who logs in there. */

import { isIPv6 } from 'node:net';
import { Failure, UsageError } from '../core/errors.js';
import type { Settings } from '../core/settings.js';

/** The ways to log in. */
export const logins = ['ntlm', 'basic', 'certificate'] as const;
export type Login = (typeof logins)[number];

export interface Credentials {
  readonly auth: Login;
  /** `user`, `DOMAIN\user` or `user@domain`. */
  readonly username?: string;
  readonly password?: string;
}

/**
 * The URL of a host's service. A bare name means HTTPS on its usual port; a host with `http://` or `https://` may name its
 * port and path.
 *
 * @throws UsageError for what is no name of a host
 */
export function endpointUrl(host: string): string {
  const isUrl = /^https?:\/\//i.test(host);
  // An IPv6 address stands in brackets within a URL.
  const bare = isIPv6(host) ? `[${host}]` : host;
  const text = isUrl ? host : `https://${bare}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hostname === '' || (!isUrl && /[/?#@\s]/.test(host))) {
    throw new UsageError(`'${host}' is no name of a host`, { hint: 'As hv01, hv01:5986 or http://hv01:5985/wsman.' });
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(`the URL of ${url.host} has a user or a password in it`, { hint: 'Use --user.' });
  }
  const isHttps = url.protocol === 'https:';
  // A port that is the scheme's own is not told by a URL; one that was typed counts all the same.
  const typed = /:(\d+)$/.exec(url.host)?.[1] ?? /^[^/]*\/\/[^/]*:(80|443)(?:\/|$)/.exec(text)?.[1];
  const port = typed ?? (isHttps ? '5986' : '5985');
  const path = url.pathname === '/' ? '/wsman' : url.pathname;
  return `${url.protocol}//${url.hostname}:${port}${path}`;
}

/**
 * Who logs in. Without a word on it: by certificate where there is one, else by NTLM, which an untouched host takes.
 * @throws Failure for a login that is none, or that lacks its user
 */
export function credentialsOf({ authType, username, password, cert }: Settings): Credentials {
  const auth = authType ?? (cert === undefined ? 'ntlm' : 'certificate');
  if (!isLogin(auth)) throw new Failure(`There is no login '${auth}'.`, { hint: `One of ${logins.join(', ')}.` });
  if (auth === 'certificate') {
    if (cert === undefined)
      throw new Failure('A login by certificate needs --cert, and --key if the key is elsewhere.');
    return { auth };
  }
  if (username === undefined) {
    throw new Failure('You must say who logs in: --user, or HYPERV_USERNAME.', {
      hint: 'As administrator, DOMAIN\\admin or admin@example.com.',
    });
  }
  return { auth, username, ...(password === undefined ? {} : { password }) };
}

const isLogin = (word: string): word is Login => (logins as readonly string[]).includes(word);
