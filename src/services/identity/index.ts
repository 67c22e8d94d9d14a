import type { Session } from '../../session/session.js';
import type { IdentityApi } from './api.js';

export type { IdentityApi, Service, ServiceEndpoint } from './api.js';

/** The identity service in the version that the session speaks; only that one is loaded. */
export async function identityApi(session: Session): Promise<IdentityApi> {
  return (await session.identityVersion()) === 'v3'
    ? (await import('./v3.js')).identityV3(session)
    : (await import('./v2.js')).identityV2(session);
}
