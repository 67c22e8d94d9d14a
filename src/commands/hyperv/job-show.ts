import { Failure } from '../../core/errors.js';
import { jobReference, readJob } from '../../hyperv/jobs.js';
import { hostShow } from '../shared/hyperv.js';
import { jobArguments, jobFields } from '../shared/hyperv-job.js';

export const about = { name: 'job show', summary: 'Show a job of a host.' };

export default hostShow({
  arguments: jobArguments,
  fields: async ({ args }, wsman) => {
    const job = await readJob(wsman, jobReference(args.job));
    if (job !== undefined) return jobFields(wsman.host, job);
    throw new Failure(`${wsman.host}: no job with an ID of '${args.job}' exists.`, {
      hint: 'Hosts forget finished jobs after some minutes.',
    });
  },
});
