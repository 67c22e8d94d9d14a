import { type Answer, type Call, page, Refusal } from '../call.js';
import { type Cloud, rolesOf } from '../cloud.js';

/**
 * `GET /auth/v1.0`: the login of swift's own, which was there before keystone: user `tenant:user` and key are headers, and
 * so is what comes back.
 */
export function tempAuth(cloud: Cloud, call: Call): Answer {
  const { world, tokens } = cloud;
  const [tenantName = '', userName = ''] = (call.headers['x-auth-user'] ?? call.headers['x-storage-user'] ?? '').split(
    ':',
  );
  const key = call.headers['x-auth-key'] ?? call.headers['x-storage-pass'];
  const tenant = world.tenants.find(({ name }) => name === tenantName);
  const user = world.users.find(({ name }) => name === userName);
  const allowed =
    user?.enabled === true &&
    user.password === key &&
    tenant?.enabled === true &&
    rolesOf(world, { userId: user.id, tenantId: tenant.id }).length > 0;
  if (!allowed) {
    const sentence = 'This server could not verify that you are authorized to access the document you requested.';
    throw new Refusal(401, sentence, { 'www-authenticate': `Swift realm="${tenantName || 'unknown'}"` });
  }
  const token = tokens.issue({ userId: user.id, tenantId: tenant.id, methods: ['password'] });
  return page(200, '', {
    'x-auth-token': token.id,
    'x-storage-token': token.id,
    'x-auth-token-expires': String(Math.floor((token.expires - cloud.now()) / 1000)),
    'x-storage-url': `${call.root}/v1/AUTH_${tenant.id}`,
  });
}
