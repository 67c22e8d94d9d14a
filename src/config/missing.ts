import type { LoginWords, Requirement } from '../classic/client.js';
import { Failure } from '../core/errors.js';
import { hasScope, type Settings } from '../core/settings.js';

/** Is a password needed and not there? Then a person or a program is asked for one. */
export function needsPassword(settings: Settings): boolean {
  return !hasProof(settings) && (settings.username !== undefined || settings.userId !== undefined);
}

/** Is there what proves who somebody is: a password, or what stands in for one? */
function hasProof(settings: Settings): boolean {
  if (bypasses(settings) || settings.token !== undefined || settings.password !== undefined) return true;
  return usesCredential(settings) || settings.authType === 'v3totp';
}

/**
 * The client's sentence for the first thing that a login lacks, in the client's own order; undefined when nothing is
 * missing.
 *
 * @param canAsk is a person there to be asked for a password? Looked at only where there is none: it loads node:tty
 */
export function missingSettings(settings: Settings, words: LoginWords, canAsk: () => boolean): Failure | undefined {
  if (bypasses(settings)) return undefined;
  const { serviceToken, serviceEndpoint } = settings;
  if (serviceToken !== undefined && words.alone !== undefined) return new Failure(words.alone.serviceToken);
  if (serviceEndpoint !== undefined && words.alone !== undefined) return new Failure(words.alone.serviceEndpoint);
  if (usesCredential(settings)) return missingForCredential(settings);
  const asks = (): boolean => words.passwordPrompt !== undefined && canAsk();
  const { requirements } = words;
  const missing = (typeof requirements === 'function' ? requirements(settings) : requirements).find(
    (requirement) =>
      (requirement.beside === undefined || settings[requirement.beside] !== undefined) &&
      !isMet(requirement, settings, asks),
  );
  return missing === undefined ? undefined : new Failure(missing.sentence);
}

function isMet({ needs }: Requirement, settings: Settings, asks: () => boolean): boolean {
  switch (needs) {
    case 'user':
      return settings.token !== undefined || settings.username !== undefined || settings.userId !== undefined;
    case 'scope':
      return hasScope(settings);
    case 'password':
      return settings.passwordCommand !== undefined || hasProof(settings) || asks();
    case 'auth url':
      return settings.authUrl !== undefined;
  }
}

/** A token together with a fixed URL: nobody has to be asked who we are. */
function bypasses(settings: Settings): boolean {
  if (settings.serviceToken !== undefined && settings.serviceEndpoint !== undefined) return true;
  return settings.token !== undefined && settings.endpointOverride !== undefined;
}

/** An application credential, by its id or by its name with its user's. */
function usesCredential(settings: Settings): boolean {
  if (settings.password !== undefined || settings.passwordCommand !== undefined) return false;
  if (settings.authType === 'v3applicationcredential') return true;
  if (settings.authType !== undefined && settings.authType !== 'password') return false;
  const {
    applicationCredentialId: id,
    applicationCredentialName: name,
    applicationCredentialSecret: secret,
  } = settings;
  return id !== undefined || (name !== undefined && secret !== undefined);
}

/** keystoneauth's own conditions (`loading/_plugins/identity/v3.py` ApplicationCredential). */
function missingForCredential(settings: Settings): Failure | undefined {
  const {
    applicationCredentialId: id,
    applicationCredentialName: name,
    applicationCredentialSecret: secret,
  } = settings;
  const lacks = (what: string, option: string, variable: string): Failure =>
    new Failure(`You must provide ${what} via either --os-${option} or env[OS_${variable}].`);
  if (id === undefined && name === undefined) {
    return lacks('an application credential', 'application-credential-id', 'APPLICATION_CREDENTIAL_ID');
  }
  if (secret === undefined) {
    const option = 'application-credential-secret';
    return lacks("the application credential's secret", option, 'APPLICATION_CREDENTIAL_SECRET');
  }
  if (id === undefined && settings.username === undefined && settings.userId === undefined) {
    return lacks('the user of the application credential', 'username', 'USERNAME');
  }
  return settings.authUrl === undefined ? lacks('an auth url', 'auth-url', 'AUTH_URL') : undefined;
}
