/** Values of instances as JSON, for people who ask for whole instances. */
import type { Value } from './instance.js';

/** Properties that are arrays, though one element alone looks like a value. */
const ARRAYS = new Set([
  'AllocatedGPU',
  'BootOrder',
  'BootSourceOrder',
  'Dedicated',
  'GuestExchangeItems',
  'GuestIntrinsicExchangeItems',
  'HostExchangeItems',
  'HostOnlyItems',
  'IdentifyingDescriptions',
  'Notes',
  'OperationalStatus',
  'OtherIdentifyingInfo',
  'PowerManagementCapabilities',
  'Roles',
  'StatusDescriptions',
]);

/** Numbers stay text: nothing says of what type a property is, and some are longer than a double. */
export function plainValue(name: string, values: readonly Value[]): unknown {
  const [first] = values;
  if (values.length > 1 || (ARRAYS.has(name) && first !== null && first !== undefined)) return values.map(plain);
  return first === undefined ? null : plain(first);
}

function plain(value: Value): unknown {
  if (value === null || typeof value === 'string') return value;
  if ('selectors' in value) return { class: value.resource.replace(/^.*\//, ''), ...value.selectors };
  return Object.fromEntries([...value.properties].map(([name, values]) => [name, plainValue(name, values)]));
}
