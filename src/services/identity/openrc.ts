import { Failure } from '../../core/errors.js';
import { text } from '../../lib/read.js';
import type { Grant, Session } from '../../session/session.js';
import { identityApi } from './index.js';

/** All that one needs to log in again, but for the password. */
export interface Account {
  readonly version: Grant['version'];
  /** With its version. */
  readonly authUrl: string;
  readonly user: string;
  readonly userDomainId: string;
  readonly projectId: string;
  readonly project: string;
  readonly projectDomainId: string;
  readonly region?: string;
  readonly cacert?: string;
}

/** The domain of all that Identity v2.0 knows. */
const DEFAULT_DOMAIN = 'default';

/**
 * The account that the session is logged in with.
 * @param project name or id of another project of the user's
 * @throws Failure when there is no such project, or the cloud has no such version
 */
export async function accountOf(
  session: Session,
  version: Grant['version'] | undefined,
  project: string | undefined,
): Promise<Account> {
  const grant = await session.grant();
  const { region, cacert } = session.place;
  const { domainId: userDomainId = DEFAULT_DOMAIN, name: user } = grant.user;
  const scope = project === undefined ? ownProject(grant) : await otherProject(session, project);
  const chosen = version ?? grant.version;
  if (chosen === 'v2.0' && (userDomainId !== DEFAULT_DOMAIN || scope.domainId !== DEFAULT_DOMAIN)) {
    throw new Failure('Identity v2.0 knows no domains, and this login is in another than the default one.');
  }
  return {
    version: chosen,
    authUrl: chosen === grant.version ? grant.authUrl : await otherVersion(session, grant.authUrl, chosen),
    user,
    userDomainId,
    projectId: scope.id,
    project: scope.name,
    projectDomainId: scope.domainId,
    ...(region === undefined ? {} : { region }),
    ...(cacert === undefined ? {} : { cacert }),
  };
}

interface Project {
  readonly id: string;
  readonly name: string;
  readonly domainId: string;
}

function ownProject({ project }: Grant): Project {
  if (project === undefined) throw new Failure('This login belongs to no project: name one with --project.');
  return { domainId: DEFAULT_DOMAIN, ...project };
}

async function otherProject(session: Session, given: string): Promise<Project> {
  const found: Project[] = [];
  for await (const page of (await identityApi(session)).ownTenants()) {
    for (const row of page) {
      const one = { id: text(row.id), name: text(row.name), domainId: text(row.domain_id) || DEFAULT_DOMAIN };
      if (one.id === given) return one;
      if (one.name === given) found.push(one);
    }
  }
  const [first, second] = found;
  if (first === undefined) throw new Failure(`You have no role in a project with a name or ID of '${given}'.`);
  if (second === undefined) return first;
  const hint = found.map(({ id, domainId }) => `${id} in domain ${domainId}`).join('\n');
  throw new Failure(`Multiple project matches found for '${given}', use an ID to be more specific.`, { hint });
}

async function otherVersion(session: Session, authUrl: string, version: Grant['version']): Promise<string> {
  const url = `${authUrl.replace(/\/v\d+(\.\d+)?$/, '')}/${version}`;
  if ((await session.document(url)) !== undefined) return url;
  throw new Failure(`This cloud has no Identity ${version}: nothing answers at ${url}`);
}
