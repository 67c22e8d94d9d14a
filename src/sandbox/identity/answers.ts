import { type Answer, type Call, json, Refusal } from '../call.js';
import { reasonPhrase } from '../reason-phrases.js';

/** The one text behind every refused login: wrong password, unknown user, no such tenant, a token that is no good. */
const authenticationNeeded = 'The request you have made requires authentication.';

const malformed =
  'The server could not comply with the request since it is either malformed or otherwise incorrect. ' +
  'The client is assumed to be in error.';

/** 401, in keystone's words. */
export function unauthorized(message = authenticationNeeded): Refusal {
  return new Refusal(401, message);
}

/** @param rule what keystone's policy calls it: `identity:list_services`, or v2.0's `admin_required` */
export function forbidden(rule?: string): Refusal {
  return new Refusal(403, `You are not authorized to perform the requested action${rule ? `: ${rule}` : ''}.`);
}

/** 404 for one thing that is not there, in keystone's words. */
export function notFound(kind: string, id: string): Refusal {
  return new Refusal(404, `Could not find ${kind}: ${id}.`);
}

/** 404 for a URL that means nothing. */
export function noSuchPath(call: Call): Refusal {
  return new Refusal(404, `(${call.root}${call.rest.replace(/\/$/, '')}): The resource could not be found.`);
}

/** 400 for a body that lacks an attribute. */
export function missing(attribute: string, target: string): Refusal {
  return new Refusal(400, `Expecting to find ${attribute} in ${target}. ${malformed}`);
}

/** An error as keystone writes it, of v2.0 and v3 alike (keystone/common/wsgi.py: render_exception). */
export function errorAnswer(refusal: Refusal, call: Call): Answer {
  const { status, message } = refusal;
  const challenge: Record<string, string> = status === 401 ? { 'www-authenticate': `Keystone uri="${call.root}"` } : {};
  return json(status, { error: { message, code: status, title: reasonPhrase(status) } }, challenge);
}

/** Milliseconds since 1970 as keystone writes times: `2026-11-23T01:28:17.000000Z`. */
export function timestamp(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, '.000000Z');
}
