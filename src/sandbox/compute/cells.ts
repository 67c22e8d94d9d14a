import { type Answer, json, Refusal } from '../call.js';
import type { Cell } from '../world-retired.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';

/**
 * Cells of the first kind, for administrators: `/os-cells[/detail|/info|/capacities]`, `/os-cells/{name}[/capacities]`
 * (nova 2014.1 api/openstack/compute/contrib/cells.py). Served as long as the proxies are.
 */
export function cells(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, name, part, more] = call.parts;
  if (call.method !== 'GET' || more !== undefined) return noRoute();
  administratorsOnly(call, 'cells');
  const all = call.cloud.world.retired.cells;
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
