/** The methods of Msvm_VirtualSystemManagementService that there are. */
import { attributeOf, childOf, escapeXml, readXml, type XmlElement, XmlError } from '../../lib/xml.js';
import { Fault, schema, selectorsIn, uris } from './soap.js';
import type { HypervHost, Job, Machine } from './world.js';

/** How jobs of this host go. */
export interface JobPlan {
  /** The states that a job goes through, one at each look. */
  readonly states: readonly number[];
  readonly error?: string;
  readonly hiddenError?: string;
  /** It is forgotten once it has ended. */
  readonly vanishes?: boolean;
}

export interface Outcome {
  readonly returnValue: number;
  readonly job?: Job;
  /** XML of more parameters. */
  readonly more?: string;
}

type Method = (host: HypervHost, input: XmlElement, jobs: JobPlan) => Outcome;

export const methods: Readonly<Record<string, Method>> = {
  AddKvpItems: (host, input, jobs) => {
    const { machine, items } = itemsIn(host, input);
    if (items.some(([key]) => machine.hostItems.has(key)))
      return started(host, { ...jobs, states: [4, 10], error: `The key already exists: '${items[0]?.[0]}'.` });
    if (machine.hostItems.size + items.length > 128) return { returnValue: 32773 };
    return begun(host, jobs, () => items.forEach(([key, data]) => void machine.hostItems.set(key, data)));
  },
  ModifyKvpItems: (host, input, jobs) => {
    const { machine, items } = itemsIn(host, input);
    if (items.some(([key]) => !machine.hostItems.has(key))) return { returnValue: 32773 };
    return begun(host, jobs, () => items.forEach(([key, data]) => void machine.hostItems.set(key, data)));
  },
  RemoveKvpItems: (host, input, jobs) => {
    const { machine, items } = itemsIn(host, input);
    if (items.some(([key]) => !machine.hostItems.has(key))) return { returnValue: 32773 };
    return begun(host, jobs, () => items.forEach(([key]) => void machine.hostItems.delete(key)));
  },
  GetSummaryInformation: (host, input) => {
    const asked = input.children.filter(({ name }) => name === 'RequestedInformation').map(({ text }) => text);
    if (asked.some((code) => !/^\d+$/.test(code))) return { returnValue: 32773 };
    const ids = input.children
      .filter(({ name }) => name === 'SettingData')
      .map((one) => referenceIn(one).selectors.InstanceID);
    const wanted = ids.length === 0 ? host.machines : host.machines.filter(({ id }) => ids.includes(`Microsoft:${id}`));
    const all = wanted.map((machine) => summaryXml(machine, asked));
    return {
      returnValue: 0,
      more: all
        .map((xml) => `<p:SummaryInformation xsi:type="p:Msvm_SummaryInformation_Type">${xml}</p:SummaryInformation>`)
        .join(''),
    };
  },
};

function begun(host: HypervHost, jobs: JobPlan, change: () => void): Outcome {
  const end = jobs.states.at(-1);
  if (end === undefined || end === 7 || end === 32768) change();
  return started(host, jobs);
}

/** Without a state to go through there is no job: it is done. */
function started(host: HypervHost, { states, error, hiddenError }: JobPlan): Outcome {
  if (states.length === 0) return { returnValue: 0 };
  const id = crypto.randomUUID().toUpperCase();
  const [first = 7, ...coming] = states;
  const job: Job = {
    id,
    state: first,
    percent: 0,
    coming: [...coming],
    ...(error === undefined ? {} : { error }),
    ...(hiddenError === undefined ? {} : { hiddenError }),
  };
  host.jobs.set(id, job);
  return { returnValue: 4096, job };
}

/** `GetErrorEx` of a job: its errors, each an instance as text. */
export function jobErrors(host: HypervHost, resource: string, id = ''): string {
  const job = host.jobs.get(id);
  if (job === undefined) throw new Fault('w:InvalidSelectors', 'The selectors name no instance.', 2150858843);
  const message = `<PROPERTY NAME="Message" TYPE="string"><VALUE>${escapeXml(job.hiddenError ?? '')}</VALUE></PROPERTY>`;
  const errors = escapeXml(`<INSTANCE CLASSNAME="Msvm_Error">${message}</INSTANCE>`);
  return `<p:GetErrorEx_OUTPUT xmlns:p="${resource}"><p:Errors>${errors}</p:Errors><p:ReturnValue>0</p:ReturnValue></p:GetErrorEx_OUTPUT>`;
}

