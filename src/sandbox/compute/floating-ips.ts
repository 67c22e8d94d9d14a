import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import type { FloatingIp } from '../world-network.js';
import { addressesOf, rangeOf } from './address-ranges.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';
import { accepted, answered, type ComputeResource, nextNumber, rowOf } from './kind.js';

function view(row: FloatingIp): unknown {
  return { id: row.number, ip: row.address, pool: row.pool, fixed_ip: row.fixedIp, instance_id: row.serverId };
}

const own: ComputeResource<FloatingIp> = {
  one: 'floating_ip',
  many: 'floating_ips',
  rows: ({ cloud }) => cloud.world.floatingIps,
  id: ({ number }) => String(number),
  sees: ({ caller }, { tenantId }) => tenantId === caller.token.tenantId,
  missing: (id) => `Floating IP not found for ID ${id}`,
  view: (_, row) => view(row),
};

/** `/os-floating-ips[/{id}]`, up to 2.35: the tenant's own. To have one is to be given one that nobody has. */
export function floatingIps(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (part !== undefined) return noRoute();
  const { tenantId = null } = call.caller.token;
  if (call.method === 'POST' && id === undefined) {
    const pool = asObject(parsed(call.body))?.pool;
    const named = typeof pool === 'string' ? pool : 'nova';
    const free = call.cloud.world.floatingIps.find(
      (row) => row.tenantId === null && row.serverId === null && row.pool === named,
    );
    if (free === undefined) {
      const known = call.cloud.world.floatingIps.some((row) => row.pool === named);
      throw new Refusal(404, known ? `No more floating IPs in pool ${named}.` : `Floating IP pool not found.`);
    }
    free.tenantId = tenantId;
    return json(200, { floating_ip: view(free) });
  }
  if (call.method === 'DELETE' && id !== undefined) {
    Object.assign(rowOf(call, own, id), { tenantId: null, serverId: null, fixedIp: null });
    return accepted();
  }
  return answered(call, own, id);
}

/** Makes the addresses of a range, or deletes them, for administrators. */
function changeRange(call: ComputeCall): Answer {
  const { world } = call.cloud;
  const body = asObject(parsed(call.body));
  const given = call.method === 'POST' ? asObject(body?.floating_ips_bulk_create) : body;
  const text = asText(given?.ip_range) ?? '';
  const range = rangeOf(text);
  if (given === undefined || range === undefined)
    throw new Refusal(400, `Invalid input received: Invalid address range ${text}`);
  const all = addressesOf(range);
  if (call.method === 'PUT') {
    world.floatingIps = world.floatingIps.filter(({ address }) => !all.includes(address));
    return json(200, { floating_ips_bulk_delete: text });
  }
  const taken = all.find((one) => world.floatingIps.some(({ address }) => address === one));
  if (taken !== undefined) throw new Refusal(409, `Floating IP ${taken} already exists.`);
  const [pool, device] = [asText(given.pool) ?? 'nova', asText(given.interface) ?? 'vlan20'];
  for (const address of all) {
    const number = nextNumber(world.floatingIps);
    world.floatingIps.push({ number, address, tenantId: null, serverId: null, fixedIp: null, pool, interface: device });
  }
  return json(200, { floating_ips_bulk_create: { ip_range: text, pool, interface: device } });
}

/** `/os-floating-ips-bulk[/{host}]`, up to 2.35: all there are, for administrators. */
export function floatingIpsBulk(call: ComputeCall): Answer {
  proxiesOnly(call);
  administratorsOnly(call, 'os-floating-ips-bulk');
  const [, host, part] = call.parts;
  const isChange = call.method === 'POST' ? host === undefined : call.method === 'PUT' && host === 'delete';
  if (part === undefined && isChange) return changeRange(call);
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  const { floatingIps: rows, servers } = call.cloud.world;
  const on = (row: FloatingIp): boolean =>
    host === undefined || servers.some((server) => server.id === row.serverId && server.host === host);
  const shown = rows.filter(on);
  if (host !== undefined && shown.length === 0) throw new Refusal(404, `Floating IP not found for host ${host}.`);
  return json(200, {
    floating_ip_info: shown.map((row) => ({
      address: row.address,
      pool: row.pool,
      interface: row.interface,
      project_id: row.tenantId,
      instance_uuid: row.serverId,
      fixed_ip: row.fixedIp,
    })),
  });
}

/** `/os-floating-ip-pools`, up to 2.35. */
export function floatingIpPools(call: ComputeCall): Answer {
  proxiesOnly(call);
  if (call.method !== 'GET' || call.parts.length > 1) return noRoute();
  const names = new Set(call.cloud.world.floatingIps.map(({ pool }) => pool));
  return json(200, { floating_ip_pools: [...names].map((name) => ({ name })) });
}

/** `/os-fixed-ips/{address}`, up to 2.35: whose an address is, for administrators. */
export function fixedIps(call: ComputeCall): Answer {
  proxiesOnly(call);
  administratorsOnly(call, 'os-fixed-ips');
  const [, address, part] = call.parts;
  const isChange = call.method === 'POST' && part === 'action';
  if (address === undefined || (!isChange && (call.method !== 'GET' || part !== undefined))) return noRoute();
  const { servers, networks, retired } = call.cloud.world;
  const holder = servers.find((server) => !server.deleted && server.addresses.some((one) => one.addr === address));
  const network = networks.find(({ cidr }) => address.startsWith(cidr.replace(/0\/24$/, '')));
  if (holder === undefined && network === undefined) {
    throw new Refusal(404, `Fixed IP not found for address ${address}.`);
  }
  if (isChange) {
    const [action] = Object.keys(asObject(parsed(call.body)) ?? {});
    if (action !== 'reserve' && action !== 'unreserve') throw new Refusal(400, 'Malformed request body');
    retired.reservedIps = retired.reservedIps.filter((one) => one !== address);
    if (action === 'reserve') retired.reservedIps.push(address);
    return accepted();
  }
  const reserved = call.minor >= 4 ? { reserved: retired.reservedIps.includes(address) } : {};
  return json(200, {
    fixed_ip: {
      address,
      cidr: network?.cidr ?? null,
      host: holder?.host ?? null,
      hostname: holder?.hostname ?? null,
      ...reserved,
    },
  });
}
