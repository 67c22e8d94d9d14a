/**
 * The numbers of the Hyper-V WMI provider v2, with the names of CloudStack's agent for Hyper-V (`WmiCallsV2.cs`) and what
 * OpenStack's driver (os-win, compute-hyperv) made of them.
 */

export interface Code {
  readonly value: number;
  readonly name: string;
  readonly meaning: string;
}

/** `ReturnCode`: what a method returns. */
export const returnCodes: readonly Code[] = [
  { value: 0, name: 'Completed', meaning: 'Done.' },
  { value: 4096, name: 'Started', meaning: 'A job does it.' },
  { value: 32768, name: 'Failed', meaning: 'Failed.' },
  { value: 32769, name: 'AccessDenied', meaning: 'The user may not do this.' },
  { value: 32770, name: 'NotSupported', meaning: 'This host cannot do this.' },
  { value: 32771, name: 'Unknown', meaning: 'The status is not known.' },
  { value: 32772, name: 'Timeout', meaning: 'It took too long.' },
  { value: 32773, name: 'InvalidParameter', meaning: 'A parameter is wrong.' },
  { value: 32774, name: 'SystemInUse', meaning: 'The machine is in use.' },
  { value: 32775, name: 'InvalidState', meaning: 'The machine is in a state in which this cannot be done.' },
  { value: 32776, name: 'IncorrectDataType', meaning: 'A parameter is of the wrong type.' },
  { value: 32777, name: 'SystemNotAvailable', meaning: 'The machine is not available.' },
  { value: 32778, name: 'OutofMemory', meaning: 'The host is out of memory.' },
];

/** `JobState`. */
export const jobStates: readonly Code[] = [
  { value: 2, name: 'New', meaning: 'It has not begun.' },
  { value: 3, name: 'Starting', meaning: 'It is about to begin.' },
  { value: 4, name: 'Running', meaning: 'It runs.' },
  { value: 5, name: 'Suspended', meaning: 'It is held.' },
  { value: 6, name: 'ShuttingDown', meaning: 'It is about to end.' },
  { value: 7, name: 'Completed', meaning: 'It has ended well.' },
  { value: 8, name: 'Terminated', meaning: 'It was ended.' },
  { value: 9, name: 'Killed', meaning: 'It was ended by force.' },
  { value: 10, name: 'Exception', meaning: 'It has failed.' },
  { value: 11, name: 'Service', meaning: 'It waits for something to be repaired.' },
  { value: 32768, name: 'CompletedWithWarnings', meaning: 'It has ended well, with warnings (newer hosts).' },
];

/**
 * `RequiredState`: what RequestStateChange is asked for. Names for Paused and Suspended are the table's only: the agent's
 * own `ToString` leaves them out. A v2 host wants 9 to pause and 6 to save.
 */
export const requestedStates: readonly Code[] = [
  { value: 2, name: 'Enabled', meaning: 'Turn it on.' },
  { value: 3, name: 'Disabled', meaning: 'Turn it off.' },
  { value: 4, name: 'ShutDown', meaning: 'Shut the guest down.' },
  { value: 6, name: 'Offline', meaning: 'Save it (v2).' },
  { value: 7, name: 'Test', meaning: 'For tests.' },
  { value: 8, name: 'Defer', meaning: 'Later.' },
  { value: 9, name: 'Quiesce', meaning: 'Pause it (v2).' },
  { value: 10, name: 'Reboot', meaning: 'Reset it.' },
  { value: 11, name: 'Reset', meaning: 'Reset it (v2); the agent has it for future use.' },
  { value: 32768, name: 'Paused', meaning: 'Pause it (v1).' },
  { value: 32769, name: 'Suspended', meaning: 'Save it (v1).' },
];

/** `EnabledState`, with CloudStack's state for it (`ToCloudStackState`), and nova's power state (compute-hyperv). */
export interface EnabledState extends Code {
  readonly cloudStack: string;
  /** Null where nova's driver had none. */
  readonly nova: string | null;
}

export const enabledStates: readonly EnabledState[] = [
  { value: 0, name: 'Unknown', cloudStack: 'Unknown', nova: null, meaning: 'It could not be determined.' },
  { value: 2, name: 'Enabled', cloudStack: 'Running', nova: 'RUNNING', meaning: 'It runs.' },
  { value: 3, name: 'Disabled', cloudStack: 'Stopped', nova: 'SHUTDOWN', meaning: 'It is turned off.' },
  { value: 32768, name: 'Paused', cloudStack: 'Unknown', nova: 'PAUSED', meaning: 'It is paused.' },
  { value: 32769, name: 'Suspended', cloudStack: 'Unknown', nova: 'SUSPENDED', meaning: 'It is saved.' },
  { value: 32770, name: 'Starting', cloudStack: 'Starting', nova: 'RUNNING', meaning: 'It is starting.' },
  { value: 32771, name: 'Snapshotting', cloudStack: 'Unknown', nova: 'RUNNING', meaning: 'Not used since 2008 R2.' },
  { value: 32773, name: 'Saving', cloudStack: 'Saving', nova: 'RUNNING', meaning: 'It is being saved.' },
  { value: 32774, name: 'Stopping', cloudStack: 'Stopping', nova: 'RUNNING', meaning: 'It is being turned off.' },
  { value: 32776, name: 'Pausing', cloudStack: 'Unknown', nova: 'RUNNING', meaning: 'It is being paused.' },
  { value: 32777, name: 'Resuming', cloudStack: 'Starting', nova: 'RUNNING', meaning: 'It resumes.' },
];

/** The name of a code; `Unknown (7)` for one that is in no table: newer hosts have more of them. */
export function codeName(codes: readonly Code[], value: number | undefined): string {
  if (value === undefined) return 'Unknown';
  return codes.find((code) => code.value === value)?.name ?? `Unknown (${value})`;
}

/** What CloudStack's agent makes of an `EnabledState` (`WmiCallsV2.cs` ToCloudStackState). */
export function cloudStackState(value: number | undefined): string {
  return enabledStates.find((state) => state.value === value)?.cloudStack ?? 'Unknown';
}

const HEALTH: Readonly<Record<number, string>> = { 5: 'OK', 20: 'Major failure', 25: 'Critical failure' };

/** `HealthState` of CIM_ManagedSystemElement. */
export const healthName = (value: number | undefined): string =>
  value === undefined ? 'Unknown' : (HEALTH[value] ?? `Unknown (${value})`);
