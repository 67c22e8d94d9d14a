/** Questions before a change. */
import { Failure, UsageError } from '../core/errors.js';
import type { Host } from '../host/host.js';
import { visibleLine } from '../lib/escape.js';

/**
 * Shows a plan and asks whether to go on; only `y` and `yes` do, Enter means no.
 *
 * @param plan what is going to be done, one line each
 * @param yes it was said beforehand (`--yes`): nothing is shown or asked
 * @throws UsageError where nobody is there to be asked, Failure where the answer is no
 */
export async function confirm(
  { stdin, stderr }: Pick<Host, 'stdin' | 'stderr'>,
  plan: readonly string[],
  yes: boolean,
): Promise<void> {
  if (yes) return;
  if (!stdin.isTTY() || !stderr.isTTY()) {
    throw new UsageError('nobody is there to be asked', { hint: '--yes does it without a question.' });
  }
  const lines = plan.map((line) => `${visibleLine(line)}\n`).join('');
  await stderr.write(`${lines}Go on? [y/N] `);
  const answer = (await stdin.readLine()).trim().toLowerCase();
  if (answer !== 'y' && answer !== 'yes') throw new Failure('Nothing was changed.');
}
