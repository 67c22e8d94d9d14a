import { Refusal } from '../call.js';
import type { Server } from '../world.js';
import type { ComputeCall } from './call.js';
import { dateOf, pattern, type SortKey, strictTruth, truth } from './query.js';
import { statesOf } from './status.js';

type Test = (server: Server) => boolean;

/** What of a server a column of nova's database holds; `null` matches no pattern and sorts first. */
const columns: Readonly<Record<string, (server: Server) => string | number | boolean | null>> = {
  number: ({ number }) => number,
  uuid: ({ id }) => id,
  display_name: ({ name }) => name,
  display_description: ({ description }) => description,
  project_id: ({ tenantId }) => tenantId,
  user_id: ({ userId }) => userId,
  image_ref: ({ imageId }) => imageId,
  instance_type_id: ({ flavorId }) => flavorId,
  vm_state: ({ vmState }) => vmState,
  task_state: ({ taskState }) => taskState,
  power_state: ({ powerState }) => powerState,
  host: ({ host }) => host,
  node: ({ host }) => host,
  hostname: ({ hostname }) => hostname,
  key_name: ({ keyName }) => keyName,
  availability_zone: ({ availabilityZone }) => availabilityZone,
  config_drive: ({ configDrive }) => configDrive,
  progress: ({ progress }) => progress,
  root_device_name: ({ rootDevice }) => rootDevice,
  reservation_id: ({ reservationId }) => reservationId,
  created_at: ({ created }) => created,
  updated_at: ({ updated }) => updated,
  launched_at: ({ launched }) => launched,
  terminated_at: ({ terminated }) => terminated,
  launch_index: () => 0,
  kernel_id: () => '',
  ramdisk_id: () => '',
  access_ip_v4: () => null,
  access_ip_v6: () => null,
  auto_disk_config: () => false,
  locked: ({ locked }) => locked,
  locked_by: ({ locked }) => (locked ? 'owner' : null),
};

const renamed: Readonly<Record<string, string>> = {
  image: 'image_ref',
  name: 'display_name',
  tenant_id: 'project_id',
  description: 'display_description',
};

/** Compared as they are; all other columns by regular expression (nova/db/main/api.py). */
const exact = new Set(['project_id', 'user_id', 'image_ref', 'vm_state', 'uuid', 'host', 'task_state']);

/** Filters of members, up to which microversion on; the rest is passed over in silence. */
function memberFilters(minor: number): Set<string> {
  const names = ['reservation_id', 'name', 'status', 'image', 'flavor', 'ip', 'changes-since', 'all_tenants'];
  if (minor >= 5) names.push('ip6');
  if (minor >= 26) names.push('tags', 'tags-any', 'not-tags', 'not-tags-any');
  if (minor >= 66) names.push('changes-before');
  if (minor >= 73) names.push('locked');
  if (minor >= 83) {
    names.push('availability_zone', 'config_drive', 'key_name', 'created_at', 'launched_at', 'terminated_at');
    names.push('power_state', 'task_state', 'vm_state', 'progress', 'user_id');
  }
  if (minor >= 90) names.push('hostname');
  return new Set(names);
}

const paging = new Set(['sort_key', 'sort_dir', 'limit', 'marker']);

/** The filters that count for this caller, each with its last value. */
export function filtersOf(call: ComputeCall): Map<string, string> {
  const allowed = memberFilters(call.minor);
  const filters = new Map<string, string>();
  for (const [name, value] of call.query) {
    if (paging.has(name)) continue;
    if (call.caller.admin || allowed.has(name)) filters.set(name, value);
  }
  return filters;
}

