import { Failure } from '../../core/errors.js';
import { compareAddresses, within } from '../../lib/address.js';
import { itemsOf } from '../../lib/items-of.js';
import { asRecord, asRecords, asText } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { isUnserved } from '../unserved.js';
import { getFixedIp } from './fixed-ips.js';
import { listNetworks } from './networks.js';
import { listServers, type Server } from './servers.js';

/** A fixed address in use; undefined is what the API does not tell. */
export interface FixedIp {
  readonly network: unknown;
  readonly address: string;
  readonly hostname: unknown;
  readonly host: unknown;
}

const AT_ONCE = 8;

/**
 * The fixed addresses of all servers, or of those on one host, in the order of addresses. The network is that of nova's
 * networks in which the address is; names of hosts come with the servers since microversion 2.3, and before with each
 * address.
 */
export async function* fixedIpsInUse(
  session: Session,
  host: string | undefined,
  warn: (line: string) => void,
): AsyncGenerator<readonly FixedIp[]> {
  const [ranges, servers] = await Promise.all([cidrs(session), serversOn(session, host)]);
  const rows = servers
    .flatMap((server) => fixedAddresses(server).map((address) => ({ server, address })))
    .sort((a, b) => compareAddresses(a.address, b.address))
    .map(({ server, address }) => ({
      network: ranges.find((cidr) => within(address, cidr)),
      address,
      hostname: server['OS-EXT-SRV-ATTR:hostname'],
      host: server['OS-EXT-SRV-ATTR:host'],
    }));
  if (rows.some(({ network }) => network === undefined)) {
    warn("The compute API does not know the ranges of some of these networks: '-' stands for them.");
  }
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    yield await Promise.all(rows.slice(at, at + AT_ONCE).map((row) => named(session, row)));
  }
}

async function named(session: Session, row: FixedIp): Promise<FixedIp> {
  if (row.hostname !== undefined) return row;
  try {
    return { ...row, hostname: (await getFixedIp(session, row.address)).hostname };
  } catch (error) {
    // Not an address of nova's networks, or no such API.
    if (error instanceof Failure) return row;
    throw error;
  }
}

const serversOn = (session: Session, host: string | undefined): Promise<readonly Server[]> =>
  itemsOf(listServers(session, { query: { all_tenants: 1, host } }));

/** Without its kind, an address of an old release is taken for a fixed one. */
function fixedAddresses(server: Server): readonly string[] {
  return Object.values(asRecord(server.addresses))
    .flatMap(asRecords)
    .filter((one) => one['OS-EXT-IPS:type'] !== 'floating')
    .map(({ addr }) => asText(addr));
}

async function cidrs(session: Session): Promise<readonly string[]> {
  try {
    const networks = await itemsOf(listNetworks(session));
    return networks.flatMap(({ cidr, cidr_v6 }) => [asText(cidr), asText(cidr_v6)]).filter((cidr) => cidr !== '');
  } catch (error) {
    if (!isUnserved(error)) throw error;
    return [];
  }
}
