/** The virtual machines of a host. */
import { Failure } from '../core/errors.js';
import { readSummaries } from './summary.js';
import type { Wsman } from './wsman/client.js';
import { WsmanFault } from './wsman/fault.js';
import { type Instance, numberOf, textOf, textsOf } from './wsman/instance.js';
import { wql } from './wsman/wql.js';

/** A machine as the lists have it; what was not told is undefined. */
export interface Vm {
  readonly host: string;
  /** `Name` of Msvm_ComputerSystem, a GUID. */
  readonly id: string;
  /** `ElementName`, which need not be unique. */
  readonly name: string;
  readonly state: number | undefined;
  readonly health: number | undefined;
  readonly cpus?: number;
  /** MiB that it has now. */
  readonly memory?: number;
  /** Milliseconds. */
  readonly uptime?: number;
  readonly load?: number;
  readonly novaId?: string;
  /** It is on its way here by live migration, and exists twice. */
  readonly isPlanned: boolean;
  readonly system: Instance;
  readonly settings?: Instance;
}

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** The name of the error of a machine without settings. */
const MISSING = 'MissingSettings';

/** Current settings of a machine: snapshots have other types. */
const PLANNED = 'Microsoft:Hyper-V:System:Planned';
const CURRENT = ['Microsoft:Hyper-V:System:Realized', PLANNED];

/**
 * All machines of a host, without the host itself, which is one of the computer systems, too: its name is no GUID.
 * @param warn told of what could not be read beside them
 * @param planned also those that are on their way here by live migration: they are of another class
 */
export async function listVms(
  wsman: Wsman,
  warn: (line: string) => void,
  { planned = false } = {},
): Promise<readonly Vm[]> {
  const systems = await wsman.query(wql`SELECT * FROM Msvm_ComputerSystem`);
  const coming = planned ? await wsman.query(wql`SELECT * FROM Msvm_PlannedComputerSystem`) : [];
  const machines = [...systems, ...coming].filter((system) => GUID.test(textOf(system, 'Name') ?? ''));
  if (systems.length === 0) {
    // A token that UAC has filtered sees empty lists instead of errors; the host itself is always there.
    throw new Failure(`${wsman.host}: the host shows not even itself.`, {
      hint: 'The user may not see it: it must be an administrator, or in the group Hyper-V Administrators; a local one that is not the built-in administrator may be filtered by UAC.',
    });
  }
  if (machines.length === 0) return [];
  const settings = await settingsById(wsman);
  const summaries = await readSummaries(wsman, warn);
  return machines.map((system) => {
    const id = textOf(system, 'Name') ?? '';
    return vmOf(wsman.host, system, settings.get(id.toUpperCase()), summaries.get(id.toUpperCase()));
  });
}

function vmOf(host: string, system: Instance, settings: Instance | undefined, summary: Instance | undefined): Vm {
  const optional = <K extends string>(key: K, value: number | undefined) =>
    value === undefined ? {} : { [key]: value };
  const novaId = novaIdOf(settings);
  return {
    host,
    id: textOf(system, 'Name') ?? '',
    name: textOf(system, 'ElementName') ?? '',
    state: numberOf(system, 'EnabledState'),
    health: numberOf(system, 'HealthState'),
    ...optional('cpus', numberOf(summary, 'NumberOfProcessors')),
    ...optional('memory', numberOf(summary, 'MemoryUsage')),
    ...optional('uptime', numberOf(summary, 'UpTime') ?? numberOf(system, 'OnTimeInMilliseconds')),
    ...optional('load', numberOf(summary, 'ProcessorLoad')),
    ...(novaId === undefined ? {} : { novaId }),
    isPlanned: system.className === 'Msvm_PlannedComputerSystem' || textOf(settings, 'VirtualSystemType') === PLANNED,
    system,
    ...(settings === undefined ? {} : { settings }),
  };
}

