import { itemsOf } from '../../lib/items-of.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';
import { findItem, resolving } from '../find.js';
import { orRemoved, showOrRemoved } from './removed-apis.js';

/**
 * nova's own networks, or what it passes on of Neutron's, of which it knows id and label only. Compute API reference:
 * "List Networks" (`GET /os-networks`), up to microversion 2.35.
 */
export function listNetworks(session: Session): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/os-networks', microversion: '2.1' };
  return listed(session, call, 'networks');
}

/** Are these Neutron's? Then nova fills in nothing but names (nova/api/openstack/compute/networks.py, network_dict). */
export function areNeutrons(networks: readonly Json[]): boolean {
  const told = ['cidr', 'cidr_v6', 'bridge', 'vlan'];
  return networks.length > 0 && networks.every((network) => told.every((key) => network[key] === null));
}

/**
 * A network by id or label. Compute API reference: "Show Network Details" (`GET /os-networks/{network_id}`), up to 2.35.
 * @throws Failure when there is none, or more than one of the label
 */
export function findNetwork(session: Session, given: string): Promise<Json> {
  const looking = resolving(session);
  const get = (id: string): Promise<Json> =>
    showOrRemoved(looking, 'networks', `/os-networks/${encodeURIComponent(id)}`, 'network');
  const byName = async (): Promise<readonly Json[]> => {
    const all = await itemsOf(orRemoved('networks', listNetworks(looking)));
    return all.map(({ id, label }) => ({ id, name: label }));
  };
  return findItem({ noun: 'network', get, byName }, given);
}
