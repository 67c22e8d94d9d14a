import { Failure } from '../../core/errors.js';
import type { Session } from '../../session/session.js';

/** The id of the project that is asked about: the given one, or that of the login. */
export async function projectOrOwn(session: Session, given: string | undefined): Promise<string> {
  const id = given || (await session.accessInfo()).project?.id;
  if (id === undefined) throw new Failure('The token is unscoped: name a project with --tenant.');
  return id;
}
