/**
 * How a run can end, and the exit code for it: the only table of exit codes. Errors and views name a reason; only `main`
 * and the handlers of signals turn it into the number.
 */
export const exitCodes = {
  ok: 0,
  /** Anything that went wrong, as the classic clients have it. */
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /**
   * A change was sent, and it is not known whether it was made. Of several targets one is enough, whatever became of the
   * others: what failed can be done again, this has to be looked at first.
   */
  unknown: 5,
  /** One of several clouds or hosts failed; what the others said is shown. */
  incomplete: 6,
  /** Another run holds the lock of `--lock`. */
  locked: 7,
  /** What was waited for (`wait`) did not come in time; timeout(1) has the same. */
  timeout: 124,
  /** Ctrl-C: 128 + SIGINT, as shells count. */
  interrupted: 130,
  /** The reader of the output went away (`| head`): 128 + SIGPIPE. */
  brokenPipe: 141,
  /** 128 + SIGTERM. */
  terminated: 143,
} as const;

export type ExitReason = keyof typeof exitCodes;

export type ExitCode = (typeof exitCodes)[ExitReason];
