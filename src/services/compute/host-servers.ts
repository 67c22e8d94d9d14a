import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { asRecords, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { resolving } from '../find.js';
import { searchHypervisors } from './hypervisors.js';

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
}

/** Sends a server's action for one after the other; that one is refused does not stop the others. */
export async function moveEach(
  session: Session,
  ids: readonly string[],
  action: Json,
  doing: string,
): Promise<readonly Moved[]> {
  const moved: Moved[] = [];
  for (const id of ids) {
    const call = { service: 'compute', path: `/servers/${encodeURIComponent(id)}/action`, method: 'POST' } as const;
    try {
      await session.json({ ...call, body: action, mayBeEmpty: true });
      moved.push({ id, error: '' });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      moved.push({ id, error: `Error while ${doing} instance: ${error.message}` });
      if (error.exitReason === 'unknown') throw error;
    }
  }
  return moved;
}
