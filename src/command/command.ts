import type { CommandView } from '../core/view.js';
import type { Json } from '../lib/read.js';
import type { Context } from './context.js';
import type { Arguments, Options } from './options.js';

/**
 * A command in the words of `openstack`; of several, the first whose plain `{key}`s are all given; false where it has
 * none. Options stand in it by their keys; what is not named follows it: arguments in order, options as
 * `cli/translate.ts` has them. They are read backwards as well (`cli/openstack/read.ts`).
 *
 * | in the words | is |
 * | --- | --- |
 * | `{server}` | the value, alone or in a word |
 * | `{tenant:}` | the value, if there is one |
 * | `{length:--lines}` | `--lines` and the value, if there is one; for a flag only `--lines` |
 * | `{locked:--locked\|--unlocked}` | one for true, the other for false |
 * | `{type!}` | nothing: it is meant by the words; of several translations, it has to be given for this one |
 * | `{host?}` | nothing, and it is said that there is no such option |
 */
export type Translation = string | readonly string[] | false;

/** A command is a value: what may be asked, where the answer comes from, what is shown of it. */
export interface Command {
  readonly options: Options;
  readonly arguments: Arguments;
  /** The version of the client's API from which on the client has it (`ClassicClient.versions`). */
  readonly apiVersion?: string;
  /** Versions before that one which have it all the same, as `2.0`. */
  readonly olderApis?: readonly string[];
  /** Does it use the session? Then what is missing for a login is said before anything else. */
  readonly login: boolean | ((args: Readonly<Record<string, unknown>>) => boolean);
  /** Does it tell what is wrong with the settings itself? Then nothing is said before, and no login is kept or taken. */
  readonly runsWithoutSettings: boolean;
  readonly openstack: Translation;
  /** Its whole help, where the classic client's is no layout of options: `Usage: ` and the rest. */
  readonly wholeHelp?: string;
  /** The kind of its view: which output options have an effect on it. */
  readonly shows: CommandView['kind'];
  readonly view: (context: Context<never, never>) => Promise<CommandView>;
  /** For commands that change something: how, target by target, so that a plan can be made and an end waited for. */
  readonly change?: Change;
}

/** A thing that a command is about to change. */
export interface Target {
  readonly id: string;
  /** The thing itself, if finding it meant fetching it. */
  readonly item?: Json;
}

/** A thing that has been looked up. */
export interface Chosen {
  /** As people call it. */
  readonly given: string;
  readonly id: string;
  /** It as it was shown to whoever was asked, with its id. */
  readonly item?: Json;
}

/** What a command changes, as data for questions before and waiting afterwards. */
export interface Change {
  /** What it is done to, as it was typed. A command that creates something has none. */
  readonly targets?: (context: Context<never, never>) => readonly string[];
  readonly find?: (context: Context<unknown, unknown>, given: string) => Promise<Target>;
  /** The command for things that have been looked up: they are not looked up again. */
  readonly view?: (context: Context<never, never>, targets: readonly Chosen[]) => Promise<CommandView>;
  /** One of them in full, for plans. */
  readonly whole?: (context: Context<never, never>, id: string) => Promise<Json>;
  /** How far it is, for those who wait until it is as `until` says; undefined, as a 404: it is gone. */
  readonly look?: (context: Context<never, never>, id: string) => Promise<Json | undefined>;
  /** What goes with one of them, a line each. */
  readonly goesWith?: (context: Context<never, never>, item: Json) => Promise<readonly string[]>;
  /** The client and the command whose list a filter (`--where`) chooses from. */
  readonly chosenFrom?: readonly [client: string, command: string];
  /** The noun of what is there afterwards. */
  readonly creates?: string;
  /** Of a command that shows a row for each thing: the thing, where the request was accepted. */
  readonly acceptedIn?: (row: Json) => Chosen | undefined;
  /** The noun of what is gone afterwards. */
  readonly destroys?: string;
  readonly until?: Until;
  /** Of what a service goes on with unseen: why no API tells its end, and what does. Then nobody can wait for it. */
  readonly unseen?: string;
  /** Noted before anything is sent, so that the end can be told from what was there; only for those who wait. */
  readonly before?: (context: Context<never, never>) => Promise<void>;
  /** What was made, once it was, where the view does not tell it. */
  readonly made?: (context: Context<never, never>) => Chosen | undefined;
}

/**
 * The end of something that a service goes on with after it has accepted the request: the thing is gone (404, or
 * SOFT_DELETED), or has one of these states; in one of the failed ones it will never come to that.
 */
export type Until = 'gone' | { readonly status: readonly string[]; readonly failed?: readonly string[] };
