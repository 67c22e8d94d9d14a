import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectIn } from '../answer.js';
import { changeOrRemoved, listOrRemoved, showOrRemoved } from './removed-apis.js';

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

/** Compute API reference: "Create Project Network" (`POST /os-tenant-networks`), up to 2.35. */
export async function createTenantNetwork(
  session: Session,
  network: { readonly label: string; readonly cidr: string },
): Promise<Json> {
  return objectIn(await changeOrRemoved(session, 'networks', 'POST', '/os-tenant-networks', { network }), 'network');
}

/** Compute API reference: "Delete Project Network" (`DELETE /os-tenant-networks/{network_id}`), up to 2.35. */
export const removeTenantNetwork = (session: Session, id: string): Promise<unknown> =>
  changeOrRemoved(session, 'networks', 'DELETE', `/os-tenant-networks/${encodeURIComponent(id)}`);
