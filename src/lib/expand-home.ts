/**
 * `~` and `~/x` as a shell would have expanded them; any other path as it is.
 * @param home the home directory, if there is one
 */
export function expandHome(path: string, home: string | undefined): string {
  if (!/^~(\/|$)/.test(path) || home === undefined || home === '') return path;
  return `${home.replace(/\/$/, '')}${path.slice(1)}`;
}
