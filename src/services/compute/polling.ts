import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../core/errors.js';
import { asRecord, asText, type Json } from '../../lib/read.js';

interface Poll {
  /** What happens to it, as the lines say: `building`. */
  readonly action: string;
  /** What it is called in the error: `Server`. */
  readonly kind?: string;
  /** The states in which it is done, in lower case. */
  readonly done: readonly string[];
  /** Is it said how much of it is done? */
  readonly percent?: boolean;
}

/** Milliseconds from one look to the next. */
export const POLL_PERIOD = 5000;

/**
 * Looks at something until it is in one of some states, and tells how far it is, as novaclient's `--poll` does
 * (v2/shell.py, _poll_for_status).
 *
 * @param look asks for it as it is now
 * @throws Failure when it comes to the state ERROR or DELETED
 */
export async function* pollUntil(
  look: () => Promise<Json>,
  { action, kind = 'Server', done, percent = true }: Poll,
): AsyncGenerator<string> {
  const told = (progress: unknown): string =>
    `\rServer ${action}...${percent ? ` ${Number(progress) || 0}% complete` : ''}`;
  yield '\n';
  for (;;) {
    const item = await look();
    const status = asText(item.status).toLowerCase();
    const fault = asText(asRecord(item.fault).message);
    if (done.includes(status)) {
      yield told(100);
      yield '\nFinished\n';
      return;
    }
    if (status === 'error') {
      yield `\nError ${action} server\n`;
      const hint = fault === '' ? {} : { hint: fault };
      throw new Failure(`<${kind}: ${asText(item.name)}>`, { name: 'ResourceInErrorState', ...hint });
    }
    if (status === 'deleted') {
      yield `\nDeleted ${action} server\n`;
      throw new Failure(fault, { name: 'InstanceInDeletedState' });
    }
    yield told(item.progress);
    await sleep(POLL_PERIOD);
  }
}
