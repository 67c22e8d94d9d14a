import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import type { VolumeService } from '../world-volume.js';
import { administratorsOnly, isReading, since, type VolumeCall } from './call.js';

/** `/os-services`, `/os-hosts` and zones: where volumes are. */

/** `/os-services[?host=&binary=]`, `PUT /os-services/{action}`. */
export function volumeServices(call: VolumeCall): Answer | undefined {
  const [, action, more] = call.parts;
  if (more !== undefined) return undefined;
  const rows = call.cloud.world.volumeServices;
  if (action !== undefined) return call.method === 'PUT' ? changeService(call, action) : undefined;
  if (!isReading(call)) return undefined;
  administratorsOnly(call, call.version === 3 ? 'volume_extension:services:index' : 'volume_extension:services');
  const asked = (name: string, value: string): boolean => [null, value].includes(call.query.get(name));
  const shown = rows.filter(({ host, binary }) => asked('host', host) && asked('binary', binary));
  return json(200, { services: shown.map((row) => serviceView(call, row)) });
}

function serviceView({ version, minor }: VolumeCall, row: VolumeService): unknown {
  const stores = row.binary === 'cinder-volume';
  return {
    binary: row.binary,
    host: row.host,
    zone: row.zone,
    status: row.enabled ? 'enabled' : 'disabled',
    state: row.up ? 'up' : 'down',
    updated_at: row.updated,
    ...(minor >= 49 && stores ? { backend_state: row.up ? 'up' : 'down' } : {}),
    ...(minor >= 7 ? { cluster: null } : {}),
    ...(version === 1 ? {} : { disabled_reason: row.disabledReason ?? null }),
    ...(version === 3 && stores ? { replication_status: 'disabled', active_backend_id: null, frozen: false } : {}),
  };
}

function changeService(call: VolumeCall, action: string): Answer {
  const given = asObject(parsed(call.body)) ?? {};
  if (action === 'get-log' || action === 'set-log') return logLevels(call, action, given);
  administratorsOnly(call, 'volume_extension:services:update');
  if (action !== 'enable' && action !== 'disable' && action !== 'disable-log-reason') {
    throw new Refusal(400, 'Invalid input received: Unknown action');
  }
  const [host, binary] = [asText(given.host), asText(given.binary) ?? asText(given.service)];
  const row = call.cloud.world.volumeServices.find((one) => one.host === host && one.binary === binary);
  if (row === undefined) throw new Refusal(404, `Service ${binary} could not be found on host ${host}.`);
  row.enabled = action === 'enable';
  const reason = asText(given.disabled_reason);
  if (reason !== undefined) row.disabledReason = reason;
  else delete row.disabledReason;
  return json(200, {
    host,
    service: binary,
    disabled: !row.enabled,
    binary,
    status: row.enabled ? 'enabled' : 'disabled',
    ...(reason === undefined ? {} : { disabled_reason: reason }),
  });
}

/** `PUT /os-services/get-log`: a read; every service logs what is worth knowing and nothing more. */
function logLevels(call: VolumeCall, action: string, given: Readonly<Record<string, unknown>>): Answer {
  since(call, 32);
  administratorsOnly(call, 'volume_extension:services:update');
  if (action === 'set-log') return { ...nothing(), status: 202 };
  const wanted = asText(given.binary) ?? '*';
  const [server, prefix] = [asText(given.server), asText(given.prefix) ?? ''];
  const levels = Object.fromEntries(
    ['cinder', 'cinder.volume', 'oslo'].filter((name) => name.startsWith(prefix)).map((name) => [name, 'INFO']),
  );
  const services = call.cloud.world.volumeServices.filter(
    ({ host, binary, up }) => up && ['*', binary].includes(wanted) && [undefined, host].includes(server),
  );
  return json(200, { log_levels: services.map(({ host, binary }) => ({ host, binary, levels })) });
}

/** `/os-hosts[?zone=]`, `/os-hosts/{host}`. */
export function volumeHosts(call: VolumeCall): Answer | undefined {
  const [, host, more] = call.parts;
  if (!isReading(call) || more !== undefined) return undefined;
  administratorsOnly(call, 'volume_extension:hosts');
  const { volumeServices: rows, volumes, snapshots } = call.cloud.world;
  if (host === undefined) {
    const shown = rows.filter(({ zone }) => [null, zone].includes(call.query.get('zone')));
    return json(200, {
      hosts: shown.map((row) => ({
        'service-status': row.up ? 'available' : 'unavailable',
        service: row.binary,
        zone: row.zone,
        'service-state': row.enabled ? 'enabled' : 'disabled',
        host_name: row.host,
        'last-update': row.updated,
      })),
    });
  }
  if (!rows.some((row) => row.host === host)) throw new Refusal(404, `Host ${host} could not be found.`);
  const here = volumes.filter((row) => row.host === host);
  const sum = (project: string, own: typeof volumes): unknown => {
    const kept = snapshots.filter(({ volumeId }) => own.some(({ id }) => id === volumeId));
    return {
      resource: {
        host,
        project,
        volume_count: String(own.length),
        total_volume_gb: String(own.reduce((total, { size }) => total + size, 0)),
        snapshot_count: String(kept.length),
        total_snapshot_gb: String(kept.reduce((total, { size }) => total + size, 0)),
      },
    };
  };
  const tenants = [...new Set(here.map(({ tenantId }) => tenantId))];
  return json(200, {
    host: [
      sum('(total)', here),
      ...tenants.map((one) =>
        sum(
          one,
          here.filter(({ tenantId }) => tenantId === one),
        ),
      ),
    ],
  });
}

/** Which zones there are. */
export function volumeZones(call: VolumeCall): Answer | undefined {
  if (!isReading(call) || call.parts.length > 1) return undefined;
  const zones = [...new Set(call.cloud.world.volumeServices.map(({ zone }) => zone))];
  return json(200, {
    availabilityZoneInfo: zones.map((zoneName) => ({ zoneName, zoneState: { available: true } })),
  });
}
