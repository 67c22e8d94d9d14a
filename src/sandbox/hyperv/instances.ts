/** The instances of the classes of root/virtualization/v2 and root/cimv2 that there are, as the world stands. */
import { escapeXml } from '../../lib/xml.js';
import type { HypervHost, Job, Machine } from './world.js';

/** A value with its type where that decides how it is written. */
export type Value =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | { readonly datetime: string };

export interface Instance {
  readonly className: string;
  /** The names of its keys. */
  readonly keys: readonly string[];
  readonly values: Readonly<Record<string, Value>>;
}

export type Namespace = 'root/virtualization/v2' | 'root/cimv2';

/** The classes of a namespace, by name. */
export function classesOf(host: HypervHost, namespace: Namespace): ReadonlyMap<string, readonly Instance[]> {
  return new Map(
    namespace === 'root/cimv2'
      ? [
          ['Win32_OperatingSystem', [windows(host)]],
          ['Win32_ComputerSystem', [hardware(host)]],
        ]
      : [
          ['Msvm_ComputerSystem', [hosting(host), ...host.machines.filter(({ planned }) => !planned).map(computer)]],
          ['Msvm_PlannedComputerSystem', host.machines.filter(({ planned }) => planned).map(computer)],
          ['Msvm_VirtualSystemManagementService', [service(host)]],
          ['Msvm_VirtualSystemManagementServiceSettingData', [serviceSettings(host)]],
          ['Msvm_VirtualSystemSettingData', host.machines.map(settings)],
          ['Msvm_KvpExchangeComponentSettingData', host.machines.map(kvpSettings)],
          ['Msvm_KvpExchangeComponent', host.machines.map(kvpComponent)],
          ['Msvm_ConcreteJob', [...host.jobs.values()].map(concreteJob)],
        ],
  );
}

const SYSTEM_KEYS = ['CreationClassName', 'Name'];

function hosting({ name }: HypervHost): Instance {
  return {
    className: 'Msvm_ComputerSystem',
    keys: SYSTEM_KEYS,
    values: {
      Caption: 'Hosting Computer System',
      CreationClassName: 'Msvm_ComputerSystem',
      Description: 'Microsoft Hosting Computer System',
      ElementName: name,
      EnabledState: 2,
      HealthState: 5,
      InstallDate: null,
      Name: name,
      OnTimeInMilliseconds: null,
      OperationalStatus: [2],
      RequestedState: 12,
    },
  };
}

function computer({ id, name, state, uptime, planned }: Machine): Instance {
  const className = planned ? 'Msvm_PlannedComputerSystem' : 'Msvm_ComputerSystem';
  return {
    className,
    keys: SYSTEM_KEYS,
    values: {
      Caption: 'Virtual Machine',
      CreationClassName: className,
      Description: 'Microsoft Virtual Machine',
      ElementName: name,
      EnabledState: state,
      HealthState: 5,
      InstallDate: { datetime: '2013-03-09T03:06:25Z' },
      Name: id,
      OnTimeInMilliseconds: uptime,
      OperationalStatus: [2],
      ProcessID: state === 2 ? 4711 : null,
      RequestedState: 12,
      TimeOfLastStateChange: { datetime: '2013-05-01T08:00:00Z' },
    },
  };
}

function service({ name }: HypervHost): Instance {
  return {
    className: 'Msvm_VirtualSystemManagementService',
    keys: ['CreationClassName', 'Name', 'SystemCreationClassName', 'SystemName'],
    values: {
      Caption: 'Hyper-V Virtual System Management Service',
      CreationClassName: 'Msvm_VirtualSystemManagementService',
      ElementName: 'Hyper-V Virtual System Management Service',
      Name: 'vmms',
      Started: true,
      SystemCreationClassName: 'Msvm_ComputerSystem',
      SystemName: name,
    },
  };
}

function serviceSettings({ name, disks }: HypervHost): Instance {
  return {
    className: 'Msvm_VirtualSystemManagementServiceSettingData',
    keys: ['InstanceID'],
    values: {
      DefaultExternalDataRoot: 'C:\\ProgramData\\Microsoft\\Windows\\Hyper-V',
      DefaultVirtualHardDiskPath: disks,
      ElementName: 'Hyper-V Virtual System Management Service',
      InstanceID: `Microsoft:${name}`,
      NumaSpanningEnabled: true,
    },
  };
}

/** The InstanceID of a machine's current settings. */
export const settingsId = ({ id }: Machine): string => `Microsoft:${id}`;

