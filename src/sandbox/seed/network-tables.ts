import { mac, uuid } from '../ids.js';
import { portsOf } from '../ports.js';
import type { World } from '../world.js';
import type { FixedNetwork, NetworkRow, NetworkTables } from '../world-network.js';
import { tenantId } from './identity.js';
import { extraTables } from './network-extras.js';
import { groupId, groupTables } from './network-groups.js';
import { serviceTables } from './network-services.js';

const owner = tenantId('admin');
const times = { created_at: '2013-01-10T10:00:00Z', updated_at: '2013-01-10T10:00:00Z' };

function rowId(kind: string, name: string): string {
  return uuid('quantum', kind, name);
}

/** A row of the administrator's, with an id of its kind and name. */
export function row(kind: string, name: string, fields: Record<string, unknown>): NetworkRow {
  return { id: rowId(kind, name), tenant_id: owner, name, ...fields };
}

/**
 * Quantum beside nova's networks: the guide's two and those that servers are on, one to the outside, a router between, and
 * a port for each server's place on a network.
 */
export function networkTables(world: World): NetworkTables {
  const guide = world.networks;
  const used = usedNetworks(world);
  const public_ = rowId('network', 'public');
  const router = rowId('router', 'edge');
  return {
    networks: [...guide.map(guideNetwork), ...used.map(serverNetwork), outside()],
    subnets: [
      ...guide.map(guideSubnet),
      ...used.map(({ name, cidr, owner: own }) => ({
        ...subnet(uuid('subnet', name), name, uuid('network', name), cidr),
        tenant_id: own,
      })),
      { ...subnet(rowId('subnet', 'public'), 'public', public_, '199.116.232.0/24'), enable_dhcp: false },
    ],
    ports: [
      ...guide.map(({ id, label, gateway }) =>
        routerPort(router, `edge-${label}`, id, rowId('subnet', label), gateway),
      ),
      ...used.map(({ name, cidr }) =>
        routerPort(router, `edge-${name}`, uuid('network', name), uuid('subnet', name), gatewayOf(cidr)),
      ),
      {
        ...routerPort(router, 'edge-public', public_, rowId('subnet', 'public'), '199.116.232.2'),
        device_owner: 'network:router_gateway',
      },
      ...serverPorts(world),
      ...addresses(world).map(floatingPort),
    ],
    routers: [
      row('router', 'edge', {
        external_gateway_info: {
          network_id: public_,
          enable_snat: true,
          external_fixed_ips: [{ subnet_id: rowId('subnet', 'public'), ip_address: '199.116.232.2' }],
        },
        ...times,
      }),
    ],
    floatingips: addresses(world).map((one) => floatingIp(one, router)),
    ...groupTables(world),
    ...serviceTables(),
    ...extraTables(),
  };
}

interface UsedNetwork {
  readonly name: string;
  readonly cidr: string;
  readonly owner: string;
}

/** The networks that servers are on and that the guide does not list: of one size, or of the next where they need it. */
function usedNetworks({ servers, networks }: World): UsedNetwork[] {
  const thirds = new Map<string, Set<string>>();
  for (const { network, addr, type } of servers.flatMap(({ addresses: own }) => own)) {
    const third = addr.split('.')[2];
    if (type !== 'fixed' || third === undefined || networks.some(({ label }) => label === network)) continue;
    thirds.set(network, (thirds.get(network) ?? new Set()).add(third));
  }
  return [...thirds].map(([name, [first, ...others]]) => ({
    name,
    cidr: others.length === 0 ? `10.1.${first}.0/24` : '10.1.0.0/16',
    owner: name === 'jtopjian' ? tenantId('jtopjian') : owner,
  }));
}

function guideNetwork({ id, label, tenantId: tenant, vlan }: FixedNetwork): NetworkRow {
  return {
    ...row('network', label, {
      shared: tenant === null,
      subnets: [rowId('subnet', label)],
      'provider:segmentation_id': vlan,
      ...times,
    }),
    id,
    tenant_id: tenant ?? owner,
  };
}

