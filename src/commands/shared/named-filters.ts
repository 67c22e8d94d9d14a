import type { Context } from '../../command/context.js';
import { checkHost } from '../../services/compute/services.js';
import { checkZone } from '../../services/compute/zones.js';
import { type Named, named } from '../../services/identity/named.js';
import { unlessEmpty } from '../../services/unless-empty.js';

/** What the filters of a list may name, as it was typed. */
interface Filters {
  readonly project?: string | undefined;
  readonly user?: string | undefined;
  readonly hosts?: readonly (string | undefined)[];
  readonly zone?: string | undefined;
}

interface NamedFilters {
  readonly projectId: string | undefined;
  readonly userId: string | undefined;
  /** The same pages; where there are none, it is an error that a host or a zone is not there. */
  checked<T>(pages: AsyncIterable<readonly T[]>): AsyncIterable<readonly T[]>;
}

/**
 * The things that filters name.
 * @throws Failure for a project or a user that is not there; when nothing is found, for a host or a zone as well
 */
export async function namedFilters(
  { session, warn }: Pick<Context<unknown, unknown>, 'session' | 'warn'>,
  { project, user, hosts = [], zone }: Filters,
): Promise<NamedFilters> {
  const [ofProject, ofUser] = await Promise.all([
    project ? named(session, 'tenant', project) : undefined,
    user ? named(session, 'user', user) : undefined,
  ]);
  const doubt = (noun: string, one: Named | undefined): void => {
    if (one?.isGuess) warn(`You may not ask whether there is a ${noun} '${one.id}': it was taken for an id.`);
  };
  const check = async (): Promise<void> => {
    for (const host of hosts) if (host) await checkHost(session, host);
    if (zone) await checkZone(session, zone);
    doubt('project', ofProject);
    doubt('user', ofUser);
  };
  return {
    projectId: ofProject?.id,
    userId: ofUser?.id,
    checked: (pages) => unlessEmpty(pages, check),
  };
}
