import { Failure } from '../../core/errors.js';
import { firstIn } from '../../lib/items-of.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { textIn } from '../answer.js';
import { identityChanges } from './changes.js';
import { identityApi } from './index.js';

/** What a tool of the EC2 API needs. */
export interface Ec2Account {
  readonly access: string;
  readonly secret: string;
  readonly url: string;
  /** Where a cloud has an S3 service. */
  readonly s3Url?: string;
}

/**
 * The first pair of keys that the user has for the project, and where the EC2 service is.
 * @param create makes a pair where there is none
 * @throws Failure when there are no keys, or no EC2 service in the catalogue
 */
export async function ec2Account(session: Session, create: boolean): Promise<Ec2Account> {
  const { user, project, catalog } = await session.accessInfo();
  if (project === undefined)
    throw new Failure('The token is unscoped, and EC2 keys are for one project: log in to a project.');
  const url = await session.endpoint('ec2');
  const { region, interface: side } = session.settings;
  const s3Url = catalog.find(
    (one) => one.type === 's3' && one.interface === side && (region === undefined || one.region === region),
  )?.url;
  const keys = await keysFor(session, user.id, project, create);
  const account = { access: textIn(keys, 'access', 'identity'), secret: textIn(keys, 'secret', 'identity'), url };
  return s3Url === undefined ? account : { ...account, s3Url };
}

async function keysFor(
  session: Session,
  userId: string,
  project: { readonly id: string; readonly name: string },
  create: boolean,
): Promise<Json> {
  const api = await identityApi(session);
  const found = await firstIn(api.ec2Credentials(userId), (keys) => keys.tenant_id === project.id);
  if (found !== undefined) return found;
  if (create) return (await identityChanges(session)).createEc2Credential(userId, project.id);
  throw new Failure(`You have no EC2 keys for ${project.name}.`, {
    hint: "'stackline ec2rc --create' makes a pair, as 'keystone ec2-credentials-create' did.",
  });
}
