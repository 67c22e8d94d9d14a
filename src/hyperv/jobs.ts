/** Jobs: what a host goes on with after it has accepted a change. */
import { Failure } from '../core/errors.js';
import { codeName, jobStates, returnCodes } from './codes.js';
import { readCimText } from './wsman/cim-text.js';
import type { Wsman } from './wsman/client.js';
import type { Reference } from './wsman/envelope.js';
import { WsmanFault } from './wsman/fault.js';
import { type Instance, numberOf, referenceOf, textOf } from './wsman/instance.js';
import { resourceOf } from './wsman/names.js';

/** Waiting, as the program does it. */
export interface Waiting {
  /** Milliseconds that a job may take. */
  readonly limit: number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Told after each look. */
  readonly progress: (job: Job) => void;
}

export interface Job {
  readonly id: string;
  readonly state: number | undefined;
  readonly percent: number | undefined;
  readonly name: string | undefined;
  readonly errorCode: number | undefined;
  readonly error: string | undefined;
  readonly instance: Instance;
}

/** CloudStack's agent waits in Starting and Running only, and takes a new or a held job for a failed one. */
const UNFINISHED = [2, 3, 4, 5, 6];
const SUCCEEDED = [7, 32768];

const isFinished = ({ state }: Job): boolean => state !== undefined && !UNFINISHED.includes(state);

/** A job by the id that it had when it was started. */
export const jobReference = (id: string): Reference => ({
  resource: resourceOf('Msvm_ConcreteJob'),
  selectors: { InstanceID: id },
});

/** A job as it is now; undefined where there is none: a host forgets finished ones after some minutes. */
export async function readJob(wsman: Wsman, reference: Reference): Promise<Job | undefined> {
  try {
    const instance = await wsman.get(reference);
    return {
      id: textOf(instance, 'InstanceID') ?? reference.selectors.InstanceID ?? '',
      state: numberOf(instance, 'JobState'),
      percent: numberOf(instance, 'PercentComplete'),
      name: textOf(instance, 'Caption') ?? textOf(instance, 'ElementName'),
      errorCode: numberOf(instance, 'ErrorCode'),
      error: textOf(instance, 'ErrorDescription') || textOf(instance, 'ErrorSummaryDescription') || undefined,
      instance,
    };
  } catch (error) {
    const isGone =
      error instanceof WsmanFault && ['InvalidSelectors', 'DestinationUnreachable'].includes(error.subcode);
    if (isGone) return undefined;
    throw error;
  }
}

/**
 * Waits for the end of a job; undefined where it has vanished, so that it is finished and nobody knows how.
 * @throws Failure with its error, or when it takes longer than the limit
 */
export async function followJob(wsman: Wsman, reference: Reference, waiting: Waiting): Promise<Job | undefined> {
  const end = waiting.now() + waiting.limit;
  for (let pause = 200; ; pause = Math.min(pause * 1.5, 2000)) {
    const job = await readJob(wsman, reference);
    if (job === undefined) return undefined;
    waiting.progress(job);
    if (isFinished(job)) {
      if (SUCCEEDED.includes(job.state ?? 0)) return job;
      throw await jobFailure(wsman, reference, job);
    }
    const left = end - waiting.now();
    if (left <= 0) {
      const seconds = Math.round(waiting.limit / 1000);
      throw new Failure(
        `${wsman.host}: the job ${job.id} is ${codeName(jobStates, job.state)} after ${seconds} seconds; it goes on.`,
        { hint: `stackline hyperv job wait ${wsman.host} ${job.id}` },
        'timeout',
      );
    }
    await waiting.sleep(Math.min(pause, left));
  }
}

async function jobFailure(wsman: Wsman, reference: Reference, job: Job): Promise<Failure> {
  const text = job.error ?? (await errorOf(wsman, reference)) ?? 'no reason was given';
  const code = job.errorCode === undefined ? '' : `, error code ${job.errorCode}`;
  return new Failure(
    `${wsman.host}: the job ${job.id} failed (${codeName(jobStates, job.state)}${code}): ${text.trim()}`,
  );
}

/** `GetErrorEx` of a job gives its errors as text. */
async function errorOf(wsman: Wsman, reference: Reference): Promise<string | undefined> {
  try {
    const output = await wsman.invoke(reference, 'GetErrorEx', {}, true);
    const [first] = output.properties.get('Errors') ?? [];
    return typeof first === 'string' ? readCimText(first).get('Message') : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The end of a method that may have started a job.
 * @param what as it stands in the error: `set 'key' on 'web'`
 * @throws Failure for what was refused, failed or is not known
 */
export async function finished(wsman: Wsman, output: Instance, what: string, waiting: Waiting): Promise<void> {
  const code = numberOf(output, 'ReturnValue');
  if (code === 0) return;
  if (code !== 4096) {
    throw new Failure(
      `${wsman.host}: failed to ${what}: ${codeName(returnCodes, code)} (${code ?? 'no return value'})`,
    );
  }
  const reference = referenceOf(output, 'Job');
  const id = reference?.selectors.InstanceID;
  const job = id === undefined ? undefined : await followJob(wsman, jobReference(id), waiting);
  if (job !== undefined) return;
  throw new Failure(
    `${wsman.host}: to ${what} was accepted and is finished, but its job is gone: the result is not known.`,
    {},
    'unknown',
  );
}
