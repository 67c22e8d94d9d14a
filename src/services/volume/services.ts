import { Failure } from '../../core/errors.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { isMissing } from '../find.js';
import { pagesOf } from '../resource.js';
import { volumeServices } from './resources.js';

/**
 * Services of Cinder and where they run, in the order of its database. Block Storage API reference: "List All Cinder
 * Services" (`GET /os-services`); not before 2013.1.
 * @throws Failure where the cloud is older
 */
export async function* listVolumeServices(session: Session): AsyncGenerator<readonly Json[]> {
  try {
    yield* pagesOf(session, volumeServices);
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Failure("This cloud's volume API does not tell which hosts and services there are.", {
      hint: 'It does since 2013.1 (os-services); before, only cinder-manage on the controller knows.',
      cause: error,
    });
  }
}
