import { asRecord, asRecords, asText } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listServers, type Server, type ServersRequest } from './servers.js';

/**
 * Servers with an address that fits a pattern, in the order of the server. nova's own filter, `ip`, knows fixed addresses
 * only (nova compute/api.py, _ip_filter): the floating ones are looked for in the whole list.
 * @param request without `ip`
 * @param pattern regular expression, fitted from the beginning as nova does (Python's `re.match`)
 */
export async function* serversByAddress(
  session: Session,
  request: ServersRequest,
  pattern: string,
): AsyncGenerator<readonly Server[]> {
  const fixed = new Map<unknown, Server>();
  for await (const page of listServers(session, { ...request, query: { ...request.query, ip: pattern } })) {
    for (const server of page) fixed.set(server.id, server);
  }
  const wanted = expression(pattern);
  const { limit = Number.POSITIVE_INFINITY } = request;
  let left = limit;
  if (wanted !== undefined) {
    // A server that fits `ip6` is among those that were found, too.
    for await (const page of listServers(session, { query: { ...request.query, ip6: undefined } })) {
      const fitting = page.filter((server) => fixed.delete(server.id) || hasFloating(server, wanted)).slice(0, left);
      left -= fitting.length;
      yield fitting;
      if (left <= 0) return;
    }
  }
  yield [...fixed.values()].slice(0, left);
}

/** Undefined where it is one of Python's that JavaScript does not know. */
function expression(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})`);
  } catch {
    return undefined;
  }
}

/** An address of an old release does not say of which kind it is. */
const hasFloating = (server: Server, wanted: RegExp): boolean =>
  Object.values(asRecord(server.addresses))
    .flatMap(asRecords)
    .some((one) => one['OS-EXT-IPS:type'] !== 'fixed' && wanted.test(asText(one.addr)));
