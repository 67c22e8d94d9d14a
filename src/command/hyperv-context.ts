import type { Failure } from '../core/errors.js';
import type { Wsman } from '../hyperv/wsman/client.js';
import type { Context } from './context.js';

/** How a change ended, for the log. */
export type ChangeResult = 'accepted' | 'refused' | 'unknown';

/** What a command for hosts of Hyper-V is given to work with. */
export interface HypervContext<O, A> extends Pick<Context<O, A>, 'options' | 'args' | 'warn' | 'verbosity' | 'now'> {
  /**
   * The hosts that are meant: those that were typed and those of a file, one a line; else those of HYPERV_HOSTS, else all
   * that the user configuration names. Each once.
   * @throws Failure where none is named
   */
  readonly hosts: (typed: readonly string[], file: string | undefined) => Promise<readonly string[]>;
  /** A host, which is reached when it is first asked something; the same each time. */
  readonly open: (host: string) => Promise<Wsman>;
  /** Says an error of one of several hosts, on stderr, whatever `--quiet` says. */
  readonly complain: (error: Failure) => void;
  /**
   * Shows what is going to be done and asks a person, unless `yes` was said.
   * @throws Failure where it is not wanted, or where nobody is there to be asked
   */
  readonly confirm: (plan: readonly string[], yes: boolean) => Promise<void>;
  /**
   * What writes into the log of changes how one ended on this host; it writes nothing where no log is kept.
   * @param path what `--log` said
   * @throws Failure where the log cannot be written
   */
  readonly record: (host: string, path: string | undefined) => Promise<(result: ChangeResult) => Promise<void>>;
  /** Does something; a person who ends the run meanwhile is told that nobody knows whether this was done. */
  readonly inDoubt: <T>(what: string, work: () => Promise<T>) => Promise<T>;
  /** The text of a file; `-` for the standard input. @throws Failure where it cannot be read */
  readonly readFile: (path: string) => Promise<string>;
  /** Something that no error and no trace is to show: user data. */
  readonly hide: (text: string) => void;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** How far something has come, for a person on standard error; undefined ends the line. */
  readonly progress: (text: string | undefined) => void;
}
