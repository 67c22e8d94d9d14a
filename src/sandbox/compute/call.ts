import { type Answer, type Call, json, Refusal } from '../call.js';
import type { Caller, Cloud } from '../cloud.js';

/** A call to nova after its middleware: who asks, with which microversion, for what below the version and tenant. */
export interface ComputeCall extends Call {
  readonly cloud: Cloud;
  readonly caller: Caller;
  /** N of the microversion 2.N; the legacy API answers as 2.1 does. */
  readonly minor: number;
  /** `/v2`: no microversion headers, and filters of old clients. */
  readonly legacy: boolean;
  /** `…/v2.1`, without tenant and slash: what `self` links start with. */
  readonly versionUrl: string;
  /** The tenant's id with a slash in front if it is anywhere in the URL, else nothing: part of every link. */
  readonly tenantPart: string;
  /** What is asked for: `['servers', 'detail']`. */
  readonly parts: readonly string[];
}

export type Handler = (call: ComputeCall) => Answer;

const kinds: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'itemNotFound',
  405: 'badMethod',
  409: 'conflictingRequest',
  413: 'overLimit',
  415: 'badMediaType',
  501: 'notImplemented',
  503: 'serviceUnavailable',
};

/** An error as nova writes it: one key that names the kind (nova/api/openstack/wsgi.py: Fault). */
export function fault(status: number, message: string): Answer {
  return json(
    status,
    { [kinds[status] ?? 'computeFault']: { code: status, message } },
    { 'content-type': 'application/json; charset=UTF-8' },
  );
}

/** What nova's router says to a path that it has no route for; not in the shape of its faults. */
export function noRoute(): Answer {
  return json(404, {
    message: 'The resource could not be found.<br /><br />\n\n\n',
    code: '404 Not Found',
    title: 'Not Found',
  });
}

/** The link to one thing that has the version and the tenant in it, as nova's views begin with it. */
export function selfLink(call: ComputeCall, collection: string, id: string): unknown {
  return { rel: 'self', href: `${call.versionUrl}${call.tenantPart}/${collection}/${id}` };
}

/** The link to it that no version is in. */
export function bookmarkLink(call: ComputeCall, collection: string, id: string): unknown {
  return { rel: 'bookmark', href: `${call.root}${call.tenantPart}/${collection}/${id}` };
}

/** Both links, in nova's order. */
export function links(call: ComputeCall, collection: string, id: string): unknown[] {
  return [selfLink(call, collection, id), bookmarkLink(call, collection, id)];
}

/** Refuses everybody but administrators, with the name of nova's rule: `os-services:list`. */
export function administratorsOnly(call: ComputeCall, rule: string): void {
  if (call.caller.admin) return;
  throw new Refusal(403, `Policy doesn't allow os_compute_api:${rule} to be performed.`);
}

/** What nova only passed on to other services ended with 2.35. */
export function proxiesOnly(call: ComputeCall): void {
  if (call.minor >= 36) throw new Refusal(404, 'The resource could not be found.');
}
