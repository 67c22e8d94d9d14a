import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { atMost } from './at-most.js';
import { changeOrRemoved, showOrRemoved } from './removed-apis.js';

/**
 * Whose a fixed address is: address, cidr, hostname, host; since 2.4 whether it is reserved. Compute API reference: "Show
 * Fixed Ip Details" (`GET /os-fixed-ips/{fixed_ip}`), up to microversion 2.35.
 */
export async function getFixedIp(session: Session, address: string): Promise<Json> {
  const path = `/os-fixed-ips/${encodeURIComponent(address)}`;
  return showOrRemoved(session, 'fixedIps', path, 'fixed_ip', await atMost(session, '2.4'));
}

/** Compute API reference: "Reserve Or Release A Fixed Ip" (`POST /os-fixed-ips/{fixed_ip}/action`), up to 2.35. */
export const reserveFixedIp = (session: Session, address: string, action: 'reserve' | 'unreserve'): Promise<unknown> =>
  changeOrRemoved(session, 'fixedIps', 'POST', `/os-fixed-ips/${encodeURIComponent(address)}/action`, {
    [action]: null,
  });
