import { Failure } from '../../core/errors.js';
import { followJob, jobReference } from '../../hyperv/jobs.js';
import { changing, hostShow, waitingOf } from '../shared/hyperv.js';
import { jobArguments, jobFields } from '../shared/hyperv-job.js';

export const about = { name: 'job wait', summary: 'Wait for the end of a job of a host.' };

export default hostShow({
  options: { waitTimeout: changing.waitTimeout },
  arguments: jobArguments,
  fields: async (context, wsman) => {
    const { args, options } = context;
    try {
      const job = await followJob(wsman, jobReference(args.job), waitingOf(context, options.waitTimeout));
      if (job !== undefined) return jobFields(wsman.host, job);
    } finally {
      context.progress(undefined);
    }
    throw new Failure(
      `${wsman.host}: the job '${args.job}' is not there: it has never been, or it is finished and its result is not known.`,
      {},
      'unknown',
    );
  },
});
