import { type Json, records } from '../../lib/read.js';
import type { Session } from '../../session/session.js';

/**
 * nova's own networks, or what it passes on of Neutron's, of which it knows id and label only. Compute API reference:
 * "List Networks" (`GET /os-networks`), up to microversion 2.35.
 */
export async function* listNetworks(session: Session): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/os-networks', microversion: '2.1' };
  for await (const page of session.pages(call, 'networks')) yield records(page);
}

/** Are these Neutron's? Then nova fills in nothing but names (nova/api/openstack/compute/networks.py, network_dict). */
export function areNeutrons(networks: readonly Json[]): boolean {
  const told = ['cidr', 'cidr_v6', 'bridge', 'vlan'];
  return networks.length > 0 && networks.every((network) => told.every((key) => network[key] === null));
}
