/** What a host is: its Windows, its machine, where it puts disks. */
import { managementService } from './service.js';
import type { Wsman } from './wsman/client.js';
import { type Instance, numberOf, textOf } from './wsman/instance.js';
import { WINDOWS_NAMESPACE } from './wsman/names.js';
import { wql } from './wsman/wql.js';

export interface DefaultPaths {
  /** Where new disks go. */
  readonly disks: string | undefined;
  /** Where the files of new machines go. */
  readonly machines: string | undefined;
  /** What CloudStack's agent answers instead. */
  readonly agent: string | undefined;
}

/**
 * The directories that a host uses where nobody names one. CloudStack's agent (`GetDefaultDataRoot`) makes an empty
 * instance instead of reading that of the host, and so answers a path on the system's drive, with a backslash too many.
 */
export async function defaultPaths(wsman: Wsman): Promise<DefaultPaths> {
  await managementService(wsman);
  const [settings] = await wsman.query(wql`SELECT * FROM Msvm_VirtualSystemManagementServiceSettingData`);
  const windows = await operatingSystem(wsman);
  const root = /^[A-Za-z]:/.exec(textOf(windows, 'SystemDirectory') ?? textOf(windows, 'SystemDrive') ?? '')?.[0];
  return {
    disks: textOf(settings, 'DefaultVirtualHardDiskPath'),
    machines: textOf(settings, 'DefaultExternalDataRoot'),
    agent: root === undefined ? undefined : `${root}\\\\Users\\Public\\Documents\\Hyper-V\\Virtual hard disks`,
  };
}

async function operatingSystem(wsman: Wsman): Promise<Instance | undefined> {
  return (await wsman.query(wql`SELECT * FROM Win32_OperatingSystem`, WINDOWS_NAMESPACE))[0];
}

export interface HostFacts {
  readonly name: string | undefined;
  readonly system: string | undefined;
  readonly version: string | undefined;
  readonly model: string | undefined;
  readonly processors: number | undefined;
  /** Bytes, as text: they may be more than a double holds. */
  readonly memory: string | undefined;
  /** KiB. */
  readonly freeMemory: number | undefined;
  readonly bootTime: string | undefined;
}

export async function hostFacts(wsman: Wsman): Promise<HostFacts> {
  const windows = await operatingSystem(wsman);
  const [machine] = await wsman.query(wql`SELECT * FROM Win32_ComputerSystem`, WINDOWS_NAMESPACE);
  return {
    name: textOf(machine, 'Name') ?? textOf(windows, 'CSName'),
    system: textOf(windows, 'Caption')?.trim(),
    version: textOf(windows, 'Version'),
    model: textOf(machine, 'Model'),
    processors: numberOf(machine, 'NumberOfLogicalProcessors'),
    memory: textOf(machine, 'TotalPhysicalMemory'),
    freeMemory: numberOf(windows, 'FreePhysicalMemory'),
    bootTime: textOf(windows, 'LastBootUpTime'),
  };
}
