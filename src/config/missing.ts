import { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';

/** Is a password needed and not there? Then ask for one on a terminal, or fail with `missingPassword()`. */
export function needsPassword(settings: Settings): boolean {
  if (bypasses(settings) || settings.token !== undefined || settings.password !== undefined) return false;
  if (usesCredential(settings) || settings.authType === 'v3totp') return false;
  return settings.username !== undefined || settings.userId !== undefined;
}

/** No password, and nobody there to ask: the same sentence in both classic clients. */
export function missingPassword(): Failure {
  return new Failure('Expecting a password provided via either --os-password, env[OS_PASSWORD], or prompted response');
}

/**
 * The classic client's sentence for the first value that is missing, in its own order; undefined when nothing is. The
 * password is not looked at here: see `needsPassword`.
 *
 * Sources: python-keystoneclient 2.3.2 `shell.py` auth_check; python-novaclient 18 `shell.py` main. Beyond nova, a
 * domain, a system or a trust is a scope as good as a project.
 */
export function missingSettings(settings: Settings, applet: string): Failure | undefined {
  // Our own commands show what a login has, and one without a project has something, too.
  return applet === 'keystone' ? missingForKeystone(settings) : missingForNova(settings, applet !== 'stackline');
}

/** What to say on stderr when a service token makes the given credentials void; keystone says it on stdout. */
export function ignoredCredentials(settings: Settings): string | undefined {
  if (settings.serviceToken === undefined || settings.serviceEndpoint === undefined) return undefined;
  const credentials = settings.username ?? settings.password ?? settings.authUrl;
  if (credentials === undefined) return undefined;
  return 'WARNING: Bypassing authentication using a token & endpoint (authentication credentials are being ignored).';
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

function missingForNova(settings: Settings, wantsScope: boolean): Failure | undefined {
  if (bypasses(settings)) return undefined;
  if (usesCredential(settings)) return missingForCredential(settings);
  if (settings.token === undefined && settings.username === undefined && settings.userId === undefined) {
    return new Failure(
      'You must provide a user name/id (via --os-username, --os-user-id, env[OS_USERNAME] or env[OS_USER_ID]) or ' +
        'an auth token (via --os-token).',
    );
  }
  if (wantsScope && !hasScope(settings)) {
    return new Failure(
      'You must provide a project name or project ID via --os-project-name, --os-project-id, env[OS_PROJECT_ID] or ' +
        'env[OS_PROJECT_NAME]. You may use os-project and os-tenant interchangeably.',
    );
  }
  if (settings.authUrl === undefined) {
    return new Failure('You must provide an auth url via either --os-auth-url or env[OS_AUTH_URL].');
  }
  return undefined;
}

function hasScope(settings: Settings): boolean {
  const scopes = [
    settings.projectName,
    settings.projectId,
    settings.domainId,
    settings.domainName,
    settings.systemScope,
    settings.trustId,
  ];
  return scopes.some((scope) => scope !== undefined);
}

function missingForKeystone(settings: Settings): Failure | undefined {
  const { serviceToken, serviceEndpoint } = settings;
  if (serviceToken !== undefined || serviceEndpoint !== undefined) {
    if (serviceToken === undefined) {
      return new Failure('Expecting a token provided via either --os-token or env[OS_SERVICE_TOKEN]');
    }
    if (serviceEndpoint === undefined) {
      return new Failure('Expecting an endpoint provided via either --os-endpoint or env[OS_SERVICE_ENDPOINT]');
    }
    return undefined;
  }
  if (usesCredential(settings)) return missingForCredential(settings);
  if (settings.authUrl === undefined) {
    return new Failure('Expecting an auth URL via either --os-auth-url or env[OS_AUTH_URL]');
  }
  if (settings.token !== undefined || settings.username !== undefined || settings.userId !== undefined) {
    return undefined;
  }
  if (settings.password !== undefined) {
    return new Failure('Expecting a username provided via either --os-username or env[OS_USERNAME]');
  }
  return new Failure(
    'Expecting authentication method via' +
      '\n  either a service token, --os-token or env[OS_SERVICE_TOKEN], ' +
      '\n  credentials, --os-username or env[OS_USERNAME]',
  );
}
