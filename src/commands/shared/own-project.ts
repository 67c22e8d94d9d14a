import { Failure } from '../../core/errors.js';
import { idOf } from '../../services/identity/named.js';
import type { Session } from '../../session/session.js';

/**
 * For what the API does to the project of the login alone.
 * @param given name or id of the project that is meant
 * @throws Failure with this sentence where it is another
 */
export async function ownProject(session: Session, given: string, sentence: string): Promise<void> {
  const wanted = await idOf(session, 'tenant', given);
  if (wanted === undefined || wanted === (await session.accessInfo()).project?.id) return;
  throw new Failure(sentence, { hint: `Log in to it: --os-project-id ${wanted}` });
}
