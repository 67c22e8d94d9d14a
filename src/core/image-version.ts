import { Failure } from './errors.js';

/**
 * The version of the image API that is asked for, in glanceclient's words (`shell.py` main): what the setting says, else
 * the version in a service URL that is given, else 2.
 *
 * @param url of the service, where it is given: `http://h:9292/v1`
 * @throws Failure for what is no version, or one of an API that nobody has
 */
export function imageVersion(asked: string | undefined, url: string | undefined): 1 | 2 {
  const version = asked === undefined ? versionIn(url) : /^\s*\+?[12]\s*$/.test(asked) ? Number(asked) : undefined;
  if (version === 1 || version === 2) return version;
  throw new Failure('Invalid API version parameter. Supported values are [1, 2]');
}

function versionIn(url: string | undefined): number {
  const path = url !== undefined && URL.canParse(url) ? new URL(url).pathname : '';
  const [, major] = /^\/v(\d+)(?:\.\d*)?\/*$/.exec(path) ?? [];
  return major === undefined ? 2 : Number(major);
}
