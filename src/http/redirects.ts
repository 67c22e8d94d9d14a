import { Failure } from '../core/errors.js';
import { discard } from './body.js';
import type { Decorator, HttpRequest, HttpResponse } from './transport.js';
import { showUrl } from './url.js';

/** A redirect to another origin, which is not followed. */
export class RedirectFailure extends Failure {
  constructor(
    readonly from: URL,
    readonly to: URL,
    message: string,
    hint: string,
  ) {
    super(message, { name: 'UnknownConnectionError', hint });
  }
}

const MOST = 5;

/** 300 is missing on purpose: it is how services list their API versions, also when it comes with a Location. */
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Does an answer of this status lead elsewhere (RFC 9110, 15.4), if it says where? */
export const isRedirect = (status: number): boolean => REDIRECTS.includes(status);

/**
 * Follows redirects by hand, within one origin (scheme, host, port) only and five at most: the request carries a
 * token, and no automatic follower can be trusted to leave that at home. GET and HEAD follow any redirect; what
 * changes something is sent again only for 307 and 308, which promise that method and body stay the same.
 *
 * Rejects with a `Failure` for a redirect to another origin, into a loop, or of a change by 301, 302 or 303.
 */
export function redirects(): Decorator {
  return (next) => async (request) => {
    let current = request;
    for (let followed = 0; ; followed += 1) {
      const response = await next(current);
      const location = isRedirect(response.status) ? response.headers.location : undefined;
      if (location === undefined) return response;
      await discard(response);
      if (followed === MOST) throw redirectFailure(`${showUrl(request.url)} redirects more than ${MOST} times`);
      current = { ...current, url: target(current, response, location) };
    }
  };
}

function target(request: HttpRequest, { status }: HttpResponse, location: string): string {
  const from = showUrl(request.url);
  if (!URL.canParse(location, request.url)) throw redirectFailure(`${from} redirects to something that is no URL`);
  const origin = new URL(request.url);
  const to = new URL(location, origin);
  if (to.origin !== origin.origin) {
    const other = to.origin === 'null' ? to.protocol : to.origin;
    const what = request.headers['x-auth-token'] !== undefined ? 'a token' : 'a login';
    throw new RedirectFailure(
      origin,
      to,
      `${from} redirects to another host, from ${origin.origin} to ${other}: ${what} is never sent to another host`,
      `If ${other} is where you want to go, use it in the settings.`,
    );
  }
  to.hash = '';
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && status !== 307 && status !== 308) {
    throw redirectFailure(
      `${from} redirects a ${request.method} (HTTP ${status}) to ${showUrl(to.href)}, and nothing was changed`,
      'Is the URL of this service complete? Often a slash or a version at its end is missing or too many.',
    );
  }
  return to.href;
}

function redirectFailure(message: string, hint?: string): Failure {
  return new Failure(message, { name: 'UnknownConnectionError', hint });
}
