import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { nearest } from '../../lib/nearest.js';
import { asText, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed } from '../answer.js';
import { isMissing, resolving } from '../find.js';
import { mayNotAsk } from '../unserved.js';

/**
 * Services of compute and where they run, in the order of nova's database. Compute API reference: "List Compute
 * Services" (`GET /os-services`), filters `host` and `binary`; not before 2013.1.
 */
export function listServices(session: Session, query: Query = {}): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/os-services', query };
  return listed(session, call, 'services');
}

/** What both APIs tell of a service. The older one does not know what `nova-manage` says of its health. */
export interface KnownService {
  readonly binary?: unknown;
  readonly host?: unknown;
  readonly zone?: unknown;
  readonly status?: unknown;
  readonly state?: unknown;
  readonly updated_at?: unknown;
}

/**
 * The same on every cloud: where there is no os-services (2012.2), of os-hosts, whose `service` is the binary without
 * `nova-` (nova 2012.2 api/openstack/compute/contrib/hosts.py).
 * @param warn told when the older API had to do, which knows of no states
 */
export async function* knownServices(
  session: Session,
  query: { readonly host?: string | undefined; readonly binary?: string | undefined },
  warn: (line: string) => void,
): AsyncGenerator<readonly KnownService[]> {
  try {
    yield* listServices(session, query);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const rows = await olderServices(session);
    warn("This cloud's API lists hosts and services without states and times: '-' stands for them.");
    const wanted = (asked: string | undefined, value: unknown): boolean => asked === undefined || asked === value;
    yield rows.filter(({ host, binary }) => wanted(query.host, host) && wanted(query.binary, binary));
  }
}

async function olderServices(session: Session): Promise<readonly KnownService[]> {
  const call = { service: 'compute', path: '/os-hosts', microversion: '2.1' };
  const rows = await itemsOf(listed(session, call, 'hosts'));
  return rows.map((row) => ({ binary: `nova-${row.service}`, host: row.host_name, zone: row.zone }));
}

/**
 * Is there a host of this name? Who may not ask for the services of compute is not told.
 * @throws Failure, with the nearest name as a hint, when no service has ever run on one
 */
export async function checkHost(session: Session, host: string): Promise<void> {
  const hosts = new Set<string>();
  try {
    for await (const page of listServices(resolving(session))) for (const row of page) hosts.add(asText(row.host));
  } catch (error) {
    if (mayNotAsk(error)) return;
    throw error;
  }
  if (hosts.has(host)) return;
  const meant = nearest(host, hosts);
  throw new Failure(`No host with a name or ID of '${host}' exists.`, {
    ...(meant === undefined ? {} : { hint: `Did you mean '${meant}'?` }),
  });
}
