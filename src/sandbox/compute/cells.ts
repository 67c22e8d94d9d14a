import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import type { Cell } from '../world-retired.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';

/**
 * Cells of the first kind, for administrators: `/os-cells[/detail|/info|/capacities]`, `/os-cells/{name}[/capacities]`
 * (nova 2014.1 api/openstack/compute/contrib/cells.py). Served as long as the proxies are.
 */
export function cells(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, name, part, more] = call.parts;
  if (more !== undefined) return noRoute();
  administratorsOnly(call, 'cells');
  const all = call.cloud.world.retired.cells;
  if (call.method === 'POST' && name === undefined) return create(call);
  if (call.method === 'DELETE' && name !== undefined && part === undefined) {
    const at = all.findIndex((row) => row.name === name);
    if (at < 0) throw new Refusal(404, `Cell ${name} doesn't exist.`);
    all.splice(at, 1);
    return { ...nothing(), status: 200 };
  }
  if (call.method !== 'GET') return noRoute();
  if (part === undefined && (name === undefined || name === 'detail')) {
    const capabilities = name === 'detail' ? { capabilities: {} } : {};
    return json(200, { cells: all.map((row) => ({ ...view(row), ...capabilities })) });
  }
  if (name === 'info' && part === undefined) {
    const own = { name: 'nova', type: 'self', rpc_host: null, rpc_port: 0, username: null };
    return json(200, { cell: { ...own, capabilities: { hypervisor: 'xenserver;kvm', os: 'linux;windows' } } });
  }
  if (name === 'capacities' && part === undefined) return json(200, { cell: { capacities: capacities(all) } });
  const found = all.find((row) => row.name === name);
  if (part !== undefined && part !== 'capacities') return noRoute();
  if (found === undefined) {
    throw new Refusal(404, part === undefined ? `Cell ${name} doesn't exist.` : `Cell ${name} not found.`);
  }
  return json(200, { cell: part === undefined ? view(found) : { capacities: capacities([found]) } });
}

function create(call: ComputeCall): Answer {
  const { cells: all } = call.cloud.world.retired;
  const given = asObject(asObject(parsed(call.body))?.cell) ?? {};
  const [name, type = 'child'] = [asText(given.name), asText(given.type)];
  if (!name) throw new Refusal(400, 'Cell name cannot be empty');
  if (/[!.@]/.test(name)) throw new Refusal(400, "Cell name cannot contain '!', '.' or '@'");
  if (type !== 'parent' && type !== 'child') throw new Refusal(400, "Cell type must be 'parent' or 'child'");
  if (all.some((row) => row.name === name)) throw new Refusal(409, `Cell with name ${name} already exists.`);
  const row: Cell = {
    ...{ name, type, username: asText(given.username) ?? '', rpcHost: asText(given.rpc_host) ?? '' },
    ...{ rpcPort: Number(given.rpc_port ?? 0), ramFreeMb: 0, diskFreeMb: 0 },
  };
  all.push(row);
  return json(200, { cell: view(row) });
}

function view({ name, username, rpcHost, rpcPort, type }: Cell): Record<string, unknown> {
  return { name, username, rpc_host: rpcHost, rpc_port: rpcPort, type };
}

/** How many servers of each flavor's size there is room for (nova/cells/state.py). */
function capacities(rows: readonly Cell[]): unknown {
  const sum = (of: (row: Cell) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const units = (sizes: readonly number[], of: (row: Cell) => number): Record<string, number> =>
    Object.fromEntries(sizes.map((size) => [size, rows.reduce((total, row) => total + Math.floor(of(row) / size), 0)]));
  const [ram, disk] = [(row: Cell): number => row.ramFreeMb, (row: Cell): number => row.diskFreeMb];
  return {
    ram_free: { total_mb: sum(ram), units_by_mb: units([512, 2048, 4096, 8192, 16384], ram) },
    disk_free: { total_mb: sum(disk), units_by_mb: units([20480, 40960, 81920, 163840], disk) },
  };
}
