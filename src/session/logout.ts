import { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import { httpFailure } from '../http/api-errors.js';
import type { HttpRequest } from '../http/transport.js';
import { asError } from '../lib/thrown.js';
import { splitVersion, withVersion } from './address.js';
import { chooseEndpoint } from './catalog.js';
import { type Answer, isSuccess, type Sender, send } from './send.js';
import type { AccessInfo, Forgotten } from './session.js';
import type { Kept } from './token-cache.js';

interface Means extends Sender {
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Is a kept login one of the cloud and the user that the settings name, whatever its scope? Where they name no user, as
 * with a token, it is enough that it is the cloud.
 */
export function isOf({ authUrl, userId, username }: Settings): (kept: Kept) => boolean {
  return ({ accessInfo }) => {
    if (authUrl === undefined || splitVersion(authUrl).before !== splitVersion(accessInfo.authUrl).before) return false;
    if (userId !== undefined) return accessInfo.user.id === userId;
    return username === undefined || accessInfo.user.name === username;
  };
}

/** Revokes the tokens of logins that are not kept any more, each at the identity service that gave it. */
export async function* logout(dropped: readonly Kept[], means: Means): AsyncGenerator<Forgotten> {
  for (const { accessInfo } of dropped) means.secrets.add(accessInfo.token);
  for (const { accessInfo } of dropped) {
    if (accessInfo.expires <= means.now()) {
      yield { accessInfo };
      continue;
    }
    const failure = await revoke(accessInfo, means);
    yield { accessInfo, ...(failure === undefined ? {} : { failure }) };
  }
}

/**
 * `DELETE /v3/auth/tokens` (keystone `api-ref/source/v3`): a token may always revoke itself there, one of v2.0 too where
 * the cloud has both, and it stays out of the URL. Else `DELETE /v2.0/tokens/{id}` on the admin URL (keystone 2014.1
 * `token/routers.py`), for administrators. 401: it was good no more already.
 */
async function revoke(accessInfo: AccessInfo, means: Means): Promise<Error | undefined> {
  if (accessInfo.version === 'v1') return new Failure("swift's own login cannot revoke a token");
  try {
    const answer = await send(means, revocationV3(accessInfo, means.userAgent));
    const isOver = isSuccess(answer) || answer.status === 401;
    if (isOver || accessInfo.version === 'v3') return isOver ? undefined : failureOf(answer);
    const older = await send(means, revocationV2(accessInfo, means.userAgent));
    return isSuccess(older) || older.status === 401 || older.status === 404 ? undefined : failureOf(older);
  } catch (error) {
    return asError(error);
  }
}

const failureOf = (answer: Answer): Error => httpFailure(answer.request, answer, answer.text);

function headersOf(accessInfo: AccessInfo, userAgent: string): Record<string, string> {
  return { accept: 'application/json', 'user-agent': userAgent, 'x-auth-token': accessInfo.token };
}

function revocationV3(accessInfo: AccessInfo, userAgent: string): HttpRequest {
  const url = `${withVersion(accessInfo.authUrl, 'v3')}/auth/tokens`;
  return {
    method: 'DELETE',
    url,
    headers: { ...headersOf(accessInfo, userAgent), 'x-subject-token': accessInfo.token },
  };
}

function revocationV2(accessInfo: AccessInfo, userAgent: string): HttpRequest {
  const admin = chooseEndpoint(accessInfo.catalog, { type: 'identity', interface: 'admin' });
  const url = `${withVersion(admin.url, 'v2.0')}/tokens/${encodeURIComponent(accessInfo.token)}`;
  return { method: 'DELETE', url, headers: headersOf(accessInfo, userAgent) };
}
