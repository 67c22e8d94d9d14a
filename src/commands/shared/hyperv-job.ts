import { argument } from '../../command/options.js';
import type { Field } from '../../core/view.js';
import { codeName, jobStates } from '../../hyperv/codes.js';
import type { Job } from '../../hyperv/jobs.js';

export const jobArguments = { host: argument('<host>', 'Host.'), job: argument('<job>', 'ID of the job.') };

/** A job as fields. */
export const jobFields = (host: string, job: Job): readonly Field[] => [
  { name: 'host', value: host },
  { name: 'id', value: job.id },
  { name: 'name', value: job.name ?? null },
  { name: 'state', value: codeName(jobStates, job.state) },
  { name: 'percent', value: job.percent ?? null },
  { name: 'error_code', value: job.errorCode ?? null },
  { name: 'error', value: job.error ?? null },
];
