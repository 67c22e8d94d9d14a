import type { Server } from '../world.js';

/** States of a server and what they are called outside (nova/api/openstack/common.py: the state map). */

const rebuilding = { rebuilding: 'REBUILD', rebuild_block_device_mapping: 'REBUILD', rebuild_spawning: 'REBUILD' };

const resizing = {
  resize_prep: 'RESIZE',
  resize_migrating: 'RESIZE',
  resize_migrated: 'RESIZE',
  resize_finish: 'RESIZE',
};

const states: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  active: {
    default: 'ACTIVE',
    rebooting: 'REBOOT',
    reboot_pending: 'REBOOT',
    reboot_started: 'REBOOT',
    rebooting_hard: 'HARD_REBOOT',
    reboot_pending_hard: 'HARD_REBOOT',
    reboot_started_hard: 'HARD_REBOOT',
    updating_password: 'PASSWORD',
    migrating: 'MIGRATING',
    ...rebuilding,
    ...resizing,
  },
  building: { default: 'BUILD' },
  stopped: { default: 'SHUTOFF', ...resizing, ...rebuilding },
  resized: { default: 'VERIFY_RESIZE', resize_reverting: 'REVERT_RESIZE' },
  paused: { default: 'PAUSED', migrating: 'MIGRATING' },
  suspended: { default: 'SUSPENDED' },
  rescued: { default: 'RESCUE' },
  error: { default: 'ERROR', ...rebuilding },
  deleted: { default: 'DELETED' },
  'soft-delete': { default: 'SOFT_DELETED' },
  shelved: { default: 'SHELVED' },
  shelved_offloaded: { default: 'SHELVED_OFFLOADED' },
};

/** The status that nova makes of a server's states (nova/api/openstack/common.py, status_from_state). */
export function statusOf({ deleted, vmState, taskState }: Server): string {
  if (deleted) return 'DELETED';
  const known = states[vmState];
  return known?.[taskState ?? 'default'] ?? known?.default ?? 'UNKNOWN';
}

/** The states behind statuses, as `?status=` looks for them. `taskStates` empty: any. */
export function statesOf(statuses: readonly string[]): { vmStates: Set<string>; taskStates: Set<string> } {
  const wanted = new Set(statuses.map((status) => status.toLowerCase()));
  const vmStates = new Set<string>();
  const taskStates = new Set<string>();
  for (const [vmState, tasks] of Object.entries(states)) {
    for (const [task, status] of Object.entries(tasks)) {
      if (!wanted.has(status.toLowerCase())) continue;
      vmStates.add(vmState);
      taskStates.add(task);
    }
  }
  return { vmStates, taskStates: taskStates.has('default') ? new Set() : taskStates };
}

/** nova/compute/power_state.py: STATE_MAP. */
export const powerStates: Readonly<Record<number, string>> = {
  0: 'pending',
  1: 'running',
  3: 'paused',
  4: 'shutdown',
  6: 'crashed',
  7: 'suspended',
};
