import { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import { asRecord, asRecords, asText } from '../lib/read.js';
import { readCatalogV3 } from './catalog.js';
import { type LoginMethod, loginMethods } from './credentials.js';
import { expiryHere } from './expiry.js';
import { type LoginAnswer, sendableToken } from './login-answer.js';
import type { AccessInfo } from './session.js';

/**
 * The body of `POST /v3/auth/tokens` (keystone `api-ref/source/v3/authenticate-v3.inc`). An application credential has
 * its own scope and takes no other.
 *
 * @param methods what is proved with this request, where it is not all that there is
 */
export function bodyV3(settings: Settings, methods = loginMethods(settings)): unknown {
  const scope = methods.includes('application_credential') ? undefined : scopeOf(settings);
  const identity = { methods, ...Object.fromEntries(methods.map((method) => [method, proof(method, settings)])) };
  return { auth: { identity, ...(scope === undefined ? {} : { scope }) } };
}

function proof(method: LoginMethod, settings: Settings): unknown {
  const {
    applicationCredentialId: id,
    applicationCredentialName: name,
    applicationCredentialSecret: secret,
  } = settings;
  switch (method) {
    case 'token':
      return { id: settings.token };
    case 'application_credential':
      return id === undefined ? { name, user: userOf(settings), secret } : { id, secret };
    case 'password':
      return { user: { ...userOf(settings), password: settings.password } };
    case 'totp':
      return { user: { ...userOf(settings), passcode: settings.passcode } };
  }
}

function userOf(settings: Settings): object {
  if (settings.userId !== undefined) return { id: settings.userId };
  return { name: settings.username, domain: domainOf(settings, settings.userDomainId, settings.userDomainName) };
}

/** The domain in which a name is looked up: named, else the default one. */
function domainOf(settings: Settings, id: string | undefined, name: string | undefined): unknown {
  if (id !== undefined) return { id };
  if (name !== undefined) return { name };
  if (settings.defaultDomainId !== undefined) return { id: settings.defaultDomainId };
  return settings.defaultDomainName === undefined ? { id: 'default' } : { name: settings.defaultDomainName };
}

function scopeOf(settings: Settings): unknown {
  const scopes: unknown[] = [];
  if (settings.trustId !== undefined) scopes.push({ 'OS-TRUST:trust': { id: settings.trustId } });
  if (settings.systemScope !== undefined) scopes.push({ system: { all: true } });
  if (settings.projectId !== undefined) {
    scopes.push({ project: { id: settings.projectId } });
  } else if (settings.projectName !== undefined) {
    const domain = domainOf(settings, settings.projectDomainId, settings.projectDomainName);
    scopes.push({ project: { name: settings.projectName, domain } });
  }
  if (settings.domainId !== undefined) {
    scopes.push({ domain: { id: settings.domainId } });
  } else if (settings.domainName !== undefined) {
    scopes.push({ domain: { name: settings.domainName } });
  }
  if (scopes.length > 1) {
    throw new Failure(
      'Authentication cannot be scoped to multiple targets. Pick one of: project, domain, trust, system or unscoped',
      {
        name: 'AuthorizationFailure',
        hint: 'OS_PROJECT_NAME, OS_DOMAIN_NAME, OS_SYSTEM_SCOPE and OS_TRUST_ID exclude each other.',
      },
    );
  }
  return scopes[0];
}

/**
 * What `POST /v3/auth/tokens` answered: the token is in the header `X-Subject-Token`. Unscoped ones have neither
 * catalog nor roles.
 *
 * @throws Failure when there is no token in it
 */
export function accessInfoV3(document: unknown, at: LoginAnswer): AccessInfo {
  const token = asRecord(asRecord(document).token);
  const user = asRecord(token.user);
  const project = asRecord(token.project);
  const domain = asRecord(token.domain);
  const projectId = asText(project.id);
  const domainId = asText(domain.id);
  return {
    version: 'v3',
    authUrl: at.authUrl,
    token: sendableToken(at.headers['x-subject-token'], at),
    expires: expiryHere(token.expires_at, at.headers.date, at.now),
    ...(asText(token.expires_at) === '' ? {} : { expiresAt: asText(token.expires_at) }),
    catalog: readCatalogV3(token.catalog),
    ...(projectId === '' ? {} : { project: { id: projectId, name: asText(project.name), ...domainIdOf(project) } }),
    ...(domainId === '' ? {} : { domain: { id: domainId, name: asText(domain.name) } }),
    user: { id: asText(user.id), name: asText(user.name), ...domainIdOf(user) },
    roles: asRecords(token.roles)
      .map((role) => asText(role.name))
      .filter((name) => name !== ''),
    described: { user },
  };
}

function domainIdOf(owned: Readonly<Record<string, unknown>>): { domainId?: string } {
  const id = asText(asRecord(owned.domain).id);
  return id === '' ? {} : { domainId: id };
}
