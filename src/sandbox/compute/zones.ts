import { type Answer, json } from '../call.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** `/os-availability-zone`, and for administrators `/os-availability-zone/detail` with hosts and services. */
export function zones(call: ComputeCall): Answer {
  const [, part, more] = call.parts;
  if (call.method !== 'GET' || more !== undefined || (part !== undefined && part !== 'detail')) return noRoute();
  const services = call.cloud.world.computeServices.filter(({ enabled }) => enabled);
  const names = [...new Set(services.map(({ zone }) => zone))].sort();
  if (part === undefined) {
    // The zone of the services themselves is kept from view.
    const shown = names.filter((name) => name !== 'internal');
    return json(200, {
      availabilityZoneInfo: shown.map((zoneName) => ({ zoneName, zoneState: { available: true }, hosts: null })),
    });
  }
  administratorsOnly(call, 'os-availability-zone:detail');
  return json(200, {
    availabilityZoneInfo: names.map((zoneName) => {
      const hosts: Record<string, Record<string, unknown>> = {};
      for (const row of services.filter(({ zone }) => zone === zoneName)) {
        hosts[row.host] = {
          ...hosts[row.host],
          [row.binary]: { available: row.up, active: row.enabled, updated_at: row.updated },
        };
      }
      return { zoneName, zoneState: { available: true }, hosts };
    }),
  });
}
