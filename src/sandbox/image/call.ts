import { type Call, Refusal } from '../call.js';
import type { Caller, Cloud } from '../cloud.js';
import { imageTables } from '../seed/image.js';
import type { Image, ImageTables } from '../world-image.js';
import { knownImage } from './visible.js';

/** A call to glance after its middleware. */
export interface ImageCall extends Call {
  readonly cloud: Cloud;
  readonly caller: Caller;
  /** What is asked for below the version: `['images', '{id}', 'file']`. */
  readonly parts: readonly string[];
}

/** What glance keeps beside its images; the seed's when it is asked first. */
export function tablesOf({ cloud: { world } }: ImageCall): ImageTables {
  world.image ??= imageTables(world);
  return world.image;
}

/** The time of the call as glance writes times: `2013-01-11T14:02:10Z`. */
export function timeOf(call: ImageCall): string {
  return new Date(call.cloud.now()).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** 404 for a URL that means nothing. */
export function noSuchPath(): Refusal {
  return new Refusal(404, 'The resource could not be found.');
}

/** An image that the caller may see. @throws Refusal where there is none */
export function imageOf(call: ImageCall, id: string): Image {
  const found = knownImage(call.cloud, call.caller, id);
  if (found === undefined) throw new Refusal(404, `No image found with ID ${id}`);
  return found;
}

/** Throws 403 unless the caller owns an image or is an administrator. */
export function ownersOnly({ caller: { admin, token } }: ImageCall, { ownerId, id }: Image, what: string): void {
  if (!admin && ownerId !== token.tenantId) throw new Refusal(403, `You are not authorized to ${what} image ${id}.`);
}

/** What only administrators do (glance's policy). */
export function administratorsOnly({ caller }: ImageCall): void {
  if (!caller.admin) throw new Refusal(403, 'You are not authorized to complete this action.');
}

/** `?limit=` as a number of rows, at most a page of the cloud's; glance-api.conf: limit_param_default is 25. */
export function limitOf(call: ImageCall): number {
  const text = call.query.get('limit');
  const limit = text === null ? 25 : Number(text);
  if (!Number.isInteger(limit)) throw new Refusal(400, 'limit param must be an integer');
  if (limit < 0) throw new Refusal(400, 'limit param must be positive');
  return Math.min(limit, call.cloud.pageSize);
}

/** `first` and, after a full page, `next`: paths without a host, with the query that was asked. */
export function pageLinks(call: ImageCall, last: string | undefined, full: boolean): Record<string, string> {
  const path = `/v2/${call.parts.join('/')}`;
  const query = new URLSearchParams(call.query);
  query.delete('marker');
  const first = query.size === 0 ? path : `${path}?${query}`;
  if (last === undefined || !full) return { first };
  query.set('marker', last);
  return { first, next: `${path}?${query}` };
}

/** One of two values for `sort_dir`, descending when nothing is said. */
export function descending(direction: string | null): boolean {
  if (direction !== null && direction !== 'asc' && direction !== 'desc') {
    throw new Refusal(400, `Invalid sort direction: ${direction}`);
  }
  return direction !== 'asc';
}
