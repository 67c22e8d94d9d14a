import { type Answer, json, Refusal } from '../call.js';
import type { FixedNetwork } from '../world-network.js';
import { type ComputeCall, noRoute, proxiesOnly } from './call.js';

/** The networks that a caller sees: administrators all, others their tenant's and those that are still to be had. */
function visible(call: ComputeCall): FixedNetwork[] {
  const { admin, token } = call.caller;
  return call.cloud.world.networks.filter(({ tenantId }) => admin || tenantId === null || tenantId === token.tenantId);
}

function find(call: ComputeCall, id: string): FixedNetwork {
  const found = visible(call).find((row) => row.id === id);
  if (found === undefined) throw new Refusal(404, 'Network not found');
  return found;
}

/** `/os-networks[/{id}]`, up to 2.35. */
export function networks(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  if (id === undefined) return json(200, { networks: visible(call).map((row) => view(call, row)) });
  return json(200, { network: view(call, find(call, id)) });
}

/** `/os-tenant-networks[/{id}]`, up to 2.35: three fields. */
export function tenantNetworks(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  const brief = ({ id: key, cidr, label }: FixedNetwork): unknown => ({ id: key, cidr, label });
  if (id === undefined) return json(200, { networks: visible(call).map(brief) });
  return json(200, { network: brief(find(call, id)) });
}

function view(call: ComputeCall, row: FixedNetwork): unknown {
  const open = {
    id: row.id,
    cidr: row.cidr,
    netmask: row.netmask,
    gateway: row.gateway,
    broadcast: row.broadcast,
    dns1: null,
    dns2: null,
    cidr_v6: null,
    gateway_v6: null,
    label: row.label,
    netmask_v6: null,
  };
  if (!call.caller.admin) return open;
  return {
    ...open,
    created_at: row.created,
    updated_at: null,
    deleted_at: null,
    deleted: false,
    injected: false,
    bridge: row.bridge,
    vlan: row.vlan,
    vpn_public_address: null,
    vpn_public_port: 1000,
    vpn_private_address: row.gateway.replace(/\.1$/, '.2'),
    dhcp_start: row.dhcpStart,
    project_id: row.tenantId,
    host: null,
    bridge_interface: row.bridgeInterface,
    multi_host: true,
    priority: null,
    rxtx_base: null,
  };
}