/** os-win keeps nova's id of the instance in the notes; people write what they like there. */
function novaIdOf(settings: Instance | undefined): string | undefined {
  const [first = ''] = textsOf(settings, 'Notes');
  return GUID.test(first.trim()) ? first.trim().toLowerCase() : undefined;
}

/** The current settings of all machines, by the machine's id. */
async function settingsById(wsman: Wsman): Promise<ReadonlyMap<string, Instance>> {
  const all = await wsman.query(wql`SELECT * FROM Msvm_VirtualSystemSettingData`);
  const current = all.filter((one) => CURRENT.includes(textOf(one, 'VirtualSystemType') ?? ''));
  return new Map(current.map((one) => [(textOf(one, 'VirtualSystemIdentifier') ?? '').toUpperCase(), one]));
}

const systemsOf = (wsman: Wsman, id: string): Promise<readonly Instance[]> =>
  wsman.query(wql`SELECT * FROM Msvm_ComputerSystem WHERE Name = ${id.toUpperCase()}`);

/** The machines of an id: of their own, else of the id that nova has for them. */
async function systemsById(wsman: Wsman, id: string): Promise<readonly Instance[]> {
  const own = await systemsOf(wsman, id);
  if (own.length > 0) return own;
  const settings = await settingsById(wsman);
  const names = [...settings].filter(([, one]) => novaIdOf(one) === id.toLowerCase()).map(([name]) => name);
  return (await Promise.all(names.map((name) => systemsOf(wsman, name)))).flat();
}

/**
 * The machine of this id, exact name, or nova's id of it.
 * @throws Failure where there is none, or more than one of the name: names need not be unique
 */
export async function findVm(wsman: Wsman, given: string): Promise<Instance> {
  const found = GUID.test(given)
    ? await systemsById(wsman, given)
    : (await wsman.query(wql`SELECT * FROM Msvm_ComputerSystem WHERE ElementName = ${given}`)).filter((one) =>
        GUID.test(textOf(one, 'Name') ?? ''),
      );
  const [first] = found;
  if (first === undefined)
    throw new Failure(`${wsman.host}: no virtual machine with a name or ID of '${given}' exists.`);
  if (found.length === 1) return first;
  const ids = found.map((one) => textOf(one, 'Name') ?? '').join(', ');
  throw new Failure(`${wsman.host}: '${given}' is the name or ID of ${found.length} virtual machines.`, {
    hint: `Use an ID: ${ids}.`,
  });
}

/** One machine with all that the list has of it. */
export async function showVm(wsman: Wsman, given: string, warn: (line: string) => void): Promise<Vm> {
  const system = await findVm(wsman, given);
  const settings = await currentSettings(wsman, system).catch(withoutSettings);
  const summaries = await readSummaries(wsman, warn, settings);
  return vmOf(wsman.host, system, settings, summaries.get((textOf(system, 'Name') ?? '').toUpperCase()));
}

/** A machine that is being deleted has none any more. */
function withoutSettings(error: unknown): undefined {
  if (
    (error instanceof Failure && error.name === MISSING) ||
    (error instanceof WsmanFault && error.subcode === 'InvalidSelectors')
  )
    return;
  throw error;
}

/**
 * The settings that a machine has now.
 * @throws Failure where it has none
 */
export async function currentSettings(wsman: Wsman, system: Instance): Promise<Instance> {
  const id = textOf(system, 'Name') ?? '';
  const found = await wsman.query(
    wql`ASSOCIATORS OF {Msvm_ComputerSystem.CreationClassName='Msvm_ComputerSystem',Name=${id}} WHERE AssocClass = Msvm_SettingsDefineState ResultClass = Msvm_VirtualSystemSettingData`,
  );
  const current = found.find((one) => CURRENT.includes(textOf(one, 'VirtualSystemType') ?? '')) ?? found[0];
  if (current !== undefined) return current;
  throw new Failure(`${wsman.host}: no settings of the virtual machine '${textOf(system, 'ElementName')}' exist.`, {
    name: MISSING,
  });
}
