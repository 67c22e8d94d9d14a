import type { ExitReason } from './exit-codes.js';

interface FailureDetails {
  /** The peer's name for this kind of error, shown by nova as `ERROR (Name): …`. */
  readonly name?: string;
  /** What the reader can do about it; one line. */
  readonly hint?: string;
  readonly cause?: unknown;
  /** What was typed where a command's name stands, and is none of ours. */
  readonly unknownVerb?: string;
}

/** Anything that ends a command and that a person can act on. The message is one sentence, without a prefix. */
export class Failure extends Error {
  readonly hint: string | undefined;
  readonly exitReason: ExitReason;
  readonly unknownVerb: string | undefined;

  constructor(message: string, details: FailureDetails = {}, exitReason: ExitReason = 'failed') {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = details.name ?? 'CommandError';
    this.hint = details.hint;
    this.exitReason = exitReason;
    this.unknownVerb = details.unknownVerb;
  }
}

/** Words of a command line that nobody knows. */
export interface WrongWords {
  readonly words: readonly string[];
  /** What was typed before them, where a command should have stood. */
  readonly before?: readonly string[];
  /** The options that could have been meant, with their dashes. */
  readonly options?: readonly string[];
  /** One letter is wrong, and the error's message says so. */
  readonly isSlip?: boolean;
  /**
   * Where a command should have stood: the command line before it, and whose commands were looked through, or what was
   * found to be meant.
   */
  readonly place?: { readonly program: string } & ({ readonly client: string } | { readonly meant: readonly string[] });
}

/** The command line itself is wrong: exit code 2, and the usage line is shown. */
export class UsageError extends Failure {
  /** The same in the words of Python 2's argparse, where they are others: for programs that ended with Python 2. */
  readonly python2: string | undefined;
  /** All that is wrong is that there are too many words. */
  readonly isExcess: boolean;
  readonly wrong: WrongWords | undefined;

  constructor(
    message: string,
    details: FailureDetails & {
      readonly python2?: string;
      readonly isExcess?: boolean;
      readonly wrong?: WrongWords;
    } = {},
  ) {
    super(message, { name: 'UsageError', ...details }, 'usage');
    this.python2 = details.python2;
    this.isExcess = details.isExcess ?? false;
    this.wrong = details.wrong;
  }
}

/**
 * Ends a run of which nothing is to be said: the reader went away, Ctrl-C was typed, or it has been said already. It is
 * no `Failure`, so that nobody who goes on after a failed request goes on after it.
 */
export class Quiet extends Error {
  readonly exitReason: ExitReason;

  constructor(exitReason: ExitReason) {
    super(`the run ends quietly: ${exitReason}`);
    this.name = 'Quiet';
    this.exitReason = exitReason;
  }
}
