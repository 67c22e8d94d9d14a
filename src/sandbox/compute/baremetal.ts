import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import type { Fields } from '../resource.js';
import type { BaremetalNode } from '../world-retired.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';
import { accepted, answered, type ComputeResource, nextNumber, rowOf } from './kind.js';

const nodes: ComputeResource<BaremetalNode> = {
  one: 'node',
  many: 'nodes',
  rows: ({ cloud }) => cloud.world.retired.baremetalNodes,
  id: ({ number }) => String(number),
  // Without a word of what was looked for, as there.
  missing: () => 'The resource could not be found.',
  rule: () => 'baremetal_nodes',
  view: (_, row) => view(row),
  create: (call, given) => create(call, given),
  remove: () => undefined,
};

/**
 * `/os-baremetal-nodes[/{id}[/action]]`, up to 2.35, for administrators (nova 2013.2
 * api/openstack/compute/contrib/baremetal_nodes.py).
 */
export function baremetalNodes(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part, more] = call.parts;
  if (part === undefined) return answered(call, nodes, id);
  if (part !== 'action' || more !== undefined || id === undefined || call.method !== 'POST') return noRoute();
  administratorsOnly(call, 'baremetal_nodes');
  const node = rowOf(call, nodes, id);
  const body = asObject(parsed(call.body));
  const added = asObject(body?.add_interface);
  const address = asText((added ?? asObject(body?.remove_interface))?.address);
  if (address === undefined) throw new Refusal(400, 'Malformed request body');
  if (added !== undefined) {
    const number = nextNumber(call.cloud.world.retired.baremetalNodes.flatMap(({ interfaces }) => interfaces));
    const made = { number, address, datapathId: textOrNull(added.datapath_id), portNo: numberOrNull(added.port_no) };
    node.interfaces.push(made);
    return json(200, { interface: interfaceView(made) });
  }
  if (!node.interfaces.some((one) => one.address === address))
    throw new Refusal(404, 'The resource could not be found.');
  node.interfaces = node.interfaces.filter((one) => one.address !== address);
  return accepted();
}

/** A node with the interface that it is set up by. The password for its power is kept by nobody. */
function create(call: ComputeCall, given: Fields): BaremetalNode {
  const rows = call.cloud.world.retired.baremetalNodes;
  const address = asText(given.prov_mac_address);
  const number = nextNumber(rows.flatMap(({ interfaces }) => interfaces));
  return {
    number: nextNumber(rows),
    cpus: Number(given.cpus),
    memoryMb: Number(given.memory_mb),
    localGb: Number(given.local_gb),
    pmAddress: textOrNull(given.pm_address),
    pmUser: textOrNull(given.pm_user),
    serviceHost: String(given.service_host),
    terminalPort: numberOrNull(given.terminal_port),
    instanceId: null,
    interfaces: address === undefined ? [] : [{ number, address, datapathId: null, portNo: null }],
  };
}

const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

const interfaceView = ({ number, address, datapathId, portNo }: BaremetalNode['interfaces'][0]): unknown => ({
  id: number,
  address,
  datapath_id: datapathId,
  port_no: portNo,
});

function view(row: BaremetalNode): unknown {
  return {
    id: row.number,
    cpus: row.cpus,
    local_gb: row.localGb,
    memory_mb: row.memoryMb,
    pm_address: row.pmAddress,
    pm_user: row.pmUser,
    service_host: row.serviceHost,
    terminal_port: row.terminalPort,
    instance_uuid: row.instanceId,
    task_state: null,
    interfaces: row.interfaces.map(interfaceView),
  };
}
