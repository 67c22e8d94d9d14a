import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { identityApi } from './index.js';

/** A pair of keys for the EC2 API: access, secret, tenant_id, user_id, trust_id, and `tenant`, a name if one can tell. */
export type Ec2Credential = Json;

/**
 * The keys of a user, one's own if none is said. `tenant` is the tenant's name, or its id where the caller may not ask
 * (python-keystoneclient `v2_0/shell.py`, do_ec2_credentials_list).
 */
export async function* listEc2Credentials(
  session: Session,
  userId: string | undefined,
): AsyncGenerator<readonly Ec2Credential[]> {
  const api = await identityApi(session);
  const names = new Map<string, Promise<unknown>>();
  const nameOf = (id: string): Promise<unknown> => {
    const known =
      names.get(id) ??
      api
        .get('tenant', id)
        .then(({ name }) => name)
        .catch(() => id);
    names.set(id, known);
    return known;
  };
  for await (const page of api.ec2Credentials(await ownerOf(session, userId))) {
    yield await Promise.all(page.map(async (keys) => ({ ...keys, tenant: await nameOf(asText(keys.tenant_id)) })));
  }
}

/** One pair of keys by its access key. */
export async function getEc2Credential(session: Session, access: string, userId?: string): Promise<Ec2Credential> {
  return (await identityApi(session)).ec2Credential(await ownerOf(session, userId), access);
}

/** The user of the id, oneself if none is said. */
export const ownerOf = async (session: Session, userId: string | undefined): Promise<string> =>
  userId || (await session.accessInfo()).user.id;
