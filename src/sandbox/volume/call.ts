import { type Call, Refusal } from '../call.js';
import type { Caller, Cloud } from '../cloud.js';
import { volumeTables } from '../seed/volume-tables.js';
import type { VolumeTables } from '../world-volume.js';

/** A call to cinder after its middleware. */
export interface VolumeCall extends Call {
  readonly cloud: Cloud;
  readonly caller: Caller;
  readonly version: 1 | 2 | 3;
  /** N of the microversion 3.N; 0 for v1 and v2. */
  readonly minor: number;
  /** `…/v3/{tenant}`, without a slash at its end. */
  readonly base: string;
  /** What is asked for below: `['volumes', 'detail']`. */
  readonly parts: readonly string[];
}

/** What cinder keeps beside volumes and snapshots; the seed's when it is asked first. */
export function tablesOf({ cloud: { world } }: VolumeCall): VolumeTables {
  world.volume ??= volumeTables(world);
  return world.volume;
}

/** Does the call change nothing? */
export function isReading({ method }: VolumeCall): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The time of the call as cinder writes times: `2013-02-01T08:00:00.000000`. */
export function timeOf(call: VolumeCall): string {
  return new Date(call.cloud.now()).toISOString().replace('Z', '000');
}

/** Refuses everybody but administrators, with the name of cinder's rule: `volume_extension:services:index`. */
export function administratorsOnly({ caller }: VolumeCall, rule: string): void {
  if (!caller.admin) throw new Refusal(403, `Policy doesn't allow ${rule} to be performed.`);
}

/** Throws 404 before the microversion that brought something. */
export function since({ version, minor }: VolumeCall, first: number): void {
  if (version < 3 || minor < first) throw new Refusal(404, 'The resource could not be found.');
}

/** The two links to one thing, in cinder's order. */
export function links({ base, root }: VolumeCall, collection: string, id: string): unknown[] {
  const bookmark = base.replace(/\/v\d(?=\/|$)/, '').slice(root.length);
  return [
    { rel: 'self', href: `${base}/${collection}/${id}` },
    { rel: 'bookmark', href: `${root}${bookmark}/${collection}/${id}` },
  ];
}

/** oslo.utils' idea of yes. */
export function isTrue(text: string | null): boolean {
  return ['1', 't', 'true', 'on', 'y', 'yes'].includes(text?.toLowerCase() ?? '');
}
