import type { Settings } from '../core/settings.js';
import { asRecord, asRecords, asText } from '../lib/read.js';
import { readCatalogV2 } from './catalog.js';
import { loginMethods } from './credentials.js';
import { expiryHere } from './expiry.js';
import { type LoginAnswer, sendableToken } from './login-answer.js';
import type { AccessInfo } from './session.js';

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
export function accessInfoV2(document: unknown, at: LoginAnswer): AccessInfo {
  const access = asRecord(asRecord(document).access);
  const token = asRecord(access.token);
  const user = asRecord(access.user);
  const tenant = asRecord(token.tenant);
  const tenantId = asText(tenant.id);
  const { id, ...description } = token;
  return {
    version: 'v2.0',
    authUrl: at.authUrl,
    token: sendableToken(id, at),
    expires: expiryHere(token.expires, at.headers.date, at.now),
    ...(asText(token.expires) === '' ? {} : { expiresAt: asText(token.expires) }),
    catalog: readCatalogV2(access.serviceCatalog),
    ...(tenantId === '' ? {} : { project: { id: tenantId, name: asText(tenant.name) } }),
    user: { id: asText(user.id), name: asText(user.name) || asText(user.username) },
    roles: asRecords(user.roles)
      .map((role) => asText(role.name))
      .filter((name) => name !== ''),
    described: { user, token: description },
  };
}
