import type { Settings } from '../core/settings.js';

/**
 * The login that the settings of swift's own one (v1) mean. All three of them are a login of version 1, unless another
 * version is asked for: then they are the URL, the user and the password of that one, and the user may be written
 * `project:user` (swiftclient `service.py` process_options, `client.py` get_auth).
 */
export function withV1Login(settings: Settings): Settings {
  const { v1AuthUrl, v1User, v1Key, ...others } = settings;
  const isNewer = /^v?[23]/.test(settings.identityApiVersion ?? '');
  if (!isNewer && v1AuthUrl !== undefined && v1User !== undefined && v1Key !== undefined) {
    const { userId: _user, passwordCommand: _program, ...rest } = others;
    return { ...rest, authType: 'v1password', authUrl: v1AuthUrl, username: v1User, password: v1Key };
  }
  const [, project, user] = /^([^:]+):(.*)$/s.exec(v1User ?? '') ?? [];
  return {
    ...others,
    ...(v1AuthUrl === undefined ? {} : { authUrl: v1AuthUrl }),
    ...(v1User === undefined ? {} : { username: user ?? v1User }),
    ...(project === undefined ? {} : { projectName: project }),
    ...(v1Key === undefined ? {} : { password: v1Key }),
  };
}
