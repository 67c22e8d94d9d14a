import { Failure } from '../../core/errors.js';
import { atLeast } from '../../lib/microversion.js';
import { pythonInt } from '../../lib/python/numbers.js';
import { pythonRepr } from '../../lib/python/repr.js';
import type { Json } from '../../lib/read.js';

/** The words of `--block-device`, and what the API calls them (novaclient v2/shell.py, CLIENT_BDM2_KEYS). */
const KEYS: Readonly<Record<string, string>> = {
  id: 'uuid',
  source: 'source_type',
  dest: 'destination_type',
  bus: 'disk_bus',
  device: 'device_name',
  size: 'volume_size',
  format: 'guest_format',
  bootindex: 'boot_index',
  type: 'device_type',
  shutdown: 'delete_on_termination',
  tag: 'tag',
  volume_type: 'volume_type',
};

interface Devices {
  readonly bootVolume?: string | undefined;
  readonly snapshot?: string | undefined;
  readonly blockDevice: readonly string[];
  readonly ephemeral: readonly string[];
  readonly swap?: string | undefined;
}

const firstOf = (uuid: string, source_type: string): Json => ({
  uuid,
  source_type,
  destination_type: 'volume',
  boot_index: 0,
  delete_on_termination: false,
});

const local = (more: Json): Json => ({
  source_type: 'blank',
  destination_type: 'local',
  boot_index: -1,
  delete_on_termination: true,
  ...more,
});

/**
 * The devices of a new server in novaclient's order (v2/shell.py, _parse_block_device_mapping_v2).
 * @param version the Compute microversion
 * @throws Failure in its sentences
 */
export function blockDevices(given: Devices, version: string | undefined): readonly Json[] {
  return [
    ...(given.bootVolume ? [firstOf(given.bootVolume, 'volume')] : []),
    ...(given.snapshot ? [firstOf(given.snapshot, 'snapshot')] : []),
    ...given.blockDevice.map((spec) => blockDevice(spec, version)),
    ...given.ephemeral.map((spec) => {
      const { size, format: guestFormat } = partsOf(spec);
      return local({
        ...(size !== undefined && { volume_size: size }),
        ...(guestFormat !== undefined && { guest_format: guestFormat }),
      });
    }),
    ...(given.swap ? [local({ guest_format: 'swap', volume_size: given.swap })] : []),
  ];
}

/** `a=1,b=2` */
function partsOf(spec: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    spec.split(',').map((part, at) => {
      const [key = '', value, ...more] = part.split('=');
      if (value === undefined) {
        const words = `Expected a comma-separated list of key=value pairs. '${part}' is not a key=value pair.`;
        throw new Failure(words, { name: 'ArgumentTypeError' });
      }
      if (more.length > 0) {
        const words = `dictionary update sequence element #${at} has length ${more.length + 2}; 2 is required`;
        throw new Failure(words, { name: 'ValueError', hint: `In '${spec}' a value has an equals sign.` });
      }
      return [key, value];
    }),
  );
}

function blockDevice(spec: string, version: string | undefined): Json {
  const parts = partsOf(spec);
  const hasTags = version === '2.32' || atLeast(version, '2.42');
  for (const [key, isServed] of [
    ['tag', hasTags],
    ['volume_type', atLeast(version, '2.67')],
  ] as const) {
    if (Object.hasOwn(parts, key) && !isServed) {
      throw new Failure(`'${key}' in block device mapping is not supported in API version ${version ?? '2.0'}.`);
    }
  }
  const device: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(parts)) {
    const name = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (name === undefined) {
      const hint = `The keys of --block-device are ${Object.keys(KEYS).join(', ')}.`;
      throw new Failure(pythonRepr(key), { name: 'KeyError', hint });
    }
    device[name] = value;
  }
  device.source_type = oneOf('source_type', ['volume', 'image', 'snapshot', 'blank'], device.source_type) ?? 'blank';
  const where = ['image', 'blank'].includes(String(device.source_type)) ? 'local' : 'volume';
  device.destination_type = oneOf('destination_type', ['local', 'volume'], device.destination_type) ?? where;
  const shutdown = device.delete_on_termination;
  if (shutdown !== undefined) {
    if (shutdown !== 'remove' && shutdown !== 'preserve') {
      throw new Failure(
        `The value of shutdown key of --block-device shall be either 'remove' or 'preserve' but it was '${shutdown}'`,
      );
    }
    device.delete_on_termination = shutdown === 'remove';
  } else if (device.destination_type === 'local') device.delete_on_termination = true;
  return device;
}

const SENTENCES: Readonly<Record<string, string>> = {
  source_type: "one of 'volume', 'image', 'snapshot' or 'blank'",
  destination_type: "either 'local' or 'volume'",
};

function oneOf(key: string, words: readonly string[], value: unknown): unknown {
  if (value === undefined || value === '') return undefined;
  if (words.includes(String(value))) return value;
  throw new Failure(`The value of ${key} key of --block-device should be ${SENTENCES[key]} but it was '${value}'`);
}

/** The older way: `vdb=ID:TYPE:SIZE:DELETE`, by device. @throws Failure for a word without an equals sign */
export function mappingsOf(words: readonly string[]): ReadonlyMap<string, string> {
  const byDevice = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 0) throw new Failure('not enough values to unpack (expected 2, got 1)', { name: 'ValueError' });
    byDevice.set(word.slice(0, at), word.slice(at + 1));
  }
  return byDevice;
}

/** These as the API takes them (novaclient base.py, _parse_block_device_mapping). @throws Failure for a size that is no number */
export function blockDeviceMapping(mappings: ReadonlyMap<string, string>): readonly Json[] {
  return [...mappings].map(([device_name, mapping]) => {
    const [id = '', type = '', size, remove] = mapping.split(':');
    return {
      device_name,
      [type.startsWith('snap') ? 'snapshot_id' : 'volume_id']: id,
      ...(size && { volume_size: String(pythonInt(size)) }),
      ...(remove !== undefined && { delete_on_termination: remove }),
    };
  });
}
