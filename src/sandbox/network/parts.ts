import { randomUUID } from 'node:crypto';
import { type Answer, asObject, asText, json, parsed } from '../call.js';
import { mac } from '../ids.js';
import type { NetworkRow } from '../world-network.js';
import { badRequest, isReading, type NetworkCall, networkRefusal, rowsOf } from './call.js';

/** What only one kind of row has below it: a router's interfaces, a balancer's numbers, a speaker's routes. */
export function partOf(call: NetworkCall, path: string, row: NetworkRow, part: string): Answer | undefined {
  const reading = isReading(call);
  switch (`${path} ${part}`) {
    case 'routers add_router_interface':
    case 'routers remove_router_interface':
      return call.method === 'PUT' ? changeInterface(call, row, part === 'add_router_interface') : undefined;
    case 'lb/pools stats':
    case 'lbaas/loadbalancers stats':
      return reading ? json(200, { stats: numbers }) : undefined;
    case 'lbaas/loadbalancers statuses':
      return reading ? json(200, { statuses: { loadbalancer: statusTree(call, row) } }) : undefined;
    case 'bgp-speakers get_advertised_routes':
      return reading ? json(200, { advertised_routes: routes(call, row) }) : undefined;
    case 'bgp-speakers add_bgp_peer':
    case 'bgp-speakers remove_bgp_peer':
      return changeList(call, row, 'peers', 'bgp_peer_id', part.startsWith('add'));
    case 'bgp-speakers add_gateway_network':
    case 'bgp-speakers remove_gateway_network':
      return changeList(call, row, 'networks', 'network_id', part.startsWith('add'));
  }
  return undefined;
}

const numbers = { bytes_in: 18_650, bytes_out: 214_302, active_connections: 2, total_connections: 137 };

function changeInterface(call: NetworkCall, router: NetworkRow, adding: boolean): Answer {
  const given = asObject(parsed(call.body)) ?? {};
  const ports = rowsOf(call, 'ports');
  const fixedOf = (port: NetworkRow) => (port.fixed_ips as { subnet_id: string; ip_address: string }[])[0];
  const subnetId = asText(given.subnet_id);
  const portId = asText(given.port_id);
  if (subnetId === undefined && portId === undefined) {
    throw badRequest('Either subnet_id or port_id must be specified');
  }
  const subnet = rowsOf(call, 'subnets').find(({ id }) => id === subnetId);
  if (subnetId !== undefined && subnet === undefined) {
    throw networkRefusal(404, 'SubnetNotFound', `Subnet ${subnetId} could not be found.`);
  }
  const held = ports.find(
    (port) => port.id === portId || (port.device_id === router.id && fixedOf(port)?.subnet_id === subnetId),
  );
  if (portId !== undefined && held === undefined) {
    throw networkRefusal(404, 'PortNotFound', `Port ${portId} could not be found.`);
  }
  if (!adding) {
    if (held === undefined) {
      const message = `Router ${router.id} has no interface on subnet ${subnetId}`;
      throw networkRefusal(404, 'RouterInterfaceNotFoundForSubnet', message);
    }
    ports.splice(ports.indexOf(held), 1);
    return interfaceAnswer(router, held);
  }
  if (held !== undefined && portId === undefined) {
    throw badRequest(`Bad router request: Router already has a port on subnet ${subnetId}.`);
  }
  const port = held ?? {
    id: randomUUID(),
    tenant_id: router.tenant_id,
    network_id: subnet?.network_id,
    mac_address: mac('router', router.id, String(subnetId)),
    fixed_ips: [{ subnet_id: subnetId, ip_address: subnet?.gateway_ip }],
  };
  Object.assign(port, { device_id: router.id, device_owner: 'network:router_interface' });
  if (held === undefined) ports.push(port);
  return interfaceAnswer(router, port);
}

function interfaceAnswer(router: NetworkRow, port: NetworkRow): Answer {
  const [fixed] = port.fixed_ips as { subnet_id: string }[];
  return json(200, {
    id: router.id,
    tenant_id: router.tenant_id,
    port_id: port.id,
    network_id: port.network_id,
    subnet_id: fixed?.subnet_id ?? null,
    subnet_ids: fixed === undefined ? [] : [fixed.subnet_id],
  });
}

function changeList(
  call: NetworkCall,
  row: NetworkRow,
  name: string,
  key: string,
  adding: boolean,
): Answer | undefined {
  if (call.method !== 'PUT') return undefined;
  const id = asText(asObject(parsed(call.body))?.[key]);
  if (id === undefined) throw badRequest(`Resource body required: ${key}`);
  const others = (Array.isArray(row[name]) ? row[name] : []).filter((one) => one !== id);
  row[name] = adding ? [...others, id] : others;
  return json(200, { [key]: id });
}

/** The networks of a speaker by their routers' outer addresses. */
function routes(call: NetworkCall, speaker: NetworkRow): unknown[] {
  const networks = Array.isArray(speaker.networks) ? speaker.networks : [];
  const floating = rowsOf(call, 'floatingips').filter(
    ({ floating_network_id: id, port_id }) => networks.includes(id) && typeof port_id === 'string',
  );
  const [router] = rowsOf(call, 'routers');
  const gateway = asObject(router?.external_gateway_info);
  const [outer] = (gateway?.external_fixed_ips ?? []) as { ip_address: string }[];
  return floating.map(({ floating_ip_address: address }) => ({
    destination: `${address}/32`,
    next_hop: outer?.ip_address ?? null,
  }));
}

/** A balancer with everything below it, and how each does. */
function statusTree(call: NetworkCall, balancer: NetworkRow): unknown {
  const state = ({ id, name }: NetworkRow) => ({
    id,
    ...(name === undefined ? {} : { name }),
    operating_status: 'ONLINE',
    provisioning_status: 'ACTIVE',
  });
  const refers = (value: unknown, id: string): boolean =>
    Array.isArray(value) && value.some((one) => asObject(one)?.id === id);
  const poolOf = (pool: NetworkRow) => {
    const monitor = rowsOf(call, 'lbaas/healthmonitors').find(({ id }) => id === pool.healthmonitor_id);
    return {
      ...state(pool),
      members: rowsOf(call, 'lbaas/pools/members')
        .filter(({ pool_id }) => pool_id === pool.id)
        .map((member) => ({ ...state(member), address: member.address, protocol_port: member.protocol_port })),
      healthmonitor: monitor === undefined ? {} : { ...state(monitor), type: monitor.type },
    };
  };
  const listeners = rowsOf(call, 'lbaas/listeners').filter(({ loadbalancers }) => refers(loadbalancers, balancer.id));
  return {
    ...state(balancer),
    listeners: listeners.map((listener) => ({
      ...state(listener),
      pools: rowsOf(call, 'lbaas/pools')
        .filter(({ id }) => id === listener.default_pool_id)
        .map(poolOf),
      l7policies: rowsOf(call, 'lbaas/l7policies')
        .filter(({ listener_id }) => listener_id === listener.id)
        .map((policy) => ({ ...state(policy), action: policy.action })),
    })),
  };
}