function serverNetwork({ name, owner: own }: UsedNetwork, at: number): NetworkRow {
  return {
    ...row('network', name, {
      shared: name.startsWith('nova'),
      subnets: [uuid('subnet', name)],
      'provider:segmentation_id': 310 + at,
      ...times,
    }),
    id: uuid('network', name),
    tenant_id: own,
  };
}

function outside(): NetworkRow {
  return row('network', 'public', {
    subnets: [rowId('subnet', 'public')],
    is_default: true,
    'router:external': true,
    'provider:network_type': 'flat',
    'provider:physical_network': 'public',
    ...times,
  });
}

function guideSubnet({ id, label, cidr, tenantId: tenant }: FixedNetwork): NetworkRow {
  return { ...subnet(rowId('subnet', label), label, id, cidr), tenant_id: tenant ?? owner };
}

/** The first address of a network, which is its router's. */
function gatewayOf(cidr: string): string {
  return cidr.replace(/0\/\d+$/, '1');
}

function subnet(id: string, name: string, networkId: string, cidr: string): NetworkRow {
  const gateway = gatewayOf(cidr);
  const end = cidr.endsWith('/16') ? gateway.replace(/0\.1$/, '255.254') : gateway.replace(/1$/, '254');
  return {
    id,
    tenant_id: owner,
    name,
    network_id: networkId,
    cidr,
    gateway_ip: gateway,
    allocation_pools: [{ start: gateway.replace(/1$/, '2'), end }],
    ...times,
  };
}

function routerPort(router: string, name: string, networkId: string, subnetId: string, address: string): NetworkRow {
  return {
    id: rowId('port', name),
    tenant_id: owner,
    network_id: networkId,
    mac_address: mac('quantum', name),
    fixed_ips: [{ subnet_id: subnetId, ip_address: address }],
    device_id: router,
    device_owner: 'network:router_interface',
    ...times,
  };
}

/** The ports of all servers, by their addresses. */
export function serverPorts({ servers, securityGroups: groups }: World): NetworkRow[] {
  return servers
    .filter(({ deleted }) => !deleted)
    .flatMap((server) =>
      portsOf(server).map((port) => ({
        id: port.id,
        tenant_id: server.tenantId,
        network_id: port.networkId,
        mac_address: port.mac,
        status: port.status,
        fixed_ips: port.fixed.map((ip) => ({ subnet_id: port.subnetId, ip_address: ip })),
        device_id: server.id,
        device_owner: 'compute:nova',
        security_groups: groups
          .filter(({ tenantId: tenant, name }) => tenant === server.tenantId && server.securityGroups.includes(name))
          .map(({ tenantId: tenant, name }) => groupId(tenant, name)),
        'binding:host_id': server.host ?? '',
        created_at: server.created,
        updated_at: server.created,
      })),
    );
}

interface OuterAddress {
  readonly address: string;
  readonly tenant: string;
  readonly port?: { readonly id: string; readonly fixed: string };
}

/** The addresses from outside that servers have, and two that nobody uses. */
function addresses({ servers }: World): OuterAddress[] {
  const taken = servers.flatMap((server) =>
    portsOf(server).flatMap(({ id, floating, fixed: [fixed = ''] }) =>
      floating.map((address) => ({ address, tenant: server.tenantId, port: { id, fixed } })),
    ),
  );
  const free = ['199.116.232.50', '199.116.232.51'].map((address) => ({ address, tenant: tenantId('jtopjian') }));
  return [...taken, ...free];
}

function floatingIp({ address, tenant, port }: OuterAddress, router: string): NetworkRow {
  return {
    id: rowId('floatingip', address),
    tenant_id: tenant,
    floating_ip_address: address,
    floating_network_id: rowId('network', 'public'),
    ...(port === undefined
      ? {}
      : { port_id: port.id, fixed_ip_address: port.fixed, router_id: router, status: 'ACTIVE' }),
    ...times,
  };
}

function floatingPort({ address }: OuterAddress): NetworkRow {
  return {
    id: rowId('port', address),
    tenant_id: '',
    network_id: rowId('network', 'public'),
    mac_address: mac('floating', address),
    status: 'N/A',
    fixed_ips: [{ subnet_id: rowId('subnet', 'public'), ip_address: address }],
    device_id: rowId('floatingip', address),
    device_owner: 'network:floatingip',
    ...times,
  };
}
