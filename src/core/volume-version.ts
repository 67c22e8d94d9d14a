import { Failure } from './errors.js';

/** The highest volume microversion whose answers are known here: that of python-cinderclient 9.1. */
export const HIGHEST_VOLUME_VERSION = '3.70';

/**
 * The version of the volume API that a setting asks for: `3.N` of it; `1.0` and `2.0` are the APIs of old clouds, which
 * have no microversions. Nothing said: the highest. The checks and sentences are python-cinderclient 9.1's
 * (`api_versions.py` get_api_version, `client.py` _get_client_class_and_version).
 *
 * @throws Failure for what is no version, or one of an API that nobody has
 */
export function volumeVersion(asked: string | undefined): string {
  if (asked === undefined) return HIGHEST_VOLUME_VERSION;
  const full = /^\s*[-+]?\d+\s*$/.test(asked) ? `${Number(asked)}.0` : asked;
  const [, major, minor] = /^([1-9]\d*)\.([1-9]\d*|0|latest)$/.exec(full) ?? [];
  if (major === undefined) {
    throw new Failure(
      `Invalid format of client version '${full}'. Expected format 'X.Y', where X is a major part and Y is a minor ` +
        'part of version.',
      { name: 'UnsupportedVersion' },
    );
  }
  if (!/^[123]$/.test(major)) {
    throw new Failure(`Invalid client version '${full}'. Major part should be '3'`, { name: 'UnsupportedVersion' });
  }
  if (minor === 'latest') {
    throw new Failure('The version should be explicit, not latest.', { name: 'UnsupportedVersion' });
  }
  return full;
}
