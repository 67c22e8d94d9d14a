import { UsageError } from '../../core/errors.js';

/** What has to be said one way or the other. @throws UsageError when it is not */
export function needed(option: string, ...values: readonly (string | undefined)[]): string {
  const given = values.find((value) => value !== undefined && value !== '');
  if (given === undefined) throw new UsageError(`the following arguments are required: ${option}`);
  return given;
}
