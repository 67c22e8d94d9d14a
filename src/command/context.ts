import type { ConfigAccess } from '../core/config-access.js';
import type { Diagnostics } from '../core/diagnostics.js';
import type { LocalFiles } from '../core/download.js';
import type { SandboxLogin } from '../core/sandbox-login.js';
import type { Session } from '../session/session.js';

/** What a command is given to work with. */
export interface Context<O, A> {
  readonly session: Session;
  readonly options: O;
  readonly args: A;
  /** One line for the person on stderr; silent with `--quiet`. */
  readonly warn: (line: string) => void;
  /** `--verbose` or `--quiet` was given: some commands then show more, or less. */
  readonly verbosity: 'quiet' | 'usual' | 'verbose';
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of the targets of a command: it will be one of them, what is done to it has begun, is done, or was refused. */
  readonly track?: (given: string, state: 'planned' | 'begun' | 'done' | 'failed') => void;
  /** What only our own commands use. */
  readonly program: Program;
}

/** The program as its own commands see it. */
export interface Program extends LocalFiles {
  /**
   * Serves the embedded cloud on loopback until the process ends; port 0 takes a free one. `compute`: the guide's API,
   * or the one with microversions.
   */
  readonly serve: (
    port: number,
    compute: 'v2' | 'v2.1',
  ) => Promise<{ readonly url: string; readonly login: SandboxLogin }>;
  /** Is a person reading what the command prints? */
  readonly isTerminal: () => boolean;
  /** A secret: typed at a terminal, without echo; else the first line of the standard input. Undefined: nothing came. */
  readonly askSecret: (question: string) => Promise<string | undefined>;
  /** Does a person sit before the standard input? */
  readonly isAskable: () => boolean;
  /** Runs another program on our terminal until it ends, and gives its exit code (`host/lend-terminal.ts`). */
  readonly lendTerminal: (words: readonly string[]) => Promise<number>;
  /** Makes a file that is not there yet, whole or not at all; false when there is one. */
  readonly createFile: (path: string, content: string | Uint8Array, mode?: number) => Promise<boolean>;
  /** Draws how much of something has come, for a person on standard error; a whole that is not known is not drawn. */
  readonly progress: (total: number | undefined) => (done: number) => void;
  /** Resolves after so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** The programs that we can be, when a link calls us by their name. */
  readonly names: readonly string[];
  /** Those that we are only where it is asked for: they print something else than we do. */
  readonly otherNames: readonly string[];
  readonly links: () => Promise<Links>;
  /** The settings, for the commands that show or change them. */
  readonly config: () => Promise<ConfigAccess>;
  /** The cloud of clouds.yaml that is worked with. */
  readonly cloud?: string | undefined;
  /** `--only-problems` was given: of what is well and what is not, only the latter is shown. */
  readonly onlyProblems?: boolean | undefined;
  /** The environment and the network, for the command that examines them. */
  readonly diagnostics: () => Promise<Diagnostics>;
}

/** What stands in a directory under a program's name; `other` is never touched. */
export interface LinkState {
  readonly file: string;
  readonly state: 'none' | 'ours' | 'other';
  /** `a file`, `a link to …`. */
  readonly what?: string;
}

/** The links by which this program is called under other names. Everything here throws a `Failure` with a sentence. */
export interface Links {
  /** Where they lead: our own program. */
  readonly target: string;
  /** The directories of PATH, first ones first. */
  readonly directories: readonly string[];
  /** The whole path of a directory that is there. */
  readonly directory: (given: string) => string;
  readonly look: (directory: string, name: string) => LinkState;
  readonly make: (directory: string, name: string) => void;
  /** False when there is no link of ours. */
  readonly remove: (directory: string, name: string) => boolean;
}
