import { randomUUID } from 'node:crypto';
import { asObject, asText, type Refusal } from '../call.js';
import { mac } from '../ids.js';
import type { NetworkRow } from '../world-network.js';
import { freeAddress, rangeOfNetwork, toAddress } from './addresses.js';
import { badRequest, type NetworkCall, networkRefusal, rowsOf, timeOf } from './call.js';
import type { Hooks } from './kind-spec.js';

/** What a change to a network, a subnet, a port, … means for the others. */

function find(call: NetworkCall, path: string, id: unknown, error: readonly [string, string]): NetworkRow {
  const found = rowsOf(call, path).find((row) => row.id === id);
  if (found === undefined) throw networkRefusal(404, error[0], error[1].replace('%', String(id)));
  return found;
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map((one) => asObject(one) ?? {}) : [];
}

function conflict(type: string, message: string): Refusal {
  return networkRefusal(409, type, message);
}

const networkError = ['NetworkNotFound', 'Network % could not be found.'] as const;
const portError = ['PortNotFound', 'Port % could not be found.'] as const;

export const networkHooks: Hooks = {
  created(call, row, given) {
    if (given.shared === true && !call.caller.admin) {
      const rule = '(rule:create_network and rule:create_network:shared) is disallowed by policy';
      throw networkRefusal(403, 'PolicyNotAuthorized', rule);
    }
    row.subnets = [];
  },
  removed(call, { id }) {
    const used = rowsOf(call, 'ports').filter((port) => port.network_id === id);
    if (used.length > 0) {
      const ports = used.map((port) => port.id).join(', ');
      const why = 'There are one or more ports still in use on the network, id for these ports is';
      throw conflict('NetworkInUse', `Unable to complete operation on network ${id}. ${why} ${ports}.`);
    }
    const subnets = rowsOf(call, 'subnets');
    for (const row of subnets.filter((subnet) => subnet.network_id === id)) subnets.splice(subnets.indexOf(row), 1);
  },
};

export const subnetHooks: Hooks = {
  created(call, row, given) {
    const network = find(call, 'networks', row.network_id, networkError);
    const range = rangeOfNetwork(asText(row.cidr) ?? '');
    if (row.ip_version === 4 && range === undefined) {
      throw badRequest(`Invalid input for cidr. Reason: '${row.cidr}' is not a valid IP subnet.`);
    }
    if (range !== undefined) {
      const { first, last } = range;
      if (given.gateway_ip === undefined) row.gateway_ip = toAddress(first + 1);
      if (given.allocation_pools === undefined) {
        row.allocation_pools = [{ start: toAddress(first + 2), end: toAddress(last - 1) }];
      }
    }
    network.subnets = [...(Array.isArray(network.subnets) ? network.subnets : []), row.id];
  },
  removed(call, { id, network_id }) {
    const used = rowsOf(call, 'ports').filter(({ fixed_ips }) => list(fixed_ips).some((ip) => ip.subnet_id === id));
    if (used.length > 0) {
      const why = 'One or more ports have an IP allocation from this subnet';
      throw conflict('SubnetInUse', `Unable to complete operation on subnet ${id}: ${why}.`);
    }
    const network = rowsOf(call, 'networks').find((row) => row.id === network_id);
    if (network !== undefined) network.subnets = (network.subnets as unknown[]).filter((one) => one !== id);
  },
};

/** An address on a network: the one that is wanted, or the lowest that is free. */
function allocate(call: NetworkCall, networkId: string, wanted?: Record<string, unknown>): Record<string, unknown> {
  const subnets = rowsOf(call, 'subnets').filter((row) => row.network_id === networkId && row.ip_version !== 6);
  const subnet = subnets.find(({ id }) => wanted?.subnet_id === undefined || id === wanted.subnet_id);
  if (subnet === undefined) return {};
  const taken = new Set(
    rowsOf(call, 'ports')
      .filter((row) => row.network_id === networkId)
      .flatMap(({ fixed_ips }) => list(fixed_ips).map(({ ip_address }) => String(ip_address))),
  );
  const asked = asText(wanted?.ip_address);
  if (asked !== undefined && taken.has(asked)) {
    throw conflict('IpAddressAlreadyAllocated', `IP address ${asked} already allocated in subnet ${subnet.id}`);
  }
  const address = asked ?? freeAddress(subnet.allocation_pools, taken);
  if (address === undefined) {
    throw conflict('IpAddressGenerationFailure', `No more IP addresses available on network ${networkId}.`);
  }
  return { subnet_id: subnet.id, ip_address: address };
}

