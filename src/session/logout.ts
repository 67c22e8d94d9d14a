import { httpFailure } from '../http/errors.js';
import type { HttpRequest, Transport } from '../http/transport.js';
import { withVersion } from './address.js';
import { chooseEndpoint } from './catalog.js';
import { exchange, isSuccess } from './exchange.js';
import type { Forgotten, Grant } from './session.js';
import type { Kept } from './token-cache.js';

interface Means {
  readonly transport: Transport;
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Revokes the tokens of logins that are not kept any more, each at the identity service that gave it. */
export async function* logout(dropped: readonly Kept[], means: Means): AsyncGenerator<Forgotten> {
  for (const { grant } of dropped) {
    if (grant.expires <= means.now()) {
      yield { grant };
      continue;
    }
    const failure = await revoke(grant, means);
    yield { grant, ...(failure === undefined ? {} : { failure }) };
  }
}

/**
 * `DELETE /v3/auth/tokens` (keystone `api-ref/source/v3`), or `DELETE /v2.0/tokens/{id}` on the admin URL (keystone
 * 2014.1 `token/routers.py`); a token may revoke itself. One that is refused or unknown there is good no more.
 */
async function revoke(grant: Grant, means: Means): Promise<Error | undefined> {
  try {
    const answer = await exchange(means.transport, revocation(grant, means.userAgent));
    if (isSuccess(answer) || answer.status === 401 || answer.status === 404) return undefined;
    return httpFailure(answer.request, answer, answer.text, 'keystoneauth');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function revocation(grant: Grant, userAgent: string): HttpRequest {
  const headers = { accept: 'application/json', 'user-agent': userAgent, 'x-auth-token': grant.token };
  if (grant.version === 'v3') {
    const url = `${grant.authUrl}/auth/tokens`;
    return { method: 'DELETE', url, headers: { ...headers, 'x-subject-token': grant.token } };
  }
  const admin = chooseEndpoint(grant.catalog, { type: 'identity', interface: 'admin' });
  const url = `${withVersion(admin.url, 'v2.0')}/tokens/${encodeURIComponent(grant.token)}`;
  return { method: 'DELETE', url, headers };
}
