import type { Volume } from '../world-volume.js';
import type { VolumeCall } from './call.js';

/** Starts what makes something else of a volume; with a `taskTime` of 0 it is done at once. */
export function begin(call: VolumeCall, row: Volume, status: string, to: Partial<Volume> | 'gone'): void {
  const { now, taskTime } = call.cloud;
  row.status = status;
  row.task = { until: now() + taskTime, to };
  settle(call, [row]);
}

/** Ends what is due: called before anything is read. */
export function settle({ cloud }: VolumeCall, rows: readonly Volume[] = cloud.world.volumes): void {
  for (const row of rows.filter(({ task }) => task !== undefined && task.until <= cloud.now())) {
    const to = row.task?.to;
    delete row.task;
    if (to === 'gone') cloud.world.volumes.splice(cloud.world.volumes.indexOf(row), 1);
    else Object.assign(row, to);
  }
}
