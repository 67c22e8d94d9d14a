import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import { hexId, uuid } from '../ids.js';
import type { Fields } from '../resource.js';
import type { Volume } from '../world-volume.js';
import { administratorsOnly, isReading, tablesOf, timeOf, type VolumeCall } from './call.js';
import { begin } from './tasks.js';
import { deleteVolume } from './volumes.js';

/** `/volumes/{id}/metadata[/{key}]` and the same of snapshots. */
export function metadataOf(
  call: VolumeCall,
  row: { id: string; metadata?: Record<string, string> },
  noun: string,
): Answer | undefined {
  const [, , , key] = call.parts;
  const held = row.metadata ?? {};
  const given = asObject(parsed(call.body));
  const take = (fields: Fields | undefined): Record<string, string> => {
    if (fields === undefined)
      throw new Refusal(400, "Invalid input for field/attribute metadata. 'metadata' is a required property");
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  };
  if (key === undefined) {
    if (call.method === 'POST') row.metadata = { ...held, ...take(asObject(given?.metadata)) };
    else if (call.method === 'PUT') row.metadata = take(asObject(given?.metadata));
    else if (!isReading(call)) return undefined;
    return json(200, { metadata: row.metadata ?? {} });
  }
  if (call.method === 'PUT') {
    const meta = take(asObject(given?.meta));
    row.metadata = { ...held, ...meta };
    return json(200, { meta });
  }
  if (!Object.hasOwn(held, key)) throw new Refusal(404, `${noun} ${row.id} has no metadata with key ${key}.`);
  if (isReading(call)) return json(200, { meta: { [key]: held[key] } });
  if (call.method !== 'DELETE') return undefined;
  delete held[key];
  return { ...nothing(), status: 200 };
}

/** `/volumes/{id}/encryption[/{key}]`: by what its type is encrypted. */
export function encryptionOf(call: VolumeCall, row: Volume): Answer {
  const type = tablesOf(call).types.find(({ name }) => name === row.type);
  const encryption = row.encrypted === true ? type?.encryption : undefined;
  const fields: Record<string, unknown> =
    encryption === undefined
      ? { encryption_key_id: null }
      : {
          encryption_key_id: uuid('encryption-key', row.id),
          control_location: encryption.location,
          cipher: encryption.cipher,
          key_size: encryption.keySize,
          provider: encryption.provider,
        };
  const [, , , key] = call.parts;
  return json(200, key === undefined ? fields : { [key]: fields[key] ?? null });
}

const accepted = (): Answer => ({ ...nothing(), status: 202 });

/** `POST /volumes/{id}/action`. */
export function volumeAction(call: VolumeCall, row: Volume): Answer {
  const asked = asObject(parsed(call.body)) ?? {};
  const [name = '', ...others] = Object.keys(asked);
  if (name === '' || others.length > 0) throw new Refusal(400, 'Malformed request body');
  const given = asObject(asked[name]) ?? {};
  switch (name) {
    case 'os-show_image_metadata':
      return json(200, { metadata: row.imageMetadata ?? {} });
    case 'os-set_image_metadata':
      row.imageMetadata = { ...row.imageMetadata, ...(asObject(given.metadata) as Record<string, string> | undefined) };
      return json(200, { metadata: row.imageMetadata });
    case 'os-extend':
      extend(call, row, Number(given.new_size));
      return accepted();
    case 'os-reset_status':
      administratorsOnly(call, 'volume_extension:volume_admin_actions:reset_status');
      row.status = asText(given.status) ?? row.status;
      row.updated = timeOf(call);
      return accepted();
    case 'os-force_delete':
      administratorsOnly(call, 'volume_extension:volume_admin_actions:force_delete');
      deleteVolume(call, row, true);
      return accepted();
    case 'os-set_bootable':
      row.bootable = given.bootable === true || given.bootable === 'True';
      return { ...nothing(), status: 200 };
    case 'os-update_readonly_flag':
      row.metadata = {
        ...row.metadata,
        readonly: given.readonly === true || given.readonly === 'True' ? 'True' : 'False',
      };
      return accepted();
    case 'os-retype': {
      const type = tablesOf(call).types.find(({ id, name: own }) => id === given.new_type || own === given.new_type);
      if (type === undefined) throw new Refusal(404, `Volume type with name ${given.new_type} could not be found.`);
      begin(call, row, 'retyping', { status: row.status, type: type.name });
      return accepted();
    }
  }
  throw new Refusal(501, `The embedded cloud does not ${name}.`);
}

function extend(call: VolumeCall, row: Volume, size: number): void {
  if (row.status !== 'available' && !(call.minor >= 42 && row.status === 'in-use')) {
    throw new Refusal(
      400,
      `Invalid volume: Volume ${row.id} status must be 'available' to extend, currently ${row.status}.`,
    );
  }
  if (!Number.isInteger(size) || size <= row.size) {
    throw new Refusal(
      400,
      `Invalid input received: New size for extend must be greater than current size. (current: ${row.size}, extended: ${size}).`,
    );
  }
  begin(call, row, 'extending', { status: row.status, size, updated: timeOf(call) });
}

/** A key for who is to take a transfer over: eight words' worth of digits, shown once. */
export function transferKey(id: string): string {
  return hexId('transfer-key', id).slice(0, 16);
}