export const portHooks: Hooks = {
  created(call, row, given) {
    const network = find(call, 'networks', row.network_id, networkError);
    row.mac_address = asText(given.mac_address) ?? mac('port', row.id);
    row.status = 'DOWN';
    const wanted = list(given.fixed_ips);
    const fixed = (wanted.length === 0 ? [{}] : wanted).map((one) => allocate(call, network.id, one));
    row.fixed_ips = fixed.filter((one) => one.ip_address !== undefined);
    if (given.security_groups === undefined) {
      const own = rowsOf(call, 'security-groups').filter(
        (one) => one.tenant_id === row.tenant_id && one.name === 'default',
      );
      row.security_groups = own.map(({ id }) => id);
    }
  },
  removed(call, { id, device_owner }) {
    const owner = asText(device_owner) ?? '';
    if (/^network:(router|floatingip)/.test(owner)) {
      const why = `it has the device owner ${owner}.`;
      throw conflict('ServicePortInUse', `Port ${id} cannot be deleted directly via the port API: ${why}`);
    }
    for (const address of rowsOf(call, 'floatingips').filter((row) => row.port_id === id)) release(address);
  },
};

function release(address: NetworkRow): void {
  Object.assign(address, { port_id: null, fixed_ip_address: null, router_id: null, status: 'DOWN' });
}

/** The router that leads from a network to the outside. */
function routerOf(call: NetworkCall, networkId: unknown): string | null {
  const port = rowsOf(call, 'ports').find(
    (row) => row.network_id === networkId && row.device_owner === 'network:router_interface',
  );
  return port === undefined ? null : String(port.device_id);
}

function associate(call: NetworkCall, row: NetworkRow, portId: string): void {
  const port = find(call, 'ports', portId, portError);
  const [fixed] = list(port.fixed_ips);
  Object.assign(row, {
    port_id: port.id,
    fixed_ip_address: fixed?.ip_address ?? null,
    router_id: routerOf(call, port.network_id),
    status: 'ACTIVE',
  });
}

export const floatingIpHooks: Hooks = {
  created(call, row, given) {
    const network = find(call, 'networks', row.floating_network_id, networkError);
    if (network['router:external'] !== true) {
      throw badRequest(`Network ${network.id} is not a valid external network`);
    }
    const { ip_address: address } = allocate(call, network.id, {
      ip_address: asText(given.floating_ip_address),
      subnet_id: asText(given.subnet_id),
    });
    row.floating_ip_address = address ?? null;
    rowsOf(call, 'ports').push({
      id: randomUUID(),
      tenant_id: '',
      network_id: network.id,
      mac_address: mac('floatingip', row.id),
      status: 'N/A',
      device_id: row.id,
      device_owner: 'network:floatingip',
      fixed_ips: [{ ip_address: address, subnet_id: (network.subnets as string[])[0] ?? null }],
    });
    delete row.subnet_id;
    const portId = asText(given.port_id);
    if (portId !== undefined) associate(call, row, portId);
  },
  updated(call, row, given) {
    if (!('port_id' in given)) return;
    const portId = asText(given.port_id);
    if (portId === undefined) release(row);
    else associate(call, row, portId);
  },
  removed(call, { id }) {
    const ports = rowsOf(call, 'ports');
    const at = ports.findIndex((row) => row.device_id === id);
    if (at >= 0) ports.splice(at, 1);
  },
};

export const routerHooks: Hooks = {
  removed(call, { id }) {
    const interfaces = rowsOf(call, 'ports').filter(
      (row) => row.device_id === id && row.device_owner === 'network:router_interface',
    );
    if (interfaces.length > 0) throw conflict('RouterInUse', `Router ${id} still has ports`);
  },
};

export const securityGroupHooks: Hooks = {
  created(call, row) {
    const rules = ['IPv4', 'IPv6'].map((ethertype) => ({
      id: randomUUID(),
      tenant_id: row.tenant_id,
      security_group_id: row.id,
      direction: 'egress',
      ethertype,
      created_at: timeOf(call),
      updated_at: timeOf(call),
    }));
    rowsOf(call, 'security-group-rules').push(...rules);
  },
  removed(call, { id, name }) {
    if (name === 'default' && !call.caller.admin) {
      throw conflict('SecurityGroupCannotRemoveDefault', 'Insufficient rights for removing default security group.');
    }
    const used = rowsOf(call, 'ports').some(({ security_groups: own }) => Array.isArray(own) && own.includes(id));
    if (used) throw conflict('SecurityGroupInUse', `Security Group ${id} in use.`);
    const rules = rowsOf(call, 'security-group-rules');
    for (const row of rules.filter((one) => one.security_group_id === id)) rules.splice(rules.indexOf(row), 1);
  },
};

export const ruleHooks: Hooks = {
  created(call, row) {
    find(call, 'security-groups', row.security_group_id, ['SecurityGroupNotFound', 'Security group % does not exist']);
    const { direction, ethertype } = row;
    if (direction !== 'ingress' && direction !== 'egress') {
      throw badRequest(`Invalid input for direction. Reason: '${direction}' is not in ['ingress', 'egress'].`);
    }
    row.ethertype = ethertype ?? 'IPv4';
    const same = rowsOf(call, 'security-group-rules').find((one) =>
      [
        'security_group_id',
        'direction',
        'ethertype',
        'protocol',
        'port_range_min',
        'port_range_max',
        'remote_ip_prefix',
        'remote_group_id',
      ].every((key) => (one[key] ?? null) === (row[key] ?? null)),
    );
    if (same !== undefined) {
      throw conflict('SecurityGroupRuleExists', `Security group rule already exists. Rule id is ${same.id}.`);
    }
  },
};
