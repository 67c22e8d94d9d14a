/**
 * Every verb with `--wait`: a line of it on the embedded cloud, and how its end is seen. The lines share two clouds, and
 * are run in this order: each leaves its server as the next one needs it.
 */

import type { World } from '../../src/sandbox/world.js';

/** What is looked at. */
type Server = 'server' | 'live' | 'deleting' | 'made together' | 'address' | 'migration' | 'dump';
type Seen = Server | 'interface' | 'old interface' | 'image' | 'volume' | 'snapshot';

export interface Waited {
  readonly line: string;
  readonly sees: Seen;
  /** How the cloud has to be first. */
  readonly first?: (world: World) => void;
  /** The cloud that has it: of today (default), or of 2013. */
  readonly cloud?: '2013';
  /** Requests about what was made that come before it is waited for: it is shown first. */
  readonly shows?: number;
  /** Why no failure of it can be seen. */
  readonly neverFails?: string;
  /** How what was changed is in the cloud afterwards: a line that reads, and what it says. */
  readonly after: readonly [line: string, said: RegExp];
  /** Where the service says that it goes on: the file in nova of Zed, or of the release that had it. */
  readonly source: string;
}

const status = (wanted: string): Waited['after'] => ['show monitor', new RegExp(`\\| status +\\| ${wanted} +\\|`)];
const host = (wanted: string): Waited['after'] => ['show monitor', new RegExp(`SRV-ATTR:host +\\| ${wanted}\\.`)];
const volume = (id: string, wanted: string): Waited['after'] => [
  `volume-show ${id}`,
  new RegExp(`\\| status +\\| ${wanted} +\\|`),
];

/** The server of most lines, as it has to be. */
function monitorIn({ servers }: World, state: Partial<World['servers'][number]>): void {
  Object.assign(servers.find(({ id }) => id === MONITOR) ?? {}, state);
}

const TWIN = '20e46453-335e-4e73-bfb2-6f4e7f5d54d0';
const MONITOR = '487be216-e5d8-4373-9427-ab6fac6da321';
const BACKUP = '866cb05e-5177-40ec-9847-b8bea3c5947c';
const IMAGES = 'c4ff47fc-456c-4048-ba1a-0dee0509f491';
const NETWORK = '3df67919-9600-4ea8-952e-2a7be6f70774';
const told = 'the compute service notes no failure of it where an API would show it';

const servers = 'compute/servers.py';
const moves = 'compute/migrate_server.py';
const shelves = 'compute/shelve.py';
const suspends = 'compute/suspend_server.py';

