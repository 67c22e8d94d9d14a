import { Refusal } from '../call.js';
import type { ComputeCall } from './call.js';

/**
 * The query of `GET /servers` before anything is looked up: what nova's schemas allow
 * (nova/api/openstack/compute/schemas/servers.py, query_params_v21 to v275).
 */

const sortKeys =
  'access_ip_v4 access_ip_v6 auto_disk_config availability_zone config_drive created_at display_description ' +
  'display_name host hostname image_ref instance_type_id kernel_id key_name launch_index launched_at locked_by node ' +
  'power_state progress project_id ramdisk_id root_device_name task_state terminated_at updated_at user_id uuid vm_state';

/** Taken and passed over, because the days before schemas took them. */
const ignoredKeys =
  'architecture cell_name cleaned default_ephemeral_device default_swap_device deleted deleted_at disable_terminate ' +
  'ephemeral_gb ephemeral_key_uuid id key_data launched_on locked memory_mb os_type reservation_id root_gb ' +
  'shutdown_terminate user_data vcpus vm_mode';

const joined = 'block_device_mapping services metadata system_metadata info_cache security_groups pci_devices';

const regexParameters =
  'kernel_id ramdisk_id hostname key_name power_state node flavor reservation_id launched_at terminated_at ' +
  'availability_zone name display_name description display_description locked_by root_device_name config_drive ' +
  'access_ip_v4 access_ip_v6 auto_disk_config progress ip ip6 created_at tags tags-any not-tags not-tags-any';

const otherParameters =
  'user_id project_id tenant_id launch_index image_ref image vm_state task_state host uuid sort_key sort_dir ' +
  'all_tenants soft_deleted deleted status changes-since changes-before limit marker page_size locked';

const words = (text: string): string[] => text.split(' ');
const known = new Set([...words(regexParameters), ...words(otherParameters), ...words(joined)]);

function bad(parameter: string, value: string, why: string): Refusal {
  return new Refusal(400, `Invalid input for query parameters ${parameter}. Value: ${value}. ${why}`);
}

/** The pattern of a filter. Refuses what is none, as nova does with what Python cannot compile. */
export function pattern(parameter: string, value: string, start = ''): RegExp {
  try {
    return new RegExp(start + value, 'u');
  } catch {
    try {
      return new RegExp(start + value);
    } catch {
      throw bad(parameter, value, `'${value}' is not a 'regex'`);
    }
  }
}

/** A limit of a list: `undefined` when there is none. */
export function limitOf(call: ComputeCall): number | undefined {
  const text = call.query.get('limit');
  if (text === null) return undefined;
  if (!/^\d*$/.test(text)) throw bad('limit', text, `'${text}' does not match '^[0-9]*$'`);
  if (text === '') throw new Refusal(400, 'limit must be an integer');
  return Number(text);
}

/** A time of the query in milliseconds since 1970. @throws Refusal for what is none */
export function dateOf(call: ComputeCall, parameter: string): number | undefined {
  const text = call.query.get(parameter);
  if (text === null) return undefined;
  // Python's isotime takes a plain date and times without a zone, which are UTC.
  const zoned = /[zZ]$|[+-]\d\d:?\d\d$/.test(text) || !/[tT ]\d\d/.test(text) ? text : `${text}Z`;
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(zoned) : Number.NaN;
  if (Number.isNaN(time)) throw bad(parameter, text, `'${text}' is not a 'date-time'`);
  return time;
}

/** oslo.utils' idea of yes and no; `undefined` for anything else. */
export function truth(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (['1', 't', 'true', 'on', 'y', 'yes'].includes(word)) return true;
  return ['0', 'f', 'false', 'off', 'n', 'no'].includes(word) ? false : undefined;
}

/** oslo's bool_from_string, strict. @throws Refusal for any other word */
export function strictTruth(text: string): boolean {
  const value = truth(text);
  if (value !== undefined) return value;
  const words = "'0', '1', 'f', 'false', 'n', 'no', 'off', 'on', 't', 'true', 'y', 'yes'";
  throw new Refusal(400, `Invalid input received: Unrecognized value '${text}', acceptable values are: ${words}`);
}

/** Refuses the queries that nova's schema refuses, with its words. */
export function checkQuery(call: ComputeCall): void {
  for (const name of words(regexParameters)) {
    for (const value of call.query.getAll(name)) pattern(name, value);
  }
  limitOf(call);
  dateOf(call, 'changes-since');
  if (call.minor >= 66) dateOf(call, 'changes-before');
  const ignored = words(ignoredKeys).filter((key) => call.minor < 73 || key !== 'locked');
  const allowed = [...(call.minor >= 73 ? ['locked'] : []), ...words(sortKeys), ...(call.minor >= 75 ? [] : ignored)];
  for (const key of call.query.getAll('sort_key')) {
    if (!allowed.includes(key)) {
      throw bad('sort_key', key, `'${key}' is not one of [${allowed.map((one) => `'${one}'`).join(', ')}]`);
    }
  }
  if (call.minor < 75) return;
  const strange = [...new Set(call.query.keys())].filter((name) => !known.has(name) && !name.startsWith('_')).sort();
  if (strange.length > 0) {
    const list = strange.map((name) => `'${name}'`).join(', ');
    const were = strange.length === 1 ? 'was' : 'were';
    throw new Refusal(400, `Additional properties are not allowed (${list} ${were} unexpected)`);
  }
}

/** Fields that hang on other tables cannot be filtered by. */
export function checkFields(names: Iterable<string>): void {
  for (const name of names) {
    if (words(joined).includes(name) || name.startsWith('_')) throw new Refusal(400, `Invalid filter field: ${name}.`);
  }
}

export interface SortKey {
  readonly key: string;
  readonly descending: boolean;
}

/**
 * The order of a list. What is not given is newest first; ties are broken by time and number, in the direction that
 * comes first (oslo.db's process_sort_params).
 */
export function sortOrder(call: ComputeCall): SortKey[] {
  const keys = call.query.getAll('sort_key').map((key) => key.trim());
  const directions = call.query.getAll('sort_dir').map((direction) => direction.trim());
  if (keys.length === 0) keys.push('created_at');
  if (directions.length === 0) directions.push('desc');
  const ignored = new Set(words(ignoredKeys).filter((key) => call.minor < 73 || key !== 'locked'));
  const pairs = keys.map((key, at) => ({ key, direction: directions[at] }));
  const extra = directions.slice(keys.length);
  const kept = pairs.filter(({ key }) => !ignored.has(key));
  for (const { key } of kept) {
    if ((key === 'host' || key === 'node') && !call.caller.admin) {
      throw new Refusal(403, `Only administrators can sort servers by ${key}`);
    }
  }
  if (extra.length > 0) {
    throw new Refusal(400, 'Invalid input received: Sort direction array size exceeds sort key array size.');
  }
  const first = kept[0]?.direction ?? directions[0] ?? 'desc';
  const order: SortKey[] = [];
  for (const { key, direction = first } of [
    ...kept,
    { key: 'created_at', direction: first },
    { key: 'number', direction: first },
  ]) {
    if (direction !== 'asc' && direction !== 'desc') {
      throw new Refusal(400, "Invalid input received: Unknown sort direction, must be 'desc' or 'asc'.");
    }
    if (!order.some((one) => one.key === key)) order.push({ key, descending: direction === 'desc' });
  }
  return order;
}
