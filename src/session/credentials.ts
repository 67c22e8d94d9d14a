import { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import type { IdentityVersion } from './discovery.js';

/** How somebody proves who they are, in the words of Identity v3 (keystone `api-ref/source/v3/authenticate-v3.inc`). */
export type LoginMethod = 'password' | 'totp' | 'token' | 'application_credential';

/** keystoneauth's names of plugins, as far as they are spoken here. */
const TYPES: Readonly<Record<string, readonly LoginMethod[]>> = {
  password: ['password'],
  v1password: ['password'],
  v2password: ['password'],
  v3password: ['password'],
  token: ['token'],
  v2token: ['token'],
  v3token: ['token'],
  admin_token: ['token'],
  token_endpoint: ['token'],
  v3totp: ['totp'],
  v3multifactor: ['password', 'totp'],
  v3applicationcredential: ['application_credential'],
};

/** By what a login goes: `OS_AUTH_TYPE` decides, else what there is. Several at once prove more than one. */
export function loginMethods(settings: Settings): readonly LoginMethod[] {
  const { authType, password, passwordCommand, passcode, token } = settings;
  const isCredential =
    settings.applicationCredentialId !== undefined ||
    (settings.applicationCredentialName !== undefined && settings.applicationCredentialSecret !== undefined);
  if (authType !== undefined) {
    const known = Object.hasOwn(TYPES, authType) ? TYPES[authType] : undefined;
    if (known === undefined) {
      throw new Failure(`The authentication type '${authType}' is not supported`, {
        name: 'NoMatchingPlugin',
        hint: `OS_AUTH_TYPE may be ${Object.keys(TYPES).join(', ')}.`,
      });
    }
    // The general name means what there is: a credential too, and a second factor.
    if (authType !== 'password') return known;
  }
  const hasPassword = password !== undefined || passwordCommand !== undefined;
  if (isCredential && !hasPassword) return ['application_credential'];
  if (token !== undefined && !hasPassword && authType === undefined) return ['token'];
  return passcode === undefined ? ['password'] : ['password', 'totp'];
}

/** The identity version that the user insists on: `OS_AUTH_TYPE=v3password`, `OS_IDENTITY_API_VERSION=2.0`. */
export function forcedVersion(settings: Settings): IdentityVersion | undefined {
  const word = /^v[23]/.exec(settings.authType ?? '')?.[0] ?? settings.identityApiVersion ?? '';
  if (/^v?2(\.0)?$/i.test(word)) return 'v2.0';
  return /^v?3(\.\d+)?$/i.test(word) ? 'v3' : undefined;
}

/** Does anything in the settings exist in v3 only? */
export function wantsV3(settings: Settings): boolean {
  return domainNames(settings).length > 0 || settings.systemScope !== undefined || isNewer(settings);
}

/** Is it a way to log in that v2.0 has not? */
function isNewer(settings: Settings): boolean {
  return loginMethods(settings).some((method) => method === 'totp' || method === 'application_credential');
}

/** The same, but the default domain does not count: it is where v2.0 looks for names. */
export function needsV3(settings: Settings): boolean {
  if (settings.systemScope !== undefined || settings.domainId !== undefined || settings.domainName !== undefined) {
    return true;
  }
  return isNewer(settings) || domainNames(settings).some((name) => name.toLowerCase() !== 'default');
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
  const [method] = loginMethods(settings);
  if (method === 'application_credential') {
    return `application credential ${settings.applicationCredentialId ?? settings.applicationCredentialName}`;
  }
  const user = settings.userId === undefined ? `user ${settings.username ?? '-'}` : `user id ${settings.userId}`;
  return `${method === 'token' ? 'the given token' : user}, ${describeScope(settings)}`;
}

function describeScope(settings: Settings): string {
  if (settings.trustId !== undefined) return `trust ${settings.trustId}`;
  if (settings.systemScope !== undefined) return 'the system';
  if (settings.projectId !== undefined) return `project id ${settings.projectId}`;
  if (settings.projectName !== undefined) return `project ${settings.projectName}`;
  const domain = settings.domainId ?? settings.domainName;
  return domain === undefined ? 'no project' : `domain ${domain}`;
}
