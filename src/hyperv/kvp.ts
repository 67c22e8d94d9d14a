/** Key-value pairs that a host and its guests exchange (KVP). */
import { createHash } from 'node:crypto';
import { Failure } from '../core/errors.js';
import { finished, type Waiting } from './jobs.js';
import { serviceReference } from './service.js';
import { currentSettings } from './vms.js';
import { readCimText, writeCimText } from './wsman/cim-text.js';
import type { Wsman } from './wsman/client.js';
import { type Instance, textOf, textsOf } from './wsman/instance.js';
import { resourceOf } from './wsman/names.js';
import { wql } from './wsman/wql.js';

/** The key under which CloudStack's agent hands user data to a guest (`CloudStackUserDataKey`). */
export const USER_DATA_KEY = 'cloudstack-vm-userdata';

/** Who has written an item: the host for the guest, the host for itself, the guest, or the guest's integration services. */
export type Source = 'host' | 'host-only' | 'guest' | 'intrinsic';
export const sources: readonly Source[] = ['host', 'host-only', 'guest', 'intrinsic'];

export interface KvpItem {
  readonly source: Source;
  /** Undefined for a text that is no item: guests write some of them. */
  readonly name: string | undefined;
  readonly data: string;
}

/** All items of a machine, of these sources. */
export async function readItems(
  wsman: Wsman,
  system: Instance,
  wanted: readonly Source[],
): Promise<readonly KvpItem[]> {
  const id = textOf(system, 'Name') ?? '';
  const items: KvpItem[] = [];
  const add = (source: Source, from: Instance | undefined, property: string): void => {
    if (wanted.includes(source)) items.push(...textsOf(from, property).map((text) => itemOf(source, text)));
  };
  if (wanted.includes('host') || wanted.includes('host-only')) {
    const settings = await kvpSettings(wsman, await currentSettings(wsman, system));
    add('host', settings, 'HostExchangeItems');
    add('host-only', settings, 'HostOnlyItems');
  }
  if (wanted.includes('guest') || wanted.includes('intrinsic')) {
    const [component] = await wsman.query(wql`SELECT * FROM Msvm_KvpExchangeComponent WHERE SystemName = ${id}`);
    add('guest', component, 'GuestExchangeItems');
    add('intrinsic', component, 'GuestIntrinsicExchangeItems');
  }
  return items;
}

/** The settings that hold the host's items. */
async function kvpSettings(wsman: Wsman, settings: Instance): Promise<Instance> {
  const id = textOf(settings, 'InstanceID') ?? '';
  const [found] = await wsman.query(
    wql`ASSOCIATORS OF {Msvm_VirtualSystemSettingData.InstanceID=${id}} WHERE AssocClass = Msvm_VirtualSystemSettingDataComponent ResultClass = Msvm_KvpExchangeComponentSettingData`,
  );
  if (found !== undefined) return found;
  throw new Failure(`${wsman.host}: no KVP settings of '${id}' exist.`, {
    hint: 'The data exchange service is one of the integration services of a machine.',
  });
}

function itemOf(source: Source, text: string): KvpItem {
  try {
    const found = readCimText(text);
    return { source, name: found.get('Name'), data: found.get('Data') ?? '' };
  } catch {
    return { source, name: undefined, data: text };
  }
}

/** An item's text without user data in it, for people who did not ask to see it; another text as it is. */
export function withoutUserData(text: string): string {
  if (!text.includes(USER_DATA_KEY)) return text;
  const { name, data } = itemOf('host', text);
  return name === USER_DATA_KEY || name === undefined ? `${USER_DATA_KEY} ${fingerprint(data)}` : text;
}

/** User data for people who did not ask to see it: how long it is, and by what it is recognized. */
export function fingerprint(data: string): string {
  const digest = createHash('sha256').update(data, 'utf8').digest('hex').slice(0, 12);
  const size = Buffer.byteLength(data);
  return `(${size} ${size === 1 ? 'byte' : 'bytes'}, SHA-256 ${digest}...)`;
}

/** What Msvm_KvpExchangeDataItem takes. */
const LONGEST = 1024;

/** What is changed in the items that a host has for a guest. */
export interface KvpChange {
  readonly vm: Instance;
  readonly key: string;
  /** Undefined to remove the item. */
  readonly data?: string;
  /** There is an item of this key, and its data is to be another. */
  readonly exists: boolean;
}

/** @throws Failure for what a host would refuse */
export function checkItem(key: string, data: string): void {
  if (key === '') throw new Failure('The key is empty.');
  if (key.length > LONGEST) throw new Failure(`The key is longer than the ${LONGEST} characters that a host takes.`);
  if (data.length <= LONGEST) return;
  throw new Failure(`The data is longer than the ${LONGEST} characters that a host takes: ${data.length}.`);
}

/** Makes the change, and waits for its end. It is sent once. */
export async function changeItem(wsman: Wsman, change: KvpChange, waiting: Waiting): Promise<void> {
  const { vm, key, data, exists } = change;
  const method = data === undefined ? 'RemoveKvpItems' : exists ? 'ModifyKvpItems' : 'AddKvpItems';
  const id = textOf(vm, 'Name') ?? '';
  const item = writeCimText('Msvm_KvpExchangeDataItem', [
    ['Name', 'string', key],
    // To remove an item its data does not matter, but must be there: the agent sends this word.
    ['Data', 'string', data ?? 'dummy'],
    ['Source', 'uint16', '0'],
  ]);
  const selectors = { CreationClassName: 'Msvm_ComputerSystem', Name: id };
  const parameters = { TargetSystem: { resource: resourceOf('Msvm_ComputerSystem'), selectors }, DataItems: [item] };
  const output = await wsman.invoke(await serviceReference(wsman), method, parameters);
  const verb = data === undefined ? 'delete' : 'set';
  await finished(wsman, output, `${verb} '${key}' on '${textOf(vm, 'ElementName')}' (${id})`, waiting);
}
