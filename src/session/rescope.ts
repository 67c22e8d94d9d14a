import { hasScope, type Settings } from '../core/settings.js';
import { HttpFailure } from '../http/api-errors.js';
import { needsV3 } from './credentials.js';
import { type LoginOptions, login } from './identity.js';
import type { AccessInfo } from './session.js';

/**
 * Asks for a token of the scope that the settings name, with one of the same user for another scope instead of the
 * password. A cloud may not allow it, and the user may have no role there: then undefined, and the login says why.
 *
 * @param other a login of the same user at the same service that is still good
 */
export async function rescope(options: LoginOptions, other: AccessInfo): Promise<AccessInfo | undefined> {
  const { settings } = options;
  if (other.version === 'v1') return undefined;
  if (!hasScope(settings) || (other.version === 'v2.0' && needsV3(settings))) return undefined;
  const { complete: _complete, passcode: _passcode, ...rest } = options;
  const known = { version: other.version, url: other.authUrl };
  try {
    const accessInfo = await login({ ...rest, settings: byToken(settings, other.token), known });
    if (accessInfo.user.id !== other.user.id) return undefined;
    options.note(`The login for another project is exchanged for this one at ${other.authUrl}.`);
    return accessInfo;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    options.note(
      `${other.authUrl} does not exchange the login for another project (HTTP ${error.status}); logging in.`,
    );
    return undefined;
  }
}

function byToken(settings: Settings, token: string): Settings {
  const { username, userId, password, passwordCommand, passcode, authType, ...scope } = settings;
  return { ...scope, token };
}
