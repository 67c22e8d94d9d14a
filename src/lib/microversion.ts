/** The highest compute microversion that is asked for: that of python-novaclient 18.1, whose bytes are printed. */
export const HIGHEST = 92;

/**
 * The last one at which whatever is read is answered as at our highest: 2.93, 2.94 and 2.95 change what rebuild, boot and
 * evacuate do, and 2.96 shows a field more (nova/api/openstack/compute/rest_api_version_history.rst).
 */
export const READ_ALIKE = 95;

/** Is a microversion, undefined where the cloud has none, at least the other one? `2.9` is less than `2.10`. */
export function atLeast(version: string | undefined, wanted: string): boolean {
  if (version === undefined) return false;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
