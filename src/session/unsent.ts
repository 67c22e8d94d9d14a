import { Quiet } from '../core/errors.js';

/** Instead of an answer: the request was only to be shown. */
export class Unsent extends Quiet {
  constructor() {
    super('ok');
  }
}