export const waitedVerbs: Readonly<Record<string, Waited>> = {
  'nova stop': { line: 'stop monitor', sees: 'server', after: status('SHUTOFF'), source: servers },
  'nova start': { line: 'start monitor', sees: 'server', after: status('ACTIVE'), source: servers },
  'nova pause': { line: 'pause monitor', sees: 'server', after: status('PAUSED'), source: 'compute/pause_server.py' },
  'nova unpause': {
    line: 'unpause monitor',
    sees: 'server',
    after: status('ACTIVE'),
    source: 'compute/pause_server.py',
  },
  'nova suspend': { line: 'suspend monitor', sees: 'server', after: status('SUSPENDED'), source: suspends },
  'nova resume': { line: 'resume monitor', sees: 'server', after: status('ACTIVE'), source: suspends },
  'nova reboot': { line: 'reboot monitor', sees: 'server', after: status('ACTIVE'), source: servers },
  'nova rescue': { line: 'rescue monitor', sees: 'server', after: status('RESCUE'), source: 'compute/rescue.py' },
  'nova unrescue': { line: 'unrescue monitor', sees: 'server', after: status('ACTIVE'), source: 'compute/rescue.py' },
  'nova shelve': { line: 'shelve monitor', sees: 'server', after: status('SHELVED_OFFLOADED'), source: shelves },
  'nova shelve-offload': {
    line: 'shelve-offload monitor',
    sees: 'server',
    after: status('SHELVED_OFFLOADED'),
    source: shelves,
  },
  'nova unshelve': { line: 'unshelve monitor', sees: 'server', after: status('ACTIVE'), source: shelves },
  'nova resize': { line: 'resize monitor m1.large', sees: 'server', after: status('VERIFY_RESIZE'), source: servers },
  'nova resize-confirm': { line: 'resize-confirm monitor', sees: 'server', after: status('ACTIVE'), source: servers },
  'nova resize-revert': {
    ...{
      line: 'resize-revert monitor',
      first: (world) => monitorIn(world, { vmState: 'resized', before: { flavorId: '1', host: 'c01.example.com' } }),
      sees: 'server',
      after: status('ACTIVE'),
    },
    source: servers,
  },
  'nova rebuild': {
    ...{ line: 'rebuild monitor cirros-0.3.1-x86_64', sees: 'server', after: status('ACTIVE'), source: servers },
  },
  'nova migrate': { line: 'migrate monitor --host c02.example.com', sees: 'server', after: host('c02'), source: moves },
  'nova live-migration': {
    ...{
      line: 'live-migration monitor c03.example.com',
      first: (world) => monitorIn(world, { vmState: 'active' }),
      sees: 'live',
    },
    ...{ after: host('c03'), source: moves },
  },
  'nova-manage vm live_migration': {
    ...{ line: `nova-manage vm live_migration --ec2_id=${MONITOR} --dest=c02.example.com`, sees: 'live' },
    ...{ after: host('c02'), source: moves },
  },
  'nova-manage vm block_migration': {
    ...{ line: `nova-manage vm block_migration --ec2_id=${MONITOR} --dest=c04.example.com`, sees: 'live' },
    ...{ after: host('c04'), source: moves },
  },
  'nova evacuate': {
    ...{
      line: 'evacuate monitor c01.example.com',
      first: ({ computeServices }) =>
        void Object.assign(computeServices.find((one) => one.host === 'c04.example.com') ?? {}, { up: false }),
      sees: 'server',
    },
    ...{ after: host('c01'), source: 'compute/evacuate.py: 200, and the conductor is cast to' },
  },
  'nova host-evacuate': {
    ...{ line: 'host-evacuate c04 --target_host c02.example.com', sees: 'server' },
    ...{ after: ['hypervisor-servers c02', /initial|instance-/], source: 'compute/evacuate.py' },
  },
  'nova host-evacuate-live': {
    ...{ line: 'host-evacuate-live c01', sees: 'live', after: ['hypervisor-servers c01', /^(?!.*instance-)/s] },
    source: moves,
  },
  'nova host-servers-migrate': {
    ...{ line: 'host-servers-migrate c05', sees: 'server', after: ['hypervisor-servers c05', /^(?!.*instance-)/s] },
    source: moves,
  },
  'nova live-migration-force-complete': {
    ...{ line: 'live-migration-force-complete monitor 1', sees: 'migration' },
    ...{ after: ['migration-list', /\| 1 .* completed /], source: 'compute/server_migrations.py' },
  },
  'nova live-migration-abort': {
    ...{ line: 'live-migration-abort monitor 2', sees: 'migration' },
    ...{ after: ['migration-list', /\| 2 .* cancelled /], source: 'compute/server_migrations.py' },
  },
  'nova trigger-crash-dump': {
    ...{ line: 'trigger-crash-dump monitor', first: (world) => monitorIn(world, { vmState: 'active' }), sees: 'dump' },
    ...{ after: ['instance-action-list monitor', /trigger_crash_dump/], source: servers },
  },
  'nova add-fixed-ip': {
    ...{ line: `add-fixed-ip monitor ${NETWORK}`, sees: 'address', neverFails: told },
    ...{ after: ['show monitor', /test01 network +\| 10\.1\.0\.\d+/], source: 'compute/multinic.py' },
  },
  'nova remove-fixed-ip': {
    ...{ line: 'remove-fixed-ip monitor 10.1.0.8', sees: 'address', neverFails: told },
    ...{ after: ['show monitor', /^(?!.*10\.1\.0\.8[, ])/s], source: 'compute/multinic.py' },
  },
  'nova interface-attach': {
    ...{ line: `interface-attach ${TWIN} --net-id ${NETWORK}`, sees: 'interface' },
    ...{
      after: [`interface-list ${TWIN}`, /ACTIVE.*ACTIVE/s],
      source: 'compute/attach_interfaces.py: 200, once plugged',
    },
  },
  'nova interface-detach': {
    ...{ line: `interface-detach ${TWIN} 7eabd152-c94f-4775-b54e-61c368fc567f`, sees: 'old interface' },
    ...{ after: [`interface-list ${TWIN}`, /^(?!.*7eabd152)/s], source: 'compute/attach_interfaces.py' },
  },
  'nova volume-attach': {
    ...{ line: `volume-attach monitor ${BACKUP}`, sees: 'volume', after: volume(BACKUP, 'in-use') },
    source: 'compute/volumes.py: 200, and the compute service is cast to',
  },
  'nova volume-update': {
    ...{ line: `volume-update monitor ${BACKUP} ${IMAGES}`, sees: 'volume', after: volume(IMAGES, 'in-use') },
    source: 'compute/volumes.py',
  },
  'nova volume-detach': {
    ...{ line: `volume-detach monitor ${IMAGES}`, sees: 'volume', after: volume(IMAGES, 'available') },
    source: 'compute/volumes.py',
  },
  'nova image-create': {
    ...{
      line: 'image-create monitor first',
      sees: 'image',
      after: ['image-show first', /\| active /i],
      source: servers,
    },
  },
  'nova backup': {
    ...{ line: 'backup monitor daily daily 1', sees: 'image', shows: 1, after: ['image-show daily', /\| active /i] },
    source: 'compute/create_backup.py',
  },
  'nova image-delete': {
    ...{ line: 'image-delete first', sees: 'image', neverFails: 'an image has no state for it' },
    ...{
      after: ['image-list', /^(?!.*first)/s],
      source: 'glance/api/v2/images.py: pending_delete with delayed_delete',
    },
  },
  'nova volume-create': {
    ...{ line: 'volume-create 1 --display-name made', sees: 'volume', cloud: '2013' },
    ...{ after: volume('made', 'available'), source: 'cinder/api/v2/volumes.py' },
  },
  'nova volume-snapshot-create': {
    ...{ line: `volume-snapshot-create ${IMAGES} --display-name kept`, sees: 'snapshot', cloud: '2013' },
    ...{ after: ['volume-snapshot-show kept', /available/], source: 'cinder/api/v2/snapshots.py' },
  },
  'nova volume-snapshot-delete': {
    ...{ line: 'volume-snapshot-delete kept', sees: 'snapshot', cloud: '2013' },
    ...{ after: ['volume-snapshot-list', /^(?!.*kept)/s], source: 'cinder/api/v2/snapshots.py' },
  },
  'nova volume-delete': {
    ...{ line: 'volume-delete made', sees: 'volume', cloud: '2013' },
    ...{ after: ['volume-list', /^(?!.* made )/s], source: 'cinder/api/v2/volumes.py' },
  },
  'cinder-manage volume delete': {
    ...{ line: `cinder-manage volume delete ${IMAGES}`, sees: 'volume' },
    ...{ after: ['cinder list --all-tenants', /^(?!.*c4ff47fc)/s], source: 'cinder/api/contrib/admin_actions.py' },
  },
  'nova boot': {
    ...{ line: 'boot new --flavor 1 --image cirros-0.3.1-x86_64', sees: 'server', shows: 1 },
    ...{ after: ['show new', /\| ACTIVE /], source: servers },
  },
  'nova cloudpipe-create': {
    ...{ line: 'cloudpipe-create eeb92dd507e45e16026d69bd015acef7', sees: 'server', cloud: '2013' },
    ...{
      after: ['cloudpipe-list', /eeb92dd5/],
      source: 'nova 2013.1, compute/contrib/cloudpipe.py: 200, and one is booted',
    },
  },
  'nova zone-boot': {
    ...{
      line: 'zone-boot far --flavor 1 --image 2c2e33ef-24fb-4571-ac9c-8fe3aff7f464',
      sees: 'made together',
      cloud: '2013',
    },
    ...{
      after: ['show far', /\| ACTIVE /],
      source: 'nova 2011.3, api/openstack/zones.py: 200, and the scheduler is cast to',
    },
  },
  'nova delete': { line: 'delete new', sees: 'deleting', after: ['list', /^(?!.* new )/s], source: servers },
  'nova restore': {
    ...{
      line: `restore ${MONITOR}`,
      first: (world) => monitorIn(world, { vmState: 'soft-delete' }),
      sees: 'server',
      after: status('ACTIVE'),
      source: 'compute/deferred_delete.py',
    },
  },
  'nova force-delete': {
    ...{ line: 'force-delete monitor', sees: 'deleting', after: ['list', /^(?!.* monitor )/s] },
    source: 'compute/deferred_delete.py',
  },
};
