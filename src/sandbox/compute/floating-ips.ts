import { type Answer, json, Refusal } from '../call.js';
import type { FloatingIp } from '../world-network.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';

function view(row: FloatingIp): unknown {
  return { id: row.number, ip: row.address, pool: row.pool, fixed_ip: row.fixedIp, instance_id: row.serverId };
}

/** `/os-floating-ips[/{id}]`, up to 2.35: the tenant's own. */
export function floatingIps(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  const own = call.cloud.world.floatingIps.filter(({ tenantId }) => tenantId === call.caller.token.tenantId);
  if (id === undefined) return json(200, { floating_ips: own.map(view) });
  const found = own.find(({ number }) => String(number) === id);
  if (found === undefined) throw new Refusal(404, `Floating IP not found for ID ${id}`);
  return json(200, { floating_ip: view(found) });
}

/** `/os-floating-ips-bulk[/{host}]`, up to 2.35: all there are, for administrators. */
export function floatingIpsBulk(call: ComputeCall): Answer {
  proxiesOnly(call);
  administratorsOnly(call, 'os-floating-ips-bulk');
  const [, host, part] = call.parts;
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
  if (call.method !== 'GET' || address === undefined || part !== undefined) return noRoute();
  const { servers, networks } = call.cloud.world;
  const holder = servers.find((server) => !server.deleted && server.addresses.some((one) => one.addr === address));
  const network = networks.find(({ cidr }) => address.startsWith(cidr.replace(/0\/24$/, '')));
  if (holder === undefined && network === undefined) {
    throw new Refusal(404, `Fixed IP not found for address ${address}.`);
  }
  return json(200, {
    fixed_ip: { address, cidr: network?.cidr ?? null, host: holder?.host ?? null, hostname: holder?.hostname ?? null },
  });
}
