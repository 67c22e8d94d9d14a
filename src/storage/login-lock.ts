import { closeSync, lstatSync, openSync, unlinkSync } from 'node:fs';

/** Milliseconds after which whoever wanted to log in has died, or is so slow that the next one tries as well. */
const TOO_LONG = 2000;

/**
 * The right to log in while others wait for what comes of it: a file that is there for as long. It only spares logins,
 * so whatever is wrong with it, we log in.
 *
 * @returns what gives it back; `busy` while another process has it
 */
export function takeTurn(path: string): (() => void) | 'busy' {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      closeSync(openSync(path, 'wx', 0o600));
      return () => remove(path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) break;
      const age = ageOf(path);
      if (age === undefined) continue;
      // A clock that disagrees with that of the file system tells nothing, so nobody is waited for.
      if (Math.abs(age) < TOO_LONG) return 'busy';
      remove(path);
    }
  }
  return () => undefined;
}

/** Milliseconds; undefined when it is gone. */
function ageOf(path: string): number | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat === undefined ? undefined : Date.now() - stat.mtimeMs;
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone already, or the directory is.
  }
}
