import { type Answer, json, Refusal } from '../call.js';
import type { BaremetalNode } from '../world-retired.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';

/**
 * `/os-baremetal-nodes[/{id}]`, up to 2.35, for administrators (nova 2013.2
 * api/openstack/compute/contrib/baremetal_nodes.py).
 */
export function baremetalNodes(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  administratorsOnly(call, 'baremetal_nodes');
  const rows = call.cloud.world.retired.baremetalNodes;
  if (id === undefined) return json(200, { nodes: rows.map(view) });
  const found = rows.find(({ number }) => String(number) === id);
  // Without a word of what was looked for, as there.
  if (found === undefined) throw new Refusal(404, 'The resource could not be found.');
  return json(200, { node: view(found) });
}

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
    interfaces: row.interfaces.map(({ number, address, datapathId, portNo }) => ({
      id: number,
      address,
      datapath_id: datapathId,
      port_no: portNo,
    })),
  };
}
