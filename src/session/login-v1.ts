import { Failure } from '../core/errors.js';
import { httpFailure } from '../http/api-errors.js';
import { trimEndOf } from '../lib/trim.js';
import type { LoginOptions } from './identity.js';
import { sendableToken } from './login-answer.js';
import { isSuccess, send } from './send.js';
import type { AccessInfo, Endpoint } from './session.js';

/** Seconds that a token is kept where the service does not say how long it is good: one that is refused is renewed. */
const UNSAID = 3600;

/**
 * Swift's own login (v1), which was there before keystone: user and key are headers of a `GET`, and so are the token and
 * the one place that there is in the answer (swift `common/middleware/tempauth.py` handle_get_token).
 *
 * @throws HttpFailure when the login is refused, Failure for an answer without a storage URL or a token
 */
export async function loginV1(options: LoginOptions): Promise<AccessInfo> {
  const { authUrl = '', username = '', password = '' } = options.settings;
  const headers = { 'user-agent': options.userAgent, 'x-auth-user': username, 'x-auth-key': password };
  const answer = await send(options, { method: 'GET', url: authUrl, headers });
  if (!isSuccess(answer)) throw httpFailure(answer.request, answer, answer.text, options.v1Refusals);
  const { headers: said } = answer;
  const url = options.settings.v1Snet === true ? inside(said['x-storage-url']) : said['x-storage-url'];
  if (url === undefined || !URL.canParse(url)) {
    throw new Failure(`${authUrl} answered the login without a storage URL`, {
      name: 'InvalidResponse',
      hint: 'Is this the login of an object store? It usually ends with /auth/v1.0.',
    });
  }
  const now = options.now();
  const seconds = Number(said['x-auth-token-expires'] ?? UNSAID);
  const sides = ['public', 'internal', 'admin'] as const;
  return {
    version: 'v1',
    authUrl: trimEndOf(authUrl, '/'),
    token: sendableToken(said['x-storage-token'] ?? said['x-auth-token'], { authUrl }),
    expires: now + (Number.isFinite(seconds) ? seconds : UNSAID) * 1000,
    // It is in every region.
    catalog: sides.map((side): Endpoint => ({ type: 'object-store', interface: side, region: '*', url })),
    user: { id: username, name: username },
    roles: [],
  };
}

/** The same place, by the internal network (swiftclient `client.py` get_auth_1_0). */
const inside = (url: string | undefined): string | undefined => url?.replace('://', '://snet-');
