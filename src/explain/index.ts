import cinder from './cinder.js';
import cinderMore from './cinder-more.js';
import common from './common.js';
import glance from './glance.js';
import hyperv from './hyperv.js';
import keystone from './keystone.js';
import limits from './limits.js';
import manage from './manage.js';
import neutron from './neutron.js';
import extensions from './neutron-extensions.js';
import services from './neutron-services.js';
import nova from './nova.js';
import novaMore from './nova-more.js';
import retired from './nova-retired.js';
import own from './own.js';
import type { Explained } from './resource.js';
import server from './server.js';
import swift from './swift.js';

/** All things whose fields are explained. */
export const resources: readonly Explained[] = [
  ...[...server, ...nova, ...keystone, ...glance],
  ...[...cinder, ...cinderMore, ...neutron, ...extensions, ...services],
  ...[...novaMore, ...limits, ...swift, ...own, ...hyperv, ...manage, ...retired],
];

/** What a field of a list or a show means. */
export interface Field {
  readonly name: string;
  /** What it is called in a list, where that is another name. */
  readonly titles: readonly string[];
  /** The microversion from which on the API has it. */
  readonly since?: string;
  readonly meaning: string;
}

const LINE = /^((?:(?! \[| since |: ).)+)(?: \[([^\]]*)\])?(?: since (\S+))?: (.+)$/;

function fieldsIn(lines: string): readonly Field[] {
  return lines.split('\n').flatMap((line) => {
    const [, name, titles, since, meaning] = LINE.exec(line) ?? [];
    if (name === undefined || meaning === undefined) return [];
    return [{ name, titles: titles?.split(', ') ?? [], meaning, ...(since !== undefined && { since }) }];
  });
}

const general = fieldsIn(common);

/** The fields that are the thing's own. */
export const ownFields = ({ fields }: Explained): readonly Field[] => fieldsIn(fields);

/** Case, blanks, dashes and underscores do not matter: `Task State` is `task_state`. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[ _-]/g, '_');

/** A name with stars stands for many: `volumes_*` for the volumes of each type. */
function isOneOf(name: string, asked: string): boolean {
  const [first = '', ...others] = plain(name).split('*');
  const text = plain(asked);
  const last = others.pop();
  if (last === undefined || !text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length >= at + last.length && text.endsWith(last);
}

/** By its own name, the name of its column, or what stands behind the last colon: `task_state`. */
const isCalled = ({ name, titles }: Field, asked: string): boolean =>
  [name, ...titles, ...(name.includes(':') ? [name.slice(name.lastIndexOf(':') + 1)] : [])].some(
    (one) => plain(one) === plain(asked),
  );

/** The thing that is called so, in the singular or the plural. */
export function findResource(asked: string): Explained | undefined {
  const names = [asked.toLowerCase(), asked.toLowerCase().replace(/s$/, '')];
  return resources.find(({ name, aliases = '' }) => [name, ...aliases.split(' ')].some((one) => names.includes(one)));
}

/** What a field of the thing means; what it says of it itself goes before what is so of many things. */
export function findField(resource: Explained, asked: string): Field | undefined {
  const all = [...ownFields(resource), ...general];
  // `show` of a server has a row for each network: `private network`.
  const meant = asked.endsWith(' network') ? 'network' : asked;
  return (
    all.find(({ name }) => name === meant) ??
    all.find((field) => isCalled(field, meant)) ??
    all.find(({ name }) => isOneOf(name, meant))
  );
}

/** One of the thing's own fields. */
export const findOwnField = (resource: Explained, asked: string): Field | undefined =>
  ownFields(resource).find((field) => field.name !== '*' && isCalled(field, asked));

/** The names that there are, for suggestions. */
export const fieldNames = (resource: Explained): readonly string[] => {
  const all = [...ownFields(resource), ...general];
  return all.flatMap(({ name, titles }) => [name, ...titles, name.slice(name.lastIndexOf(':') + 1)]);
};
/** All names under which things can be asked about: `server`, `instance`, … */
export const resourceNames = (): readonly string[] =>
  resources.flatMap(({ name, aliases }) => [name, ...(aliases?.split(' ') ?? [])]);
