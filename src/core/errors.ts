/** Exit codes of classic clients: 1 for any failure, 2 for wrong usage, 130 after Ctrl-C, 141 when the reader went away. */
export type ExitCode = 0 | 1 | 2 | 7 | 130 | 141 | 143;

interface FailureDetails {
  /** The peer's name for this kind of error, shown by nova as `ERROR (Name): …`. */
  readonly name?: string;
  /** What the reader can do about it; one line. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** Anything that ends a command and that a person can act on. The message is one sentence, without a prefix. */
export class Failure extends Error {
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;

  constructor(message: string, details: FailureDetails = {}, exitCode: ExitCode = 1) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = details.name ?? 'CommandError';
    this.hint = details.hint;
    this.exitCode = exitCode;
  }
}

/** The command line itself is wrong: exit code 2, and the usage line is shown. */
export class UsageError extends Failure {
  /** The same in the words of Python 2's argparse, where they are others: for programs that ended with Python 2. */
  readonly python2: string | undefined;

  constructor(message: string, details: FailureDetails & { readonly python2?: string } = {}) {
    super(message, { name: 'UsageError', ...details }, 2);
    this.python2 = details.python2;
  }
}
