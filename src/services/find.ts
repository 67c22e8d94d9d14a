import { Failure } from '../core/errors.js';
import { HttpFailure } from '../http/api-errors.js';
import type { Json } from '../lib/read.js';
import { asText } from '../lib/read.js';
import { trimOf } from '../lib/trim.js';
import type { Session } from '../session/session.js';

/** Where things of one kind are found. */
export interface Finder {
  /** As the sentences call it: `server`. */
  readonly noun: string;
  /** One of them by id; rejects with status 404 when there is none. */
  readonly get: (id: string) => Promise<Json>;
  /** Those whose name may be the one given, `id` and `name` at least: the servers' own filters are often looser. */
  readonly byName: (name: string) => Promise<readonly Json[]>;
  /** The same in a wider circle, asked when the first one has none. */
  readonly allProjects?: (name: string) => Promise<readonly Json[]>;
  /** The same, only to tell of them where the name means none of one's own. */
  readonly elsewhere?: (name: string) => Promise<readonly Json[]>;
  /** May an id be any word (flavors), so that it has to be tried before it is taken for a name? */
  readonly anyId?: boolean;
  /** Are names compared as they are, so that no slug stands for one (identity)? `by the server`: what it gave has that name. */
  readonly exactNames?: boolean | 'by the server';
  /** What is said where it is not novaclient's sentence. */
  readonly sentences?: FindSentences;
  /** What helps to tell several of one name apart, a line each. */
  readonly describe?: (candidates: readonly Json[]) => Promise<readonly string[]>;
}

/** What a client says of a name or id that nothing has, or several have. */
export interface FindSentences {
  readonly none: (noun: string, given: string) => string;
  readonly several: (noun: string, given: string) => string;
}

const novaclients: FindSentences = {
  none: (noun, given) => `No ${noun} with a name or ID of '${given}' exists.`,
  several: (noun, given) => `Multiple ${noun} matches found for '${given}', use an ID to be more specific.`,
};

/** The id that was found, and the thing itself if finding it meant fetching it. */
export interface Found {
  readonly id: string;
  readonly item?: Json;
}

/**
 * Name or id → one thing, in novaclient's order (utils.py, find_resource): id, exact name, slug of a name, number.
 *
 * @throws Failure in the classic sentences when there is none, or more than one (the hint lists them).
 */
export async function find(kind: Finder, given: string): Promise<Found> {
  const found = await findIfAny(kind, given);
  if (found === undefined)
    throw new Failure((kind.sentences ?? novaclients).none(kind.noun, given), await elsewhere(kind, given));
  return found;
}

/** What other projects have of a name, as a hint: nothing of theirs is changed by its name alone. */
async function elsewhere(kind: Finder, given: string): Promise<{ readonly hint?: string }> {
  if (kind.elsewhere === undefined) return {};
  try {
    const found = matches(await kind.elsewhere(given), given, kind);
    if (found.length === 0) return {};
    const lines = (await kind.describe?.(found)) ?? found.map(({ id }) => asText(id));
    return { hint: ['Another project has it: say the id.', ...lines].join('\n') };
  } catch (error) {
    if (error instanceof Failure) return {};
    throw error;
  }
}

/** The same, and undefined where there is none. */
export async function findIfAny(kind: Finder, given: string): Promise<Found | undefined> {
  if (kind.anyId === true || isUuidLike(given)) {
    const item = await unlessMissing(kind.get(given));
    if (item !== undefined) return { id: asText(item.id) || given, item };
  }
  // neutronclient takes a list that is not served for one that has no such name.
  const asked = kind.byName(given);
  const listed = kind.exactNames === 'by the server' ? ((await unlessMissing(asked)) ?? []) : await asked;
  const here = matches(listed, given, kind);
  const found = here.length > 0 ? here : matches((await kind.allProjects?.(given)) ?? [], given, kind);
  if (found.length > 1) throw await ambiguous(kind, given, found);
  const id = asText(found[0]?.id);
  if (id !== '') return { id };
  if (/^\d+$/.test(given) && kind.anyId !== true) {
    const item = await unlessMissing(kind.get(given));
    if (item !== undefined) return { id: given, item };
  }
  return undefined;
}

/** As `find`, and the thing in full. */
export async function findItem(kind: Finder, given: string): Promise<Json> {
  const { id, item } = await find(kind, given);
  return item ?? kind.get(id);
}

/** 32 hexadecimal digits, with or without hyphens and what else Python's uuid.UUID() puts up with. */
export function isUuidLike(value: string): boolean {
  const bare = trimOf(value.replace('urn:', '').replace('uuid:', ''), '{}').replaceAll('-', '');
  return /^[0-9a-f]{32}$/i.test(bare);
}

/** `Puppet Master!` → `puppet-master`: what the classic clients call human_id (oslo_utils/strutils.py, to_slug). */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\x00-\x7f]/g, '')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** A name as a regular expression that finds it: several servers' `name` filters are regular expressions. */
export function escapeRegExp(name: string): string {
  return name.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/** The session for finding out which thing is meant: `--curl` really sends what it is asked. */
export function resolving(session: Session): Session {
  return {
    settings: session.settings,
    accessInfo: () => session.accessInfo(),
    password: () => session.password(),
    tokenFor: (service) => session.tokenFor(service),
    endpoint: (service, options) => session.endpoint(service, options),
    json: (call) => session.json({ ...call, resolves: true }),
    document: (url) => session.document(url),
    raw: (call, follow) => session.raw({ ...call, resolves: true }, follow),
    bytes: (call) => session.bytes({ ...call, resolves: true }),
    head: (call) => session.head({ ...call, resolves: true }),
    pages: (call, key) => session.pages({ ...call, resolves: true }, key),
    microversion: () => session.microversion(),
    identityVersion: () => session.identityVersion(),
    keptLogins: (which) => session.keptLogins(which),
    logout: (which) => session.logout(which),
  };
}

/** Did the server say that there is no such thing? */
export function isMissing(error: unknown): boolean {
  return error instanceof HttpFailure && error.status === 404;
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function matches(candidates: readonly Json[], given: string, { exactNames }: Finder): readonly Json[] {
  if (exactNames === 'by the server') return candidates;
  const exact = candidates.filter(({ name }) => name === given);
  return exact.length > 0 || exactNames === true
    ? exact
    : candidates.filter(({ name }) => typeof name === 'string' && slug(name) === given);
}

async function ambiguous(kind: Finder, given: string, candidates: readonly Json[]): Promise<Failure> {
  const lines = (await kind.describe?.(candidates)) ?? candidates.map(({ id }) => asText(id));
  return new Failure((kind.sentences ?? novaclients).several(kind.noun, given), {
    hint: lines.map((line) => line.replace(/\s+/g, ' ')).join('\n'),
  });
}