function settings(machine: Machine): Instance {
  return {
    className: 'Msvm_VirtualSystemSettingData',
    keys: ['InstanceID'],
    values: {
      Caption: 'Virtual Machine Settings',
      ConfigurationDataRoot: 'C:\\ProgramData\\Microsoft\\Windows\\Hyper-V',
      CreationTime: { datetime: '2013-03-09T03:06:25Z' },
      Description: 'Active settings for the virtual machine.',
      ElementName: machine.name,
      InstanceID: settingsId(machine),
      Notes: machine.notes,
      SnapshotDataRoot: 'C:\\ProgramData\\Microsoft\\Windows\\Hyper-V',
      UserSnapshotType: 3,
      Version: '5.0',
      VirtualNumaEnabled: true,
      VirtualSystemIdentifier: machine.id,
      VirtualSystemSubType: 'Microsoft:Hyper-V:SubType:1',
      VirtualSystemType: `Microsoft:Hyper-V:System:${machine.planned ? 'Planned' : 'Realized'}`,
    },
  };
}

/** The InstanceID of the settings of its key-value exchange. */
export const kvpSettingsId = (machine: Machine): string =>
  `${settingsId(machine)}\\5CED1297-4598-4915-A5FC-AD21BB4D02A4`;

function kvpSettings(machine: Machine): Instance {
  return {
    className: 'Msvm_KvpExchangeComponentSettingData',
    keys: ['InstanceID'],
    values: {
      ElementName: 'Key-Value Pair Exchange',
      EnabledState: 2,
      HostExchangeItems: [...machine.hostItems].map((item) => itemText(item, 0)),
      HostOnlyItems: [],
      InstanceID: kvpSettingsId(machine),
    },
  };
}

function kvpComponent(machine: Machine): Instance {
  return {
    className: 'Msvm_KvpExchangeComponent',
    keys: ['CreationClassName', 'DeviceID', 'SystemCreationClassName', 'SystemName'],
    values: {
      CreationClassName: 'Msvm_KvpExchangeComponent',
      DeviceID: kvpSettingsId(machine),
      GuestExchangeItems: [...machine.guestItems.map((item) => itemText(item, 1)), ...(machine.brokenItems ?? [])],
      GuestIntrinsicExchangeItems: machine.intrinsicItems.map((item) => itemText(item, 2)),
      SystemCreationClassName: 'Msvm_ComputerSystem',
      SystemName: machine.id,
    },
  };
}

function itemText([name, data]: readonly [string, string], source: number): string {
  const property = (key: string, type: string, value: string) =>
    `<PROPERTY NAME="${key}" TYPE="${type}"><VALUE>${escapeXml(value)}</VALUE></PROPERTY>`;
  const empty = ['Caption', 'Description', 'ElementName', 'InstanceID']
    .map((key) => `<PROPERTY NAME="${key}" TYPE="string"></PROPERTY>`)
    .join('');
  const own = property('Data', 'string', data) + property('Name', 'string', name);
  return `<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem">${empty}${own}${property('Source', 'uint16', String(source))}</INSTANCE>`;
}

function concreteJob({ id, state, percent, error }: Job): Instance {
  const isBad = state > 7 && state < 32768;
  return {
    className: 'Msvm_ConcreteJob',
    keys: ['InstanceID'],
    values: {
      Caption: 'Modifying Virtual Machine Settings',
      ElapsedTime: { datetime: '00000000000001.000000:000' },
      ErrorCode: isBad ? 32773 : 0,
      ErrorDescription: isBad ? (error ?? '') : '',
      InstanceID: id,
      JobState: state,
      PercentComplete: percent,
    },
  };
}

function windows({ name }: HypervHost): Instance {
  return {
    className: 'Win32_OperatingSystem',
    keys: ['Name'],
    values: {
      Caption: 'Microsoft Windows Server 2012 R2 Datacenter',
      CSName: name,
      FreePhysicalMemory: 52_428_800n,
      LastBootUpTime: { datetime: '2013-04-02T06:00:00Z' },
      Name: 'Microsoft Windows Server 2012 R2 Datacenter|C:\\Windows|\\Device\\Harddisk0\\Partition2',
      SystemDirectory: 'C:\\Windows\\system32',
      Version: '6.3.9600',
    },
  };
}

function hardware({ name }: HypervHost): Instance {
  return {
    className: 'Win32_ComputerSystem',
    keys: ['Name'],
    values: {
      Model: 'ProLiant DL360p Gen8',
      Name: name,
      NumberOfLogicalProcessors: 32,
      NumberOfProcessors: 2,
      TotalPhysicalMemory: 137_438_953_472n,
    },
  };
}
