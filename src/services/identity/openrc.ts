import { Failure } from '../../core/errors.js';
import { asText } from '../../lib/read.js';
import type { AccessInfo, Session } from '../../session/session.js';
import { identityApi } from './index.js';

/** All that one needs to log in again, but for the password. */
export interface Account {
  readonly version: AccessInfo['version'];
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
  version: AccessInfo['version'] | undefined,
  project: string | undefined,
): Promise<Account> {
  const accessInfo = await session.accessInfo();
  const { region, cacert } = session.settings;
  const { domainId: userDomainId = DEFAULT_DOMAIN, name: user } = accessInfo.user;
  const scope = project === undefined ? ownProject(accessInfo) : await otherProject(session, project);
  const chosen = version ?? accessInfo.version;
  if (chosen === 'v1') throw new Failure("Swift's own login has no project: there is no openrc of it.");
  if (chosen === 'v2.0' && (userDomainId !== DEFAULT_DOMAIN || scope.domainId !== DEFAULT_DOMAIN)) {
    throw new Failure('Identity v2.0 knows no domains, and this login is in another than the default one.');
  }
  return {
    version: chosen,
    authUrl:
      chosen === accessInfo.version ? accessInfo.authUrl : await otherVersion(session, accessInfo.authUrl, chosen),
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

function ownProject({ project }: AccessInfo): Project {
  if (project === undefined) throw new Failure('The token is unscoped: name a project with --project.');
  return { domainId: DEFAULT_DOMAIN, ...project };
}

async function otherProject(session: Session, given: string): Promise<Project> {
  const found: Project[] = [];
  for await (const page of (await identityApi(session)).ownTenants()) {
    for (const row of page) {
      const one = { id: asText(row.id), name: asText(row.name), domainId: asText(row.domain_id) || DEFAULT_DOMAIN };
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

async function otherVersion(session: Session, authUrl: string, version: AccessInfo['version']): Promise<string> {
  const url = `${authUrl.replace(/\/v\d+(\.\d+)?$/, '')}/${version}`;
  if ((await session.document(url)) !== undefined) return url;
  throw new Failure(`This cloud has no Identity ${version}: nothing answers at ${url}`);
}
