import { Failure } from '../core/errors.js';
import { isInDoubt } from '../http/api-errors.js';
import { DOUBT } from '../http/connection-errors.js';
import type { Call, RawAnswer, Session } from '../session/session.js';

/**
 * What a service answers to a request, as it comes; with `follow` page by page to the end.
 * @throws Failure with the body when the status is not of the 200s
 */
export async function* ask(session: Session, call: Call, follow: boolean): AsyncGenerator<RawAnswer> {
  for await (const answer of session.raw(call, follow)) {
    const { method, url, status, body } = answer;
    if (status < 200 || status > 299) {
      const what = `${method} ${url} answered HTTP ${status}.`;
      const inDoubt = isInDoubt({ method }, status);
      const [message, ...hint] = [body.trim(), what, inDoubt ? DOUBT : ''].filter((line) => line !== '');
      throw new Failure(message ?? what, { hint: hint.join('\n') || undefined }, inDoubt ? 'unknown' : 'failed');
    }
    yield answer;
  }
}
