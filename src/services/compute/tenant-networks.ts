import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listOrRemoved, showOrRemoved } from './removed-apis.js';

/**
 * What members see of networks: id, label, cidr. Compute API reference: "List Project Networks"
 * (`GET /os-tenant-networks`), up to microversion 2.35.
 */
export function listTenantNetworks(session: Session): AsyncIterable<readonly Json[]> {
  return listOrRemoved(session, 'networks', '/os-tenant-networks', 'networks');
}

/** Compute API reference: "Show Project Network Details" (`GET /os-tenant-networks/{network_id}`), up to 2.35. */
export function getTenantNetwork(session: Session, id: string): Promise<Json> {
  return showOrRemoved(session, 'networks', `/os-tenant-networks/${encodeURIComponent(id)}`, 'network');
}
