import { type Answer, json } from '../call.js';
import { uuid } from '../ids.js';
import type { ComputeService } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** From 2.53 on services and hypervisors go by UUIDs. */
export function serviceId(call: ComputeCall, service: ComputeService): number | string {
  return call.minor >= 53 ? uuid('compute-service', service.binary, service.host) : service.number;
}

/** `/os-services`, with the filters `host` and `binary`; administrators only. */
export function services(call: ComputeCall): Answer {
  if (call.parts.length > 1 || (call.method !== 'GET' && call.method !== 'HEAD')) return noRoute();
  administratorsOnly(call, 'os-services:list');
  const host = call.query.get('host');
  const binary = call.query.get('binary');
  const rows = call.cloud.world.computeServices
    .filter((row) => (host === null || row.host === host) && (binary === null || row.binary === binary))
    .sort((a, b) => a.number - b.number);
  return json(200, {
    services: rows.map((row) => ({
      binary: row.binary,
      host: row.host,
      id: serviceId(call, row),
      zone: row.zone,
      status: row.enabled ? 'enabled' : 'disabled',
      state: row.up ? 'up' : 'down',
      updated_at: row.updated,
      disabled_reason: row.disabledReason,
      ...(call.minor >= 11 ? { forced_down: false } : {}),
    })),
  });
}
