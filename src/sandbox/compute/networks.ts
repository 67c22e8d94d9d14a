import { randomUUID } from 'node:crypto';
import { type Answer, asObject, asText, parsed, Refusal } from '../call.js';
import type { Fields } from '../resource.js';
import type { FixedNetwork } from '../world-network.js';
import { addressesOf, type Range, rangeOf } from './address-ranges.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';
import { accepted, answered, type ComputeResource, rowOf } from './kind.js';
import { timeOf } from './tasks.js';

/** nova's own networks, as members have them made: three fields of each. */
const tenantNets: ComputeResource<FixedNetwork> = {
  one: 'network',
  many: 'networks',
  rows: ({ cloud }) => cloud.world.networks,
  id: ({ id }) => id,
  sees: ({ caller: { admin, token } }, { tenantId }) => admin || tenantId === null || tenantId === token.tenantId,
  missing: () => 'Network not found',
  view: (_, { id, cidr, label }) => ({ id, cidr, label }),
  create: (call, given) => create(call, given, call.caller.token.tenantId ?? null),
  remove: () => undefined,
};

/** The same to administrators. */
const nets: ComputeResource<FixedNetwork> = {
  ...tenantNets,
  rule: (verb) => (verb === 'create' || verb === 'delete' ? 'os-networks' : undefined),
  view,
  create: (call, given) => create(call, given, null),
  remove: (_, { tenantId }) => {
    if (tenantId === null) return;
    throw new Refusal(409, `Network must be disassociated from project ${tenantId} before it can be deleted.`);
  },
};

/** `/os-networks[/{id}]`, `/os-networks/{id}/action` and `/os-networks/add`, up to 2.35. */
export function networks(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part, more] = call.parts;
  if (more !== undefined) return noRoute();
  if (call.method === 'POST' && id === 'add' && part === undefined) return give(call);
  if (part === undefined) return answered(call, nets, id);
  if (call.method !== 'POST' || part !== 'action' || id === undefined) return noRoute();
  administratorsOnly(call, 'os-networks');
  const [action] = Object.keys(asObject(parsed(call.body)) ?? {});
  if (!/^(disassociate(_host|_project)?|associate_host)$/.test(action ?? '')) return noRoute();
  const network = rowOf(call, nets, id);
  if (action === 'disassociate' || action === 'disassociate_project') network.tenantId = null;
  if (action === 'disassociate' || action === 'disassociate_host') network.host = null;
  if (action === 'associate_host') network.host = asText(asObject(parsed(call.body))?.associate_host) ?? null;
  return accepted();
}

/** `POST /os-networks/add`: gives a network to the caller's tenant; no id: any that is still to be had. */
function give(call: ComputeCall): Answer {
  administratorsOnly(call, 'os-networks');
  const wanted = asText(asObject(parsed(call.body))?.id);
  const free = call.cloud.world.networks.find(({ tenantId }) => tenantId === null);
  const network = wanted === undefined ? free : rowOf(call, nets, wanted);
  if (network === undefined) throw new Refusal(400, 'No more networks available.');
  network.tenantId = call.caller.token.tenantId ?? null;
  return accepted();
}

/** `/os-tenant-networks[/{id}]`, up to 2.35: three fields. */
export function tenantNetworks(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (part !== undefined) return noRoute();
  return answered(call, tenantNets, id);
}

function create(call: ComputeCall, given: Fields, owner: string | null): FixedNetwork {
  const label = asText(given.label);
  const range = rangeOf(asText(given.cidr) ?? '');
  if (label === undefined) throw new Refusal(400, 'Network label is required');
  if (range === undefined)
    throw new Refusal(400, asText(given.cidr_v6) ? 'No networks of IPv6 alone.' : 'cidr or cidr_v6 must be specified.');
  const { networks: all } = call.cloud.world;
  const clash = all.find(({ cidr }) => overlaps(rangeOf(cidr), range));
  if (clash !== undefined)
    throw new Refusal(409, `Requested cidr (${given.cidr}) conflicts with existing cidr (${clash.cidr})`);
  const [first = '', ...others] = addressesOf(range);
  const vlan = Number(given.vlan ?? given.vlan_start ?? Math.max(0, ...all.map((row) => row.vlan)) + 1);
  return {
    id: asText(given.uuid) ?? randomUUID(),
    label,
    cidr: String(given.cidr),
    netmask: range.netmask,
    gateway: asText(given.gateway) ?? first,
    broadcast: range.last,
    dhcpStart: others[1] ?? first,
    bridge: asText(given.bridge) ?? `br${vlan}`,
    bridgeInterface: asText(given.bridge_interface) ?? 'eth1',
    vlan,
    tenantId: asText(given.project_id) ?? owner,
    created: timeOf(call),
  };
}

const overlaps = (one: Range | undefined, other: Range): boolean =>
  one !== undefined && one.from <= other.to && other.from <= one.to;

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
    vpn_public_address: row.vpnAddress ?? null,
    vpn_public_port: row.vpnPort ?? 1000,
    vpn_private_address: row.gateway.replace(/\.1$/, '.2'),
    dhcp_start: row.dhcpStart,
    project_id: row.tenantId,
    host: row.host ?? null,
    bridge_interface: row.bridgeInterface,
    multi_host: true,
    priority: null,
    rxtx_base: null,
  };
}
