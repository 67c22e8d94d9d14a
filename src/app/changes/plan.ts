/** What a command is about to do, before any of it is done. */
import type { Change, Chosen, Command } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { inOrder } from '../../command/in-order.js';
import { Failure } from '../../core/errors.js';
import { HttpFailure } from '../../http/api-errors.js';
import { asText, type Json } from '../../lib/read.js';
import { boxed } from '../../output/boxed.js';
import type { Who } from './log.js';

/** Things that are looked up at the same time. */
const AT_ONCE = 8;
const DAY = 86_400_000;

export interface Plan {
  readonly lines: readonly string[];
  /** What it is done to, where that could be looked up: the command does not look again. */
  readonly targets: readonly Chosen[] | undefined;
}

interface Planned {
  readonly given: string;
  readonly id: string;
  readonly item: Json;
  readonly goesWith: readonly string[];
}

/**
 * Looks up everything that the command is done to, and what goes with it. Nothing is changed.
 *
 * @param chosen what a filter has chosen; left out: what was typed
 * @throws Failure where one of them is not there: then none is touched
 */
export async function planOf(
  { change = {} }: Command,
  context: Context<never, never>,
  { verb, who }: { readonly verb: string; readonly who: Who },
  chosen?: readonly Chosen[],
): Promise<Plan> {
  const typed = chosen?.map(({ id }) => id) ?? [...new Set(change.targets?.(context) ?? [])];
  const names = new Map(chosen?.map(({ given, id }) => [id, given]));
  const found: Planned[] = [];
  const failures: Failure[] = [];
  for await (const one of inOrder(typed, AT_ONCE, (given) => lookAt(change, context, given))) {
    if (one instanceof Failure) failures.push(one);
    else if (!found.some(({ id }) => id === one.id)) found.push({ ...one, given: names.get(one.id) ?? one.given });
  }
  const [first, ...others] = failures;
  if (first !== undefined) {
    const hint = [first.hint, ...others.map(({ message }) => message), 'Nothing was changed.'];
    const details = { name: first.name, hint: hint.filter((line) => line !== undefined).join('\n'), cause: first };
    throw new Failure(first.message, details, first.exitReason);
  }
  const isLookedUp = change.find !== undefined || change.whole !== undefined || chosen !== undefined;
  return {
    lines: [
      headline(verb, change, found),
      whereLine(who),
      ...table(found, await owners(found, who, context), context.now()),
    ],
    targets:
      isLookedUp && found.length > 0
        ? found.map(({ given, id, item }) => ({ given, id, item: { ...item, id } }))
        : undefined,
  };
}

async function lookAt(change: Change, context: Context<never, never>, given: string): Promise<Planned | Failure> {
  try {
    const { id, item } = (await change.find?.(context, given)) ?? { id: given, item: undefined };
    const whole = (await change.whole?.(context, id)) ?? item ?? {};
    return { given, id, item: whole, goesWith: (await change.goesWith?.(context, whole)) ?? [] };
  } catch (error) {
    if (!(error instanceof Failure) || error.exitReason !== 'failed') throw error;
    // The login, or the whole service: that is no matter of one of them.
    if (error instanceof HttpFailure && error.status === 401) throw error;
    return error;
  }
}

function headline(verb: string, { destroys, creates }: Change, found: readonly Planned[]): string {
  if (found.length === 0) return creates === undefined ? `${verb}:` : `${verb}: makes ${withArticle(creates)}`;
  const noun = destroys ?? 'target';
  const many = /s$/.test(noun) ? `${noun}es` : `${noun}s`.replace(/([^aeiou])ys$/, '$1ies');
  const what = `${found.length} ${found.length === 1 ? noun : many}`;
  return `${verb}: ${what}`;
}

/** `an aggregate`, but `a user`. */
const withArticle = (noun: string): string => `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;

function whereLine({ cloud, region, project, user }: Who): string {
  const scope = project === undefined ? 'no project' : `project ${project}`;
  return `cloud ${cloud}${region === undefined ? '' : `, region ${region}`}, ${scope}, user ${user}`;
}

interface Owners {
  readonly project: (item: Json) => string;
  readonly user: (item: Json) => string;
}

/** Whose things are, by names where they can be had. */
async function owners(
  found: readonly Planned[],
  { project, projectId, user, userId }: Who,
  { session }: Pick<Context<never, never>, 'session'>,
): Promise<Owners> {
  const projectOf = (item: Json): string => asText(item.tenant_id) || asText(item.project_id) || asText(item.owner);
  const userOf = (item: Json): string => asText(item.user_id);
  const named = async (
    kind: 'project' | 'user',
    of: (item: Json) => string,
    own: string | undefined,
    name?: string,
  ) => {
    const others = found.some(({ item }) => of(item) !== '' && of(item) !== own);
    const names = others
      ? await (await import('../../selection/name-lists.js')).namesOf(session, kind).catch(noNames)
      : none;
    return (item: Json): string => (of(item) === own ? name : names.get(of(item))) || of(item);
  };
  const [ofProject, ofUser] = await Promise.all([
    named('project', projectOf, projectId, project),
    named('user', userOf, userId, user),
  ]);
  return { project: ofProject, user: ofUser };
}

const none: ReadonlyMap<string, string> = new Map();

function noNames(error: unknown): ReadonlyMap<string, string> {
  if (error instanceof Failure) return none;
  throw error;
}

type Cells = Readonly<Record<string, (planned: Planned) => string>>;

const nameOf = ({ given, item }: Planned): string => asText(item.name) || asText(item.display_name) || given;

/** A box with a row for each, and below it what goes with them, a line each. */
function table(found: readonly Planned[], owners: Owners, now: number): readonly string[] {
  if (found.length === 0) return [];
  const cells: Cells = {
    name: nameOf,
    id: (one) => (one.id === nameOf(one) ? '' : one.id),
    status: ({ item }) => asText(item.status),
    project: ({ item }) => owners.project(item),
    user: ({ item }) => owners.user(item),
    since: ({ item }) => since(asText(item.created) || asText(item.created_at), now),
  };
  const columns = Object.entries(cells).filter(([, cell]) => found.some((one) => cell(one) !== ''));
  const head = columns.map(([title]) => title);
  const rows = found.map((one) => columns.map(([, cell]) => cell(one)));
  const with_ = found.flatMap((one) => one.goesWith.map((line) => `${nameOf(one)}: ${line}`));
  return [...boxed(head, rows).trimEnd().split('\n'), ...with_];
}

/** `2013-02-25 (3 days)`. */
function since(created: string, now: number): string {
  const at = Date.parse(/[zZ]$|[+-]\d\d:?\d\d$/.test(created) ? created : `${created}Z`);
  if (Number.isNaN(at)) return created;
  const days = Math.max(0, Math.floor((now - at) / DAY));
  return `${created.slice(0, 10)} (${days} ${days === 1 ? 'day' : 'days'})`;
}
