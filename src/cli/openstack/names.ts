import { longName } from '../grammar.js';

/** What options of commands are in openstack's words, unless a command's own translation says something else. */
export const ownNames: Readonly<Record<string, string>> = {
  ...same('reservationId', 'ip', 'ip6', 'name', 'status', 'flavor', 'image', 'host', 'user', 'deleted', 'marker'),
  ...same('limit', 'offset', 'availabilityZone', 'keyName', 'configDrive', 'noConfigDrive', 'progress', 'vmState'),
  ...same('taskState', 'powerState', 'changesSince', 'changesBefore', 'allProjects', 'project', 'start', 'end'),
  ...same('reserved', 'hypervisor', 'zone'),
  allTenants: '--all-projects',
  tenant: '--project',
};

function same(...keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, `--${longName(key, { kind: 'flag', help: '' })}`]));
}

/** A value that stands in the words as it is: `{server}`. */
export const PLACE = /\{(\w+)\}/g;

/** The words of a translation: places with what is in them, and all else. */
export const piecesOf = (translation: string): readonly string[] => translation.match(/(?:\{[^}]*\}|[^ ])+/g) ?? [];

/** A place with a mark: its key, the mark, and the option. Undefined for any other piece. */
export function markedPlace(
  piece: string,
): { readonly key: string; readonly mark: string; readonly name: string } | undefined {
  const [, key, mark = '', name = ''] = /^\{(\w+)([:!?])([^}]*)\}$/.exec(piece) ?? [];
  return key === undefined ? undefined : { key, mark, name };
}
