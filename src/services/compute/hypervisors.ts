import { itemsOf } from '../../lib/items-of.js';
import { atLeast } from '../../lib/microversion.js';
import type { Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed, listOf, objectOf } from '../answer.js';
import { type Finder, find, findItem, resolving } from '../find.js';
import { atMost } from './at-most.js';

/**
 * The last microversion at which nova answers from its database. From 2.88 on it asks hosts for their uptime, and waits for
 * one that is dead but not yet known to be so (nova api/openstack/compute/hypervisors.py, _view_hypervisor).
 */
const OF_THE_DATABASE = '2.87';

/** Compute API reference: "List Hypervisors" (`GET /os-hypervisors`); pages since microversion 2.33. */
export async function* listHypervisors(session: Session, query: Query = {}): AsyncGenerator<readonly Json[]> {
  const microversion = await atMost(session, OF_THE_DATABASE);
  yield* listed(session, { service: 'compute', path: '/os-hypervisors', query, microversion }, 'hypervisors');
}

/**
 * Hypervisors whose host name matches, with the servers on them if so asked. Compute API reference: "Search
 * Hypervisor" and "List Hypervisor Servers" (`GET /os-hypervisors/{pattern}/search` and `…/servers`), both a filter of
 * the list since microversion 2.53.
 * @throws Failure when there is none
 */
export async function* searchHypervisors(
  session: Session,
  pattern: string,
  withServers = false,
): AsyncGenerator<readonly Json[]> {
  if (atLeast(await session.microversion(), '2.53')) {
    yield* listHypervisors(session, {
      hypervisor_hostname_pattern: pattern,
      with_servers: withServers ? 'True' : undefined,
    });
    return;
  }
  const path = `/os-hypervisors/${encodeURIComponent(pattern)}/${withServers ? 'servers' : 'search'}`;
  yield await listOf(session, { service: 'compute', path }, 'hypervisors');
}

/**
 * A hypervisor by host name or id. Compute API reference: "Show Hypervisor Details" (`GET /os-hypervisors/{id}`).
 * @throws Failure when there is no such hypervisor, or more than one.
 */
export async function findHypervisor(session: Session, given: string): Promise<Json> {
  return findItem(await hypervisorKind(resolving(session)), given);
}

/**
 * How long a hypervisor has been up: a part of it since microversion 2.88, before that "Show Hypervisor Uptime"
 * (`GET /os-hypervisors/{id}/uptime`).
 * @throws Failure when there is no such hypervisor, or more than one.
 */
export async function findUptime(session: Session, given: string): Promise<Json> {
  if (atLeast(await session.microversion(), '2.88')) {
    const { id, hypervisor_hostname, state, status, uptime } = await findHypervisor(session, given);
    return { id, hypervisor_hostname, state, status, uptime };
  }
  const { id } = await find(await hypervisorKind(resolving(session)), given);
  const path = `/os-hypervisors/${encodeURIComponent(id)}/uptime`;
  return objectOf(session, { service: 'compute', path }, 'hypervisor');
}

/** Sums over all hypervisors. Compute API reference: "Show Hypervisor Statistics", gone with microversion 2.88. */
export async function hypervisorStatistics(session: Session): Promise<Json> {
  const call = { service: 'compute', path: '/os-hypervisors/statistics' };
  return objectOf(session, { ...call, microversion: await atMost(session, OF_THE_DATABASE) }, 'hypervisor_statistics');
}

/** Ids are numbers up to microversion 2.52, uuids from then on; the server refuses any other word with a 400. */
async function hypervisorKind(session: Session): Promise<Finder> {
  const hasUuids = atLeast(await session.microversion(), '2.53');
  return {
    noun: 'hypervisor',
    anyId: !hasUuids,
    exactNames: true,
    get: (id) => getHypervisor(session, id),
    byName: async (name) => {
      const found = await itemsOf(listHypervisors(session));
      return found.filter(({ hypervisor_hostname: host }) => host === name).map((one) => ({ ...one, name }));
    },
  };
}

async function getHypervisor(session: Session, id: string): Promise<Json> {
  const path = `/os-hypervisors/${encodeURIComponent(id)}`;
  return objectOf(session, { service: 'compute', path }, 'hypervisor');
}
