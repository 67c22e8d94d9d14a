/** A long answer goes through a pager, where a person reads it on a terminal. */
import type { Globals } from '../cli/globals.js';
import { Quiet } from '../core/errors.js';
import type { CommandView } from '../core/view.js';
import type { Host } from '../host/host.js';
import type { Pager } from '../host/pager.js';

/** Characters that are kept for the case that there is no pager after all. */
const KEPT = 1_000_000;

/** Is the view one whose whole text may be waited for? What tells how something goes on is shown as it comes. */
export function isPaged(view: CommandView): boolean {
  if (view.kind === 'list') return view.lines === undefined;
  if (view.kind === 'text') return view.isLive !== true;
  return view.kind === 'sections' || (view.kind === 'show' && view.after === undefined);
}

/** Text on its way to a terminal or to a pager. */
export interface PagedOutput {
  /** Ends the run quietly once the person has left the pager. */
  write(text: string): Promise<void>;
  /** Writes what is left, and waits until the person has left the pager. */
  end(): Promise<void>;
}

/**
 * Holds text until it is known whether it is longer than the screen: then it goes through the pager of `PAGER`, else
 * straight to the terminal.
 *
 * @returns undefined where there is to be no pager: `--no-pager`, an empty one or `cat`, or a terminal without a size
 */
export function pagedOutput(
  { env, stdout, openPager }: Pick<Host, 'env' | 'stdout' | 'openPager'>,
  { noPager }: Pick<Globals, 'noPager'>,
  onPager: () => void,
): PagedOutput | undefined {
  const command = env.PAGER;
  const rows = stdout.rows?.();
  const isUnwanted = noPager || env.TERM === 'dumb' || command === '' || command === 'cat';
  if (isUnwanted || rows === undefined) return undefined;
  let held = '';
  let lines = 0;
  let pager: Pager | undefined;
  /** What has been given to the pager, as long as it may turn out that there is none. */
  let given: string | undefined = '';
  let isDirect = false;
  /** False: there was no pager, and all that it was given has gone to the terminal. */
  const closePager = async (): Promise<boolean> => {
    if (await pager?.end()) return true;
    isDirect = true;
    const left = given ?? '';
    given = undefined;
    if (left !== '') await stdout.write(left);
    return false;
  };
  const pass = async (text: string): Promise<void> => {
    if (isDirect) {
      await stdout.write(text);
      return;
    }
    if (given !== undefined) given = given.length + text.length > KEPT ? undefined : given + text;
    if ((await pager?.write(text)) === false && (await closePager())) throw new Quiet('ok');
  };
  return {
    write: async (text) => {
      if (pager !== undefined) return pass(text);
      held += text;
      lines += text.split('\n').length - 1;
      if (lines < rows) return;
      onPager();
      pager = await openPager(command);
      const all = held;
      held = '';
      await pass(all);
    },
    end: async () => {
      const left = held;
      held = '';
      if (pager !== undefined && !isDirect) await closePager();
      else if (left !== '') await stdout.write(left);
    },
  };
}
