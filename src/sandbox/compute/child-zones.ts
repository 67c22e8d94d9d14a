import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import type { ChildZone } from '../world-retired.js';
import { boot } from './boot.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';
import { answered, type ComputeResource, nextNumber } from './kind.js';

/**
 * `/zones[/detail|/info|/{id}]` of nova 2011.3, for administrators: clouds below a cloud, and what this one is capable of
 * (api/openstack/zones.py there).
 */
export function childZones(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, which, part] = call.parts;
  if (part !== undefined) return noRoute();
  administratorsOnly(call, 'zones');
  if (call.method === 'POST' && which === 'boot') {
    const [made] = boot(call, asObject(asObject(parsed(call.body))?.server) ?? {});
    return json(200, { reservation_id: made?.reservationId ?? null });
  }
  if (call.method === 'GET' && which === 'info')
    return json(200, { zone: { name: 'nova', hypervisor: 'xenserver;kvm', os: 'linux;windows' } });
  return answered(call, zones, which === 'detail' && call.method === 'GET' ? undefined : which);
}

const zones: ComputeResource<ChildZone> = {
  one: 'zone',
  many: 'zones',
  rows: ({ cloud }) => cloud.world.retired.childZones,
  id: ({ number }) => String(number),
  missing: (id) => `Zone ${id} could not be found.`,
  view: (_, row) => view(row),
  create: (call, given) => {
    const apiUrl = asText(given.api_url);
    if (apiUrl === undefined) throw new Refusal(400, 'Malformed request body');
    const [weightOffset, weightScale] = [Number(given.weight_offset), Number(given.weight_scale)];
    const number = nextNumber(call.cloud.world.retired.childZones);
    // It is asked later what it is called and what it is capable of.
    return { number, name: 'n/a', apiUrl, capabilities: 'n/a', isActive: false, weightOffset, weightScale };
  },
  remove: () => undefined,
};

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