/** One test for all filters; `undefined` when it is known that nothing can match. */
export function testOf(call: ComputeCall, filters: ReadonlyMap<string, string>): Test | undefined {
  const tests: Test[] = [];
  if (call.query.has('status')) {
    const wanted = statesOf(call.query.getAll('status'));
    if (wanted.vmStates.size === 0) {
      if (call.minor >= 38) throw new Refusal(400, 'Invalid status value');
      return undefined;
    }
    if (wanted.vmStates.has('deleted') && wanted.vmStates.size === 1 && !call.caller.admin) {
      throw new Refusal(403, 'Only administrators may list deleted instances');
    }
    tests.push(({ vmState, taskState }) => {
      return wanted.vmStates.has(vmState) && (wanted.taskStates.size === 0 || wanted.taskStates.has(taskState ?? ''));
    });
  }
  tests.push(...timeTests(call, filters));
  for (const [name, value] of filters) {
    const test = testFor(call, name, value);
    if (test === 'nothing') return undefined;
    if (test !== undefined) tests.push(test);
  }
  return (server) => tests.every((test) => test(server));
}

/** Deleted servers are hidden, unless they are asked for or everything that changed is. */
function timeTests(call: ComputeCall, filters: ReadonlyMap<string, string>): Test[] {
  const since = filters.has('changes-since') ? dateOf(call, 'changes-since') : undefined;
  const before = filters.has('changes-before') ? dateOf(call, 'changes-before') : undefined;
  if (since !== undefined && before !== undefined && before < since) {
    throw new Refusal(400, 'The value of changes-since must be less than or equal to changes-before.');
  }
  const tests: Test[] = [];
  if (since !== undefined) tests.push(({ updated }) => Date.parse(updated) >= since);
  if (before !== undefined) tests.push(({ updated }) => Date.parse(updated) <= before);
  const wantsDeleted = call.query.getAll('status').some((status) => status.toLowerCase() === 'deleted');
  const asked = filters.get('deleted');
  if (asked !== undefined || wantsDeleted) {
    const only = wantsDeleted || truth(asked ?? '') === true;
    tests.push(({ deleted }) => deleted === only);
  } else if (since === undefined && before === undefined) {
    tests.push(({ deleted }) => !deleted);
  }
  return tests;
}

function testFor(call: ComputeCall, name: string, value: string): Test | 'nothing' | undefined {
  const listed = value.split(',');
  switch (name) {
    case 'flavor':
      if (!call.cloud.world.flavors.some(({ id }) => id === value)) return 'nothing';
      return ({ flavorId }) => flavorId === value;
    case 'ip':
    case 'ip6': {
      const wanted = pattern(name, value, '^');
      const version = name === 'ip' ? 4 : 6;
      return ({ addresses }) =>
        addresses.some((one) => one.type === 'fixed' && one.version === version && wanted.test(one.addr));
    }
    case 'instance_name': {
      // Only the servers of the guide's time knew it.
      const wanted = pattern(name, value);
      return call.legacy ? (server) => wanted.test(instanceName(server)) : undefined;
    }
    case 'tags':
      return ({ tags }) => listed.every((tag) => tags.includes(tag));
    case 'tags-any':
      return ({ tags }) => listed.some((tag) => tags.includes(tag));
    case 'not-tags':
      return ({ tags }) => !listed.every((tag) => tags.includes(tag));
    case 'not-tags-any':
      return ({ tags }) => !listed.some((tag) => tags.includes(tag));
    case 'locked': {
      const wanted = strictTruth(value);
      return ({ locked }) => locked === wanted;
    }
  }
  const columnName = renamed[name] ?? name;
  const column = Object.hasOwn(columns, columnName) ? columns[columnName] : undefined;
  if (column === undefined || name === 'status' || (name === 'vm_state' && call.query.has('status'))) return undefined;
  if (exact.has(columnName)) return (server) => column(server) === value;
  const wanted = pattern(name, value);
  return (server) => {
    const held = column(server);
    return held !== null && wanted.test(String(held));
  };
}

/** nova.conf: instance_name_template, `instance-%08x`. */
export function instanceName({ number }: Server): string {
  return `instance-${number.toString(16).padStart(8, '0')}`;
}

/** Compares two servers in the order of a list. */
export function comparator(order: readonly SortKey[]): (a: Server, b: Server) => number {
  return (a, b) => {
    for (const { key, descending } of order) {
      const column = columns[key];
      const [x, y] = [column?.(a) ?? null, column?.(b) ?? null];
      if (x === y) continue;
      const less = x === null || (y !== null && x < y);
      return less === descending ? 1 : -1;
    }
    return 0;
  };
}
