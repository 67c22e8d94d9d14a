import { checkHost } from '../../services/compute/services.js';
import { unlessEmpty } from '../../services/unless-empty.js';
import type { Session } from '../../session/session.js';

/** What there is of one host, page by page; where there is nothing, it is an error that the host is not there. */
export const ofHost = <T>(
  session: Session,
  host: string | undefined,
  pages: AsyncIterable<readonly T[]>,
): AsyncIterable<readonly T[]> => (host ? unlessEmpty(pages, () => checkHost(session, host)) : pages);
