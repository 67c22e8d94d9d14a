import type { Field } from '../../core/view.js';
import { titled } from '../../lib/python/title.js';
import type { Session } from '../../session/session.js';
import { headersOf, type Place } from './call.js';
import { sizeOf } from './sizes.js';
import { accountName, headersAbout } from './stat.js';

/** How much is told, and in what form. */
export interface StatOptions {
  readonly human: boolean;
  readonly verbose: boolean;
  readonly header: readonly string[];
  readonly versionId?: string | undefined;
}

/** What was asked, and what the answer's headers say; the fields of swiftclient's `command_helpers.py` are made of it. */
interface Answer {
  readonly headers: ReadonlyMap<string, string>;
  /** The account's URL. */
  readonly url: string;
  /** URL and token, where they are wanted. */
  readonly access: readonly Field[];
  /** A number among the headers, 0 where it is missing. */
  readonly number: (header: string) => Pick<Field, 'value' | 'text'>;
}

async function ask(session: Session, place: Place, options: StatOptions): Promise<Answer> {
  const { human, verbose, header, versionId } = options;
  const headers = await headersAbout(session, place, { headers: headersOf(header), version: versionId });
  const url = await session.endpoint('object-store');
  const name = place.container === undefined ? 'StorageURL' : 'URL';
  const path = [url, place.container, place.object].filter((part) => part !== undefined).join('/');
  const access = async (): Promise<Field[]> => [
    { name, value: path },
    { name: 'Auth Token', value: await session.tokenFor('object-store') },
  ];
  const number = (of: string): Pick<Field, 'value' | 'text'> => {
    const said = headers.get(of) ?? '0';
    const value = Number(said);
    return Number.isSafeInteger(value) ? { value, text: sizeOf(value, human) } : { value: said, text: said };
  };
  return { headers, url, access: verbose ? await access() : [], number };
}

/** What `swift stat` says of the account, in its order (swiftclient `command_helpers.py` stat_account). */
export async function accountFields(session: Session, options: StatOptions): Promise<readonly Field[]> {
  const { headers, url, access, number } = await ask(session, {}, options);
  const containers = Number(headers.get('x-account-container-count') ?? 0);
  const start = 'x-account-storage-policy-';
  const policies = new Set(
    [...headers.keys()].filter((name) => name.startsWith(start)).map((name) => policyOf(name.slice(start.length))),
  );
  const ofPolicies = [...policies].flatMap((policy): Field[] => {
    const count = `${start}${policy}-container-count`;
    return [
      ...(headers.has(count) ? [{ name: `Containers in policy "${policy}"`, ...number(count) }] : []),
      { name: `Objects in policy "${policy}"`, ...number(`${start}${policy}-object-count`) },
      { name: `Bytes in policy "${policy}"`, ...number(`${start}${policy}-bytes-used`) },
    ];
  });
  return [
    ...access,
    { name: 'Account', value: accountName(url) },
    { name: 'Containers', value: containers },
    { name: 'Objects', ...number('x-account-object-count') },
    { name: 'Bytes', ...number('x-account-bytes-used') },
    ...ofPolicies,
    ...otherFields(headers, 'account', (name) => {
      return name.startsWith(start) || /^x-account-(container-count|object-count|bytes-used)$/.test(name);
    }),
  ];
}

/** `gold` of `gold-container-count`: without the last two words. */
const policyOf = (name: string): string => name.replace(/-[^-]*-[^-]*$/, '');

/** What it says of a container (stat_container). */
export async function containerFields(
  session: Session,
  container: string,
  options: StatOptions,
): Promise<readonly Field[]> {
  const { headers, url, access, number } = await ask(session, { container }, options);
  const named = [
    ['Read ACL', 'read'],
    ['Write ACL', 'write'],
    ['Sync To', 'sync-to'],
    ['Sync Key', 'sync-key'],
  ] as const;
  const known = ['object-count', 'bytes-used', ...named.map(([, name]) => name)].map((name) => `x-container-${name}`);
  return [
    ...access,
    { name: 'Account', value: accountName(url) },
    { name: 'Container', value: container },
    { name: 'Objects', ...number('x-container-object-count') },
    { name: 'Bytes', ...number('x-container-bytes-used') },
    ...named.map(([name, header]) => ({ name, value: headers.get(`x-container-${header}`) ?? '' })),
    ...otherFields(headers, 'container', (name) => known.includes(name)),
  ];
}

/** What it says of an object (stat_object). */
export async function objectFields(
  session: Session,
  container: string,
  object: string,
  options: StatOptions,
): Promise<readonly Field[]> {
  const { headers, url, access, number } = await ask(session, { container, object }, options);
  const known = ['content-type', 'last-modified', 'etag', 'x-object-manifest'];
  const fields: readonly Field[] = [
    ...access,
    { name: 'Account', value: accountName(url) },
    { name: 'Container', value: container },
    { name: 'Object', value: object },
    { name: 'Content Type', value: headers.get('content-type') },
    { name: 'Content Length', ...number('content-length') },
    { name: 'Last Modified', value: headers.get('last-modified') },
    { name: 'ETag', value: headers.get('etag') },
    { name: 'Manifest', value: headers.get('x-object-manifest') },
    ...otherFields(headers, 'object', (name) => known.includes(name)),
  ];
  // What is empty is not shown of an object.
  return fields.map((field) => ((field.value ?? '') === '' ? { name: field.name, value: null } : field));
}

/** The headers that have no field of their own: what people have put there (`Meta …`) before the others. */
function otherFields(
  headers: ReadonlyMap<string, string>,
  kind: string,
  isKnown: (name: string) => boolean,
): readonly Field[] {
  const prefix = `x-${kind}-meta-`;
  const isOther = (name: string): boolean => name !== 'content-length' && name !== 'date' && !isKnown(name);
  const others = [...headers].filter(([name]) => isOther(name));
  const isMeta = ([name]: readonly [string, string]): boolean => name.startsWith(prefix);
  return [
    ...others.filter(isMeta).map(([name, value]) => ({ name: `Meta ${titled(name.slice(prefix.length))}`, value })),
    ...others.filter((one) => !isMeta(one)).map(([name, value]) => ({ name: titled(name), value })),
  ];
}
