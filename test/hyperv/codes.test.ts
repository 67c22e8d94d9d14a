import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Code,
  cloudStackState,
  codeName,
  enabledStates,
  healthName,
  jobStates,
  requestedStates,
  returnCodes,
} from '../../src/hyperv/codes.js';

/* The constants of CloudStack's agent (`WmiCallsV2.cs`), each with its number there. */

const DOCUMENT: readonly (readonly [readonly Code[], Readonly<Record<string, number>>])[] = [
  [
    returnCodes,
    {
      ...{ Completed: 0, Started: 4096, Failed: 32768, AccessDenied: 32769, NotSupported: 32770, Unknown: 32771 },
      ...{ Timeout: 32772, InvalidParameter: 32773, SystemInUse: 32774, InvalidState: 32775 },
      ...{ IncorrectDataType: 32776, SystemNotAvailable: 32777, OutofMemory: 32778 },
    },
  ],
  [
    jobStates,
    {
      ...{ New: 2, Starting: 3, Running: 4, Suspended: 5, ShuttingDown: 6, Completed: 7, Terminated: 8, Killed: 9 },
      ...{ Exception: 10, Service: 11 },
    },
  ],
  [
    requestedStates,
    {
      ...{ Enabled: 2, Disabled: 3, ShutDown: 4, Offline: 6, Test: 7, Defer: 8, Quiesce: 9, Reboot: 10, Reset: 11 },
      ...{ Paused: 32768, Suspended: 32769 },
    },
  ],
  [
    enabledStates,
    {
      ...{ Unknown: 0, Enabled: 2, Disabled: 3, Paused: 32768, Suspended: 32769, Starting: 32770 },
      ...{ Snapshotting: 32771, Saving: 32773, Stopping: 32774, Pausing: 32776, Resuming: 32777 },
    },
  ],
];

describe('the tables of numbers', () => {
  it('have every constant of the agent, and one more state of jobs, of newer hosts', () => {
    for (const [table, constants] of DOCUMENT) {
      const ours = Object.fromEntries(table.map(({ name, value }) => [name, value]));
      const { CompletedWithWarnings, ...known } = ours;
      assert.deepEqual(known, constants);
      assert.equal(CompletedWithWarnings, table === jobStates ? 32768 : undefined);
    }
  });

  it('have the agent’s state of CloudStack for each state of a machine', () => {
    const states: Readonly<Record<string, string>> = {
      ...{ Unknown: 'Unknown', Enabled: 'Running', Disabled: 'Stopped', Paused: 'Unknown', Suspended: 'Unknown' },
      ...{ Starting: 'Starting', Snapshotting: 'Unknown', Saving: 'Saving', Stopping: 'Stopping', Pausing: 'Unknown' },
      ...{ Resuming: 'Starting' },
    };
    assert.deepEqual(
      Object.fromEntries(enabledStates.map(({ name, value }) => [name, cloudStackState(value)])),
      states,
    );
    assert.equal(cloudStackState(4711), 'Unknown');
  });

  it('name a number that is in none by the number itself', () => {
    assert.equal(codeName(enabledStates, 32781), 'Unknown (32781)');
    assert.equal(codeName(returnCodes, undefined), 'Unknown');
    assert.equal(healthName(25), 'Critical failure');
    assert.equal(healthName(7), 'Unknown (7)');
  });
});
