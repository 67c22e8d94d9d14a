/** What a host is: its Windows, its machine, where it puts disks. */
import { managementService } from './service.js';
import type { Wsman } from './wsman/client.js';
import { WsmanFault } from './wsman/fault.js';
import { type Instance, numberOf, textOf } from './wsman/instance.js';
import { WINDOWS_NAMESPACE } from './wsman/names.js';
import { type Query, wql } from './wsman/wql.js';

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
 * @param warn told where the rest of Windows does not let the user see which drive that is
 */
export async function defaultPaths(wsman: Wsman, warn: (line: string) => void): Promise<DefaultPaths> {
  await managementService(wsman);
  const [settings] = await wsman.query(wql`SELECT * FROM Msvm_VirtualSystemManagementServiceSettingData`);
  const windows = await firstOf(wsman, wql`SELECT * FROM Win32_OperatingSystem`, warn);
  const root = /^[A-Za-z]:/.exec(textOf(windows, 'SystemDirectory') ?? textOf(windows, 'SystemDrive') ?? '')?.[0];
  return {
    disks: textOf(settings, 'DefaultVirtualHardDiskPath'),
    machines: textOf(settings, 'DefaultExternalDataRoot'),
    agent: root === undefined ? undefined : `${root}\\\\Users\\Public\\Documents\\Hyper-V\\Virtual hard disks`,
  };
}

/** An instance of Windows itself, which users may be kept from who may use Hyper-V: then that is said, and no error. */
async function firstOf(wsman: Wsman, query: Query, warn: (line: string) => void): Promise<Instance | undefined> {
  try {
    return (await wsman.query(query, WINDOWS_NAMESPACE))[0];
  } catch (error) {
    if (!(error instanceof WsmanFault)) throw error;
    warn(`${error.message}; without ${WINDOWS_NAMESPACE} some of it is not known`);
    return undefined;
  }
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

/**
 * What Windows tells of the host (root/cimv2, which a user of Hyper-V alone may not be let into: then nearly all is
 * undefined). Memory in bytes.
 * @param warn one line for the person about what could not be read
 */
export async function hostFacts(wsman: Wsman, warn: (line: string) => void): Promise<HostFacts> {
  const windows = await firstOf(wsman, wql`SELECT * FROM Win32_OperatingSystem`, warn);
  const machine = await firstOf(wsman, wql`SELECT * FROM Win32_ComputerSystem`, warn);
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
