import { type Answer, json, Refusal } from '../call.js';
import { hexId } from '../ids.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** `/os-migrations`, for administrators: nothing was moved yet in the embedded cloud. */
export function migrations(call: ComputeCall): Answer {
  if (call.method !== 'GET' || call.parts.length > 1) return noRoute();
  administratorsOnly(call, 'os-migrations:index');
  return json(200, { migrations: [] });
}

/** `/os-server-groups`: nobody made one. */
export function serverGroups(call: ComputeCall): Answer {
  const [, id, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  if (id !== undefined) throw new Refusal(404, `Instance group ${id} could not be found.`);
  return json(200, { server_groups: [] });
}

/** `/os-agents[?hypervisor=]`: builds of guest agents, which only Xen had; gone with its driver after 2.83. */
export function agents(call: ComputeCall): Answer {
  if (call.method !== 'GET' || call.parts.length > 1) return noRoute();
  administratorsOnly(call, 'os-agents');
  if (call.minor >= 84) throw new Refusal(410, 'This resource is no longer available. No forwarding address is given.');
  const wanted = call.query.get('hypervisor');
  const build = {
    agent_id: 1,
    hypervisor: 'xen',
    os: 'windows',
    architecture: 'x86_64',
    version: '1.0.0',
    md5hash: hexId('agent', '1.0.0'),
    url: 'http://cloud.example.com/agents/xen-windows-1.0.0.zip',
  };
  return json(200, { agents: wanted === null || wanted === build.hypervisor ? [build] : [] });
}
