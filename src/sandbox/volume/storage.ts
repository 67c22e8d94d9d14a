import { type Answer, json, Refusal } from '../call.js';
import type { VolumeService } from '../world-volume.js';
import { administratorsOnly, isReading, isTrue, since, type VolumeCall } from './call.js';

/** What is behind the hosts: pools, capabilities, workers, and what cinder does not know; for administrators. */

/** `/scheduler-stats/get_pools[?detail=]`: one pool for each host. */
export function pools(call: VolumeCall): Answer | undefined {
  const [, what, more] = call.parts;
  if (!isReading(call) || what !== 'get_pools' || more !== undefined) return undefined;
  administratorsOnly(call, 'scheduler_extension:scheduler_stats:get_pools');
  const { volumeServices: rows, volumes } = call.cloud.world;
  const name = call.query.get('name');
  const shown = rows.flatMap(({ host, binary, up }) => {
    const pool = `${host}#LVM`;
    if (binary !== 'cinder-volume' || !up || (name !== null && name !== pool)) return [];
    if (!isTrue(call.query.get('detail'))) return [{ name: pool }];
    const used = volumes.filter((row) => row.host === host).reduce((total, { size }) => total + size, 0);
    return [
      {
        name: pool,
        capabilities: {
          pool_name: 'LVM',
          total_capacity_gb: 1000,
          free_capacity_gb: 1000 - used,
          provisioned_capacity_gb: used,
          allocated_capacity_gb: used,
          reserved_percentage: 0,
          max_over_subscription_ratio: 20,
          thin_provisioning_support: false,
          thick_provisioning_support: true,
          QoS_support: false,
          volume_backend_name: 'lvm',
          storage_protocol: 'iSCSI',
          vendor_name: 'Open Source',
          driver_version: '3.0.0',
          timestamp: '2013-02-25T19:32:30.000000',
        },
      },
    ];
  });
  return json(200, { pools: shown });
}

/** `/capabilities/{host}`: what the storage behind a host can do. */
export function capabilities(call: VolumeCall): Answer | undefined {
  const [, host = '', more] = call.parts;
  if (!isReading(call) || more !== undefined) return undefined;
  administratorsOnly(call, 'volume_extension:capabilities');
  const known = call.cloud.world.volumeServices.some((row) => row.host === host && row.binary === 'cinder-volume');
  if (!known) throw new Refusal(404, `Can't find service: ${host}`);
  const property = (title: string, description: string) => ({ title, description, type: 'boolean' });
  return json(200, {
    namespace: `OS::Storage::Capabilities::${host}`,
    vendor_name: 'Open Source',
    volume_backend_name: 'lvm',
    pool_name: null,
    driver_version: '3.0.0',
    storage_protocol: 'iSCSI',
    display_name: null,
    description: null,
    visibility: null,
    replication_targets: [],
    properties: {
      thin_provisioning: property('Thin Provisioning', 'Whether volumes take room as they are written.'),
      compression: property('Compression', 'Whether volumes are compressed.'),
      qos: property('QoS', 'Whether a volume can be held to a rate.'),
      replication_enabled: property('Replication', 'Whether volumes are kept twice.'),
    },
  });
}

/** `POST /workers/cleanup`: nothing was left undone. */
export function workers(call: VolumeCall): Answer | undefined {
  if (call.method !== 'POST' || call.parts[1] !== 'cleanup') return undefined;
  since(call, 24);
  administratorsOnly(call, 'workers:cleanup');
  const services = call.cloud.world.volumeServices.filter(({ binary }) => binary === 'cinder-volume');
  const view = ({ host, binary }: VolumeService, at: number) => ({ id: at + 1, host, binary, cluster_name: null });
  return json(202, {
    cleaning: services.filter(({ up }) => up).map(view),
    unavailable: services.filter(({ up }) => !up).map(view),
  });
}

/** `/os-volume-manage`, `/manageable_volumes` and the same of snapshots: what a host has that cinder does not know. */
export function manageable(call: VolumeCall): Answer | undefined {
  const [kind = '', id, more] = call.parts;
  if (!isReading(call) || more !== undefined || (id !== undefined && id !== 'detail')) return undefined;
  const ofVolumes = kind === 'os-volume-manage' || kind === 'manageable_volumes';
  administratorsOnly(call, `${ofVolumes ? 'volume' : 'snapshot'}_extension:list_manageable`);
  if (kind.startsWith('manageable')) since(call, 8);
  const host = call.query.get('host') ?? call.query.get('cluster');
  if (host === null) throw new Refusal(400, 'Host or cluster is missing in the request.');
  const name = host.split('#')[0] ?? '';
  if (!call.cloud.world.volumeServices.some((row) => row.host === name)) {
    throw new Refusal(400, `Invalid input received: Service cinder-volume could not be found on host ${name}.`);
  }
  const rows = ofVolumes ? foreignVolumes(call, name) : foreignSnapshots(call, name);
  const brief = id === undefined ? ['reference', 'size', 'safe_to_manage', 'source_reference'] : undefined;
  const shown = rows.map((row) =>
    brief === undefined ? row : Object.fromEntries(Object.entries(row).filter(([key]) => brief.includes(key))),
  );
  return json(200, { [ofVolumes ? 'manageable-volumes' : 'manageable-snapshots']: shown });
}

/** The volumes that are cinder's own already, and one that is nobody's. */
function foreignVolumes({ cloud: { world } }: VolumeCall, host: string): object[] {
  const own = world.volumes
    .filter((row) => row.host === host)
    .map(({ id, size }) => ({
      reference: { 'source-name': `volume-${id}` },
      size,
      safe_to_manage: false,
      reason_not_safe: 'already managed',
      cinder_id: id,
      extra_info: null,
    }));
  const lost = {
    reference: { 'source-name': 'old-backup' },
    size: 5,
    safe_to_manage: true,
    reason_not_safe: null,
    cinder_id: null,
    extra_info: null,
  };
  return [...own, lost];
}

function foreignSnapshots({ cloud: { world } }: VolumeCall, host: string): object[] {
  const volumes = world.volumes.filter((row) => row.host === host);
  return world.snapshots
    .filter(({ volumeId }) => volumes.some(({ id }) => id === volumeId))
    .map(({ id, size, volumeId }) => ({
      reference: { 'source-name': `snapshot-${id}` },
      size,
      safe_to_manage: false,
      reason_not_safe: 'already managed',
      extra_info: null,
      cinder_id: id,
      source_reference: { 'source-name': `volume-${volumeId}` },
    }));
}
