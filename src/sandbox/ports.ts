import { uuid } from './ids.js';
import type { Server, World } from './world.js';

/** A server's port on one network, which nova and quantum both show. */
export interface ServerPort {
  readonly id: string;
  readonly networkId: string;
  readonly networkName: string;
  readonly subnetId: string;
  readonly mac: string;
  readonly status: 'ACTIVE' | 'DOWN';
  readonly fixed: string[];
  readonly floating: string[];
}

/** One port for each network, in the order in which the server has them. */
export function portsOf(server: Server): ServerPort[] {
  const byNetwork = new Map<string, ServerPort>();
  for (const { network, addr, mac, type, networkId } of server.addresses) {
    const one = byNetwork.get(network) ?? {
      id: uuid('port', server.id, network),
      networkId: networkId ?? uuid('network', network),
      networkName: network,
      subnetId: uuid('subnet', network),
      mac,
      status: server.powerState === 1 ? 'ACTIVE' : 'DOWN',
      fixed: [],
      floating: [],
    };
    (type === 'fixed' ? one.fixed : one.floating).push(addr);
    byNetwork.set(network, one);
  }
  return [...byNetwork.values()].filter(({ fixed }) => fixed.length > 0);
}

/** Takes a server's ports out of quantum, if quantum was asked for anything yet; addresses from outside are free again. */
export function forgetPorts({ network }: World, server: Server): void {
  if (network === undefined) return;
  const gone = new Set((network.ports ?? []).filter((row) => row.device_id === server.id).map(({ id }) => id));
  network.ports = (network.ports ?? []).filter(({ id }) => !gone.has(id));
  for (const address of (network.floatingips ?? []).filter((row) => gone.has(String(row.port_id)))) {
    Object.assign(address, { port_id: null, fixed_ip_address: null, router_id: null, status: 'DOWN' });
  }
}