function summaryXml({ id, name, state, cpus, memory, uptime }: Machine, asked: readonly string[]): string {
  const all: Readonly<Record<string, readonly [string, string | number | bigint]>> = {
    0: ['Name', id],
    1: ['ElementName', name],
    4: ['NumberOfProcessors', cpus],
    100: ['EnabledState', state],
    101: ['ProcessorLoad', state === 2 ? 7 : 0],
    103: ['MemoryUsage', memory],
    105: ['UpTime', uptime],
    109: ['HealthState', 5],
  };
  return asked
    .flatMap((code) => (Object.hasOwn(all, code) ? [all[code]] : []))
    .map((pair) =>
      pair === undefined
        ? ''
        : `<p:${pair[0]}>${String(pair[1]).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p:${pair[0]}>`,
    )
    .join('');
}

/** The machine and the items of a call, each of which is an instance as text: checked as WMI does. */
function itemsIn(
  host: HypervHost,
  input: XmlElement,
): { machine: Machine; items: readonly (readonly [string, string])[] } {
  for (const { name } of input.children) {
    if (name !== 'TargetSystem' && name !== 'DataItems') throw schema(`There is no parameter ${name}.`);
  }
  const target = childOf(input, 'TargetSystem');
  if (target === undefined) throw schema('TargetSystem is missing.');
  const { resource, selectors } = referenceIn(target);
  if (!resource.endsWith('/root/virtualization/v2/Msvm_ComputerSystem')) throw schema('TargetSystem is no computer.');
  if (selectors.CreationClassName !== 'Msvm_ComputerSystem') throw schema('CreationClassName is missing.');
  const machine = host.machines.find(({ id }) => id === selectors.Name);
  if (machine === undefined) throw schema('There is no such computer system.');
  const items = input.children.filter(({ name }) => name === 'DataItems').map(({ text }) => itemIn(text));
  if (items.length === 0 || items.length > 128) throw schema('There must be 1 to 128 items.');
  return { machine, items };
}

function referenceIn(parameter: XmlElement) {
  const address = childOf(parameter, 'Address', uris.addressing)?.text.trim();
  const parameters = childOf(parameter, 'ReferenceParameters', uris.addressing);
  const resource = childOf(parameters, 'ResourceURI', uris.wsman)?.text.trim();
  if (address !== `${uris.addressing}/role/anonymous` || resource === undefined) throw schema('This is no reference.');
  return { resource, selectors: selectorsIn(childOf(parameters, 'SelectorSet', uris.wsman)) };
}

const TYPES: Readonly<Record<string, string>> = { Name: 'string', Data: 'string', Source: 'uint16' };

function itemIn(text: string): readonly [string, string] {
  let root: XmlElement;
  try {
    root = readXml(text);
  } catch (error) {
    if (error instanceof XmlError) throw schema(`A data item is no instance: ${error.message}`);
    throw error;
  }
  if (root.name !== 'INSTANCE' || attributeOf(root, 'CLASSNAME') !== 'Msvm_KvpExchangeDataItem')
    throw schema('No item.');
  const values = new Map<string, string>();
  for (const property of root.children) {
    const name = attributeOf(property, 'NAME') ?? '';
    if (property.name !== 'PROPERTY' || !Object.hasOwn(TYPES, name)) throw schema(`There is no property ${name}.`);
    if (attributeOf(property, 'TYPE') !== TYPES[name]) throw schema(`${name} is of the wrong type.`);
    values.set(name, childOf(property, 'VALUE')?.text ?? '');
  }
  const [name = '', data = ''] = [values.get('Name'), values.get('Data')];
  if (values.get('Source') !== '0') throw schema('Source must be 0.');
  if (name === '' || name.length > 1024 || data.length > 1024) throw schema('Name or Data is too long, or empty.');
  return [name, data];
}
