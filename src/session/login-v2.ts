import type { Settings } from '../core/settings.js';
import { record, records, text } from '../lib/read.js';
import { readCatalogV2 } from './catalog.js';
import { loginMethods } from './credentials.js';
import { expiryHere } from './expiry.js';
import { type Circumstances, sendableToken } from './login-answer.js';
import type { Grant } from './session.js';

/** The body of `POST /v2.0/tokens`: never both tenant keys (keystone 2014.1 `token/controllers.py`). */
export function bodyV2(settings: Settings): unknown {
  const credentials =
    loginMethods(settings)[0] === 'token'
      ? { token: { id: settings.token } }
      : {
          passwordCredentials: {
            ...(settings.userId === undefined ? { username: settings.username } : { userId: settings.userId }),
            password: settings.password,
          },
        };
  const tenant =
    settings.projectId === undefined
      ? settings.projectName === undefined
        ? {}
        : { tenantName: settings.projectName }
      : { tenantId: settings.projectId };
  const trust = settings.trustId === undefined ? {} : { trust_id: settings.trustId };
  return { auth: { ...credentials, ...tenant, ...trust } };
}

/**
 * What `POST /v2.0/tokens` answered (keystone 2014.1 `token/providers/common.py`). Only the token itself has to be
 * there: an unscoped one has no tenant, and `serviceCatalog` and `metadata` may be missing.
 *
 * @throws Failure when there is no token in it
 */
export function readGrantV2(document: unknown, at: Circumstances): Grant {
  const access = record(record(document).access);
  const token = record(access.token);
  const user = record(access.user);
  const tenant = record(token.tenant);
  const tenantId = text(tenant.id);
  const { id, ...description } = token;
  return {
    version: 'v2.0',
    authUrl: at.authUrl,
    token: sendableToken(id, at),
    expires: expiryHere(token.expires, at.headers.date, at.now),
    ...(text(token.expires) === '' ? {} : { expiresAt: text(token.expires) }),
    catalog: readCatalogV2(access.serviceCatalog),
    ...(tenantId === '' ? {} : { project: { id: tenantId, name: text(tenant.name) } }),
    user: { id: text(user.id), name: text(user.name) || text(user.username) },
    roles: records(user.roles)
      .map((role) => text(role.name))
      .filter((name) => name !== ''),
    described: { user, token: description },
  };
}
