import { Failure } from '../core/errors.js';
import { HttpFailure } from './api-errors.js';

/** An error that may pass: nobody answered, or a service was busy or broken. */
export function mayPass(error: unknown): error is Failure {
  if (error instanceof HttpFailure) return error.status >= 500 || error.status === 408 || error.status === 429;
  return error instanceof Failure && error.exitReason === 'failed' && error.name !== 'UnexpectedAnswer';
}
