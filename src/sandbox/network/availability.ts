import type { NetworkRow } from '../world-network.js';
import { toNumber } from './addresses.js';
import { type NetworkCall, rowsOf } from './call.js';

/** `/network-ip-availabilities`: what of each network's addresses is taken. */
export function addressesLeft(call: NetworkCall): NetworkRow[] {
  const version = call.query.get('ip_version');
  const subnets = rowsOf(call, 'subnets').filter((row) => version === null || String(row.ip_version ?? 4) === version);
  const used = new Map<string, number>();
  for (const port of rowsOf(call, 'ports')) {
    for (const fixed of Array.isArray(port.fixed_ips) ? port.fixed_ips : []) {
      const { subnet_id: id } = fixed as { subnet_id: string };
      used.set(id, (used.get(id) ?? 0) + 1);
    }
  }
  return rowsOf(call, 'networks').map((network) => {
    const own = subnets
      .filter((subnet) => subnet.network_id === network.id)
      .map((subnet) => {
        return {
          subnet_id: subnet.id,
          subnet_name: subnet.name,
          cidr: subnet.cidr,
          ip_version: subnet.ip_version ?? 4,
          total_ips: sizeOf(subnet.allocation_pools),
          used_ips: used.get(subnet.id) ?? 0,
        };
      });
    return {
      id: network.id,
      tenant_id: network.tenant_id,
      network_id: network.id,
      network_name: network.name,
      total_ips: own.reduce((sum, { total_ips }) => sum + total_ips, 0),
      used_ips: own.reduce((sum, { used_ips }) => sum + used_ips, 0),
      subnet_ip_availability: own,
    };
  });
}

/** How many addresses the pools of a subnet have. */
function sizeOf(pools: unknown): number {
  const rows = Array.isArray(pools) ? (pools as { start: string; end: string }[]) : [];
  return rows.reduce((sum, { start, end }) => sum + toNumber(end) - toNumber(start) + 1, 0);
}
