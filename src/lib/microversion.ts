/** The highest compute microversion whose answers are known here: that of python-novaclient 18.12. */
export const HIGHEST = 96;

/** Is a microversion, undefined where the cloud has none, at least the other one? `2.9` is less than `2.10`. */
export function atLeast(version: string | undefined, wanted: string): boolean {
  if (version === undefined) return false;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
