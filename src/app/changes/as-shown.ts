/** A run sends what its plan has shown, and nothing else of the kind: what a name means may change while somebody reads. */
import { Failure } from '../../core/errors.js';
import type { HttpRequest } from '../../http/transport.js';
import { showUrl } from '../../http/url.js';
import { UNASKED } from '../dry-run.js';

/**
 * Gives what checks each request that changes something before it is sent. One that was rehearsed may be sent, and what
 * follows it: the next step of a change of several, or the same to another thing that the plan names by its id. Another
 * body for the same thing, or the same to a thing that was not shown, may not.
 *
 * @param rehearsed the requests that the command would have sent when the plan was made
 * @param lines the plan
 * @throws Failure where it is not what was shown
 */
export function onlyAsShown(
  rehearsed: readonly HttpRequest<unknown>[],
  lines: readonly string[],
): (request: HttpRequest<unknown>) => void {
  const left = [...rehearsed];
  const isNamed = (segment: string): boolean => lines.some((line) => line.includes(decodeURIComponent(segment)));
  return (request) => {
    const at = left.findIndex((one) => isSame(one, request));
    if (at >= 0) {
      left.splice(at, 1);
      return;
    }
    const isOther = left.some(({ method, url }) => method === request.method && url === request.url);
    const isUnnamed = rehearsed.some((one) => {
      const differing = thingOf(one, request);
      return differing !== undefined && !isNamed(differing);
    });
    const isFirst = rehearsed.length > 0 && left.length === rehearsed.length;
    if (!isOther && !isUnnamed && !isFirst) return;
    throw new Failure(`${request.method} ${showUrl(request.url)} is not what was shown any more. It was not sent.`);
  };
}

function isSame(one: HttpRequest<unknown>, other: HttpRequest<unknown>): boolean {
  if (one.method !== other.method || one.url !== other.url) return false;
  // Bytes of files are read anew.
  if (typeof one.body !== 'string' || typeof other.body !== 'string') return true;
  return one.body === other.body || one.body.includes(UNASKED);
}

/** What the second request is about, where it is the same as the first one but for another thing. */
function thingOf(one: HttpRequest<unknown>, other: HttpRequest<unknown>): string | undefined {
  const here = new URL(one.url).pathname.split('/');
  const there = new URL(other.url).pathname.split('/');
  if (one.method !== other.method || here.length !== there.length) return undefined;
  const differing = there.flatMap((segment, at) => (segment === here[at] ? [] : [at]));
  const [at] = differing;
  // The last word of what is posted is a list or an action, and no thing.
  const isThing = differing.length === 1 && !(other.method === 'POST' && at === there.length - 1);
  return isThing && at !== undefined ? there[at] : undefined;
}
