import { compareCodePoints } from '../../lib/codepoints.js';
import type { Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listIn, mapIn, objectOf } from '../answer.js';

/**
 * Limits of a project and how far they are used: `rate` and `absolute`. Compute API reference: "Show Rate And Absolute
 * Limits" (`GET /limits[?reserved=1&tenant_id=]`).
 * @param microversion the last one that still has what is wanted; limits leave with 2.36, 2.39 and 2.57
 */
export function getLimits(session: Session, query: Query = {}, microversion?: string): Promise<Json> {
  const call = { service: 'compute', path: '/limits', query };
  return objectOf(session, microversion === undefined ? call : { ...call, microversion }, 'limits');
}

/** How often a request may be made. */
export interface RateLimit {
  readonly verb: unknown;
  readonly uri: unknown;
  readonly value: unknown;
  readonly remain: unknown;
  readonly unit: unknown;
  readonly nextAvailable: unknown;
}

/** The rates of an answer, one a row; nova's list has been empty since 14.0.0. */
export function rateLimits(limits: Json): readonly RateLimit[] {
  return listIn(limits, 'rate').flatMap((rate) =>
    listIn(rate, 'limit').map(({ verb, value, remaining, unit, 'next-available': nextAvailable }) => ({
      verb,
      uri: rate.uri,
      value,
      remain: remaining,
      unit,
      nextAvailable,
    })),
  );
}

/** A limit by the name under which people know it; undefined: the API does not say. */
export interface AbsoluteLimit {
  readonly name: string;
  readonly used?: unknown;
  readonly max?: unknown;
  /** Of limits that are unknown here. */
  readonly other?: unknown;
}

/** novaclient's names (v2/shell.py, _print_absolute_limits). */
const NAMES: Readonly<Record<string, readonly [name: string, kind: 'max' | 'used']>> = {
  maxServerMeta: ['Server Meta', 'max'],
  maxPersonality: ['Personality', 'max'],
  maxPersonalitySize: ['Personality Size', 'max'],
  maxImageMeta: ['ImageMeta', 'max'],
  maxTotalKeypairs: ['Keypairs', 'max'],
  totalCoresUsed: ['Cores', 'used'],
  maxTotalCores: ['Cores', 'max'],
  totalRAMUsed: ['RAM', 'used'],
  maxTotalRAMSize: ['RAM', 'max'],
  totalInstancesUsed: ['Instances', 'used'],
  maxTotalInstances: ['Instances', 'max'],
  totalFloatingIpsUsed: ['FloatingIps', 'used'],
  maxTotalFloatingIps: ['FloatingIps', 'max'],
  totalSecurityGroupsUsed: ['SecurityGroups', 'used'],
  maxSecurityGroups: ['SecurityGroups', 'max'],
  maxSecurityGroupRules: ['SecurityGroupRules', 'max'],
  maxServerGroups: ['ServerGroups', 'max'],
  totalServerGroupsUsed: ['ServerGroups', 'used'],
  maxServerGroupMembers: ['ServerGroupMembers', 'max'],
};

/** The absolute limits of an answer by name, what is used beside what may be. */
export function absoluteLimits(limits: Json): readonly AbsoluteLimit[] {
  const rows = new Map<string, AbsoluteLimit>();
  for (const [key, value] of Object.entries(mapIn(limits, 'absolute'))) {
    const [name, kind] = (Object.hasOwn(NAMES, key) ? NAMES[key] : undefined) ?? ([key, 'other'] as const);
    rows.set(name, { ...rows.get(name), name, [kind]: value });
  }
  return [...rows.values()].sort((a, b) => compareCodePoints(a.name, b.name));
}
