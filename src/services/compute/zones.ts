import { HttpFailure } from '../../http/api-errors.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { asRecord, asText, isRecord, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listIn, listOf } from '../answer.js';
import { resolving } from '../find.js';
import { noZone } from '../hosts.js';
import { mayNotAsk } from '../unserved.js';

/** A line of the tree of availability zones: a zone, a host in it, or a service on that host. */
export interface ZonePart {
  readonly zone: string;
  readonly host?: string;
  readonly service?: string;
  /** Is the zone open, or has the service reported in time? Hosts do not say. */
  readonly available?: boolean;
  /** Services only: enabled, and when it last reported (ISO 8601, UTC; null: never). */
  readonly active?: boolean;
  readonly updated?: unknown;
}

/**
 * Zones, and for who may see them their hosts and services. Compute API reference: "Get Detailed Availability Zone
 * Information" (`GET /os-availability-zone/detail`), for all others "Get Availability Zone Information".
 */
export async function zoneTree(session: Session): Promise<readonly ZonePart[]> {
  return listIn(await zoneInfo(session), 'availabilityZoneInfo').flatMap((info) => {
    const zone = asText(info.zoneName);
    const hosts = Object.entries(asRecord(info.hosts)).sort(([a], [b]) => compareCodePoints(a, b));
    return [
      { zone, available: isAvailable(info.zoneState) },
      ...hosts.flatMap(([host, services]) => [{ zone, host }, ...servicesOf(zone, host, asRecord(services))]),
    ];
  });
}

function servicesOf(zone: string, host: string, services: Json): readonly ZonePart[] {
  return Object.entries(services).map(([service, state]) => {
    const { active, updated_at: updated } = asRecord(state);
    return { zone, host, service, available: isAvailable(state), active: active === true, updated: updated ?? null };
  });
}

const isAvailable = (state: unknown): boolean => isRecord(state) && state.available === true;

async function zoneInfo(session: Session): Promise<unknown> {
  const path = '/os-availability-zone';
  try {
    return await session.json({ service: 'compute', path: `${path}/detail` });
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.status !== 403) throw error;
    return session.json({ service: 'compute', path });
  }
}

/**
 * Is there an availability zone of this name?
 * @throws Failure, with the nearest name as a hint, when there is none
 */
export async function checkZone(session: Session, zone: string): Promise<void> {
  const call = { service: 'compute', path: '/os-availability-zone' };
  const rows = await listOf(resolving(session), call, 'availabilityZoneInfo').catch((error: unknown) => {
    if (mayNotAsk(error)) return undefined;
    throw error;
  });
  if (rows === undefined) return;
  const names = rows.map(({ zoneName }) => asText(zoneName));
  if (!names.includes(zone)) throw noZone(zone, names);
}
