import { isIP } from 'node:net';
import { Failure } from '../../core/errors.js';
import { asRecord, asRecords, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { findWhole } from '../resource.js';
import { servers } from './servers.js';

interface Wanted {
  readonly version: 4 | 6;
  /** `floating` or `fixed`; an address of which the API does not say it is taken for floating. */
  readonly type: string;
  readonly network?: string | undefined;
}

/**
 * The one address of a server at which it is to be reached.
 * @throws Failure in novaclient's sentences where there is none, or more than one (v2/shell.py, do_ssh)
 */
export async function addressFor(session: Session, given: string, { version, type, network }: Wanted): Promise<string> {
  const networks = asRecord((await findWhole(session, servers, given)).addresses);
  const found = addressesIn(networks, given, network)
    .filter((one) => one.version === version && (one['OS-EXT-IPS:type'] ?? 'floating') === type)
    .map(({ addr }) => asText(addr))
    // It becomes a word of a command line.
    .filter((address) => isIP(address) !== 0);
  const [address, ...others] = found;
  if (address === undefined) {
    const what = `network '${network ?? 'None'}' and type '${type}' of version IPv${version}`;
    throw notFound(`No address that would match ${what} has been found for server '${given}'.`);
  }
  if (others.length > 0) throw new Failure(`More than one IPv${version} ${type} address found.`);
  return address;
}

function addressesIn(networks: Json, given: string, network: string | undefined): readonly Json[] {
  if (network) {
    const addresses = asRecords(networks[network]);
    if (addresses.length === 0) throw notFound(`Server '${given}' is not attached to network '${network}'`);
    return addresses;
  }
  const [first, ...others] = Object.values(networks);
  if (first === undefined) throw new Failure(`Server '${given}' is not attached to any network.`);
  if (others.length > 0) {
    throw new Failure(`Server '${given}' is attached to more than one network. Please pick the network to use.`);
  }
  return asRecords(first);
}

const notFound = (message: string): Failure => new Failure(message, { name: 'ResourceNotFound' });
