import { Failure } from '../lib/errors.js';
import type { Settings } from '../lib/settings.js';
import type { IdentityVersion } from './discovery.js';

const KNOWN_TYPES = ['password', 'token', 'v2password', 'v2token', 'v3password', 'v3token'];

/** By a token, or by a user and a password? `OS_AUTH_TYPE` decides, else what there is. */
export function loginMethod(settings: Settings): 'password' | 'token' {
  const { authType } = settings;
  if (authType !== undefined) {
    if (!KNOWN_TYPES.includes(authType)) {
      throw new Failure(`The authentication type '${authType}' is not supported`, {
        name: 'NoMatchingPlugin',
        hint: `OS_AUTH_TYPE may be ${KNOWN_TYPES.join(', ')}.`,
      });
    }
    return authType.endsWith('token') ? 'token' : 'password';
  }
  return settings.token !== undefined && settings.password === undefined ? 'token' : 'password';
}

/** The identity version that the user insists on: `OS_AUTH_TYPE=v3password`, `OS_IDENTITY_API_VERSION=2.0`. */
export function forcedVersion(settings: Settings): IdentityVersion | undefined {
  const word = /^v[23]/.exec(settings.authType ?? '')?.[0] ?? settings.identityApiVersion ?? '';
  if (/^v?2(\.0)?$/i.test(word)) return 'v2.0';
  return /^v?3(\.\d+)?$/i.test(word) ? 'v3' : undefined;
}

/** Does anything in the settings exist in v3 only? */
export function wantsV3(settings: Settings): boolean {
  return domainNames(settings).length > 0 || settings.systemScope !== undefined;
}

/** The same, but the default domain does not count: it is where v2.0 looks for names. */
export function needsV3(settings: Settings): boolean {
  if (settings.systemScope !== undefined || settings.domainId !== undefined || settings.domainName !== undefined) {
    return true;
  }
  return domainNames(settings).some((name) => name.toLowerCase() !== 'default');
}

function domainNames(settings: Settings): readonly string[] {
  return [
    settings.userDomainId,
    settings.userDomainName,
    settings.projectDomainId,
    settings.projectDomainName,
    settings.domainId,
    settings.domainName,
  ].filter((name) => name !== undefined);
}

/** Who and what for, for error messages: `user admin, project demo`. */
export function describeLogin(settings: Settings): string {
  const who =
    loginMethod(settings) === 'token'
      ? 'the given token'
      : settings.userId === undefined
        ? `user ${settings.username ?? '-'}`
        : `user id ${settings.userId}`;
  return `${who}, ${describeScope(settings)}`;
}

function describeScope(settings: Settings): string {
  if (settings.trustId !== undefined) return `trust ${settings.trustId}`;
  if (settings.systemScope !== undefined) return 'the system';
  if (settings.projectId !== undefined) return `project id ${settings.projectId}`;
  if (settings.projectName !== undefined) return `project ${settings.projectName}`;
  const domain = settings.domainId ?? settings.domainName;
  return domain === undefined ? 'no project' : `domain ${domain}`;
}
