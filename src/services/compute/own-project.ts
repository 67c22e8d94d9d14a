import { Failure } from '../../core/errors.js';
import type { Session } from '../../session/session.js';

/** The id of the project that is asked about: the given one, or that of the login. */
export async function projectOrOwn(session: Session, given: string | undefined): Promise<string> {
  const id = given || (await session.grant()).project?.id;
  if (id === undefined) throw new Failure('This login is to no project: name one with --tenant.');
  return id;
}
