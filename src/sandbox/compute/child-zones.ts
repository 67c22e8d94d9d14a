import { type Answer, json, Refusal } from '../call.js';
import type { ChildZone } from '../world-retired.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';

/**
 * `/zones[/detail|/info|/{id}]` of nova 2011.3, for administrators: clouds below a cloud, and what this one is capable of
 * (api/openstack/zones.py there).
 */
export function childZones(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, which, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  administratorsOnly(call, 'zones');
  const rows = call.cloud.world.retired.childZones;
  if (which === undefined || which === 'detail') return json(200, { zones: rows.map(view) });
  if (which === 'info') return json(200, { zone: { name: 'nova', hypervisor: 'xenserver;kvm', os: 'linux;windows' } });
  const found = rows.find(({ number }) => String(number) === which);
  if (found === undefined) throw new Refusal(404, `Zone ${which} could not be found.`);
  return json(200, { zone: view(found) });
}

function view(row: ChildZone): unknown {
  return {
    id: row.number,
    name: row.name,
    api_url: row.apiUrl,
    capabilities: row.capabilities,
    is_active: row.isActive,
    weight_offset: row.weightOffset,
    weight_scale: row.weightScale,
  };
}
