import { Failure } from '../../core/errors.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { identityApi } from './index.js';

/**
 * All tenants; where the catalogue leads to no admin API, because the login has no project or the region none, the
 * caller's own, as python-keystoneclient does (`v2_0/tenants.py`, list), which does not say so.
 */
export async function* listTenants(session: Session, warn: (line: string) => void): AsyncGenerator<readonly Json[]> {
  const api = await identityApi(session);
  try {
    yield* api.all('tenant');
  } catch (error) {
    const isNowhere = error instanceof Failure && /^(EmptyCatalog|EndpointNotFound)$/.test(error.name);
    if (!isNowhere) throw error;
    warn(`These are only your own tenants: ${error.message}`);
    yield* api.ownTenants();
  }
}
