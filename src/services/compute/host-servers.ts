import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { asRecords, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { resolving } from '../find.js';
import { searchHypervisors } from './hypervisors.js';
import { getServer, listServers } from './servers.js';

/**
 * The ids of the servers on the hosts whose name matches (novaclient v2/shell.py, _hyper_servers).
 * @param strict only of the host of exactly this name
 * @throws Failure when there is no such host
 */
export async function serversOfHosts(session: Session, host: string, strict: boolean): Promise<readonly string[]> {
  const found = await itemsOf(searchHypervisors(resolving(session), host, true));
  const hosts = strict ? found.filter(({ hypervisor_hostname: name }) => name === host).slice(0, 1) : found;
  if (strict && hosts.length === 0) {
    throw new Failure(`No hypervisor matching '${host}' could be found. (HTTP 404)`, { name: 'NotFound' });
  }
  return hosts.flatMap(({ servers }) => asRecords(servers).map(({ uuid }) => asText(uuid)));
}

/** What came of a request about one server of a host. */
export interface Moved {
  readonly id: string;
  /** The sentence of what went wrong; empty: it has been accepted. */
  readonly error: string;
  /** It may have been accepted all the same. */
  readonly isUnknown: boolean;
  /** What else is to be said of the error. */
  readonly hint?: string | undefined;
}

interface Move {
  /** The body of the server's action. */
  readonly action: Json;
  /** As in `Error while migrating instance: …`. */
  readonly doing: string;
  /** Told of each server, before and after. */
  readonly track?: ((id: string, state: 'planned' | 'begun' | 'done' | 'failed') => void) | undefined;
}

/** Sends a server's action for one after the other; that one is refused does not stop the others. */
export async function moveEach(
  session: Session,
  ids: readonly string[],
  { action, doing, track }: Move,
): Promise<readonly Moved[]> {
  for (const id of ids) track?.(id, 'planned');
  const moved: Moved[] = [];
  for (const id of ids) {
    const call = { service: 'compute', path: `/servers/${encodeURIComponent(id)}/action`, method: 'POST' } as const;
    track?.(id, 'begun');
    try {
      await session.json({ ...call, body: action, mayBeEmpty: true });
      track?.(id, 'done');
      moved.push({ id, error: '', isUnknown: false });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const isUnknown = error.exitReason === 'unknown';
      if (!isUnknown) track?.(id, 'failed');
      moved.push({ id, error: `Error while ${doing} instance: ${error.message}`, isUnknown, hint: error.hint });
    }
  }
  return moved;
}

/**
 * A line for each server: its name, id and state. One of a host tells which host that is, and the list of that host all
 * others: two requests and the pages of a list for each host, however many servers are on it.
 */
export async function serversInWords(session: Session, ids: readonly string[]): Promise<readonly string[]> {
  const known = new Map<string, Json>();
  for (const id of ids) {
    if (known.has(id)) continue;
    const one = await getServer(session, id);
    known.set(id, one);
    const host = asText(one[HOST]);
    // The last one, or of a host that is not shown: there is nothing to list for it.
    if (host === '' || ids.every((other) => known.has(other))) continue;
    for (const server of await itemsOf(listServers(session, { query: { all_tenants: 1, host } }))) {
      known.set(asText(server.id), server);
    }
  }
  const lines = ids.map((id) => {
    const { name, status } = known.get(id) ?? {};
    return `server ${asText(name)} (${id}), ${asText(status)}`;
  });
  return lines.length === 0 ? ['no servers'] : lines;
}

/** The compute host of a server, which is not always called as its hypervisor is. */
const HOST = 'OS-EXT-SRV-ATTR:host';
