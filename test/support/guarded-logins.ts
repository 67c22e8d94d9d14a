/** Logins and clouds that guard something, for tests of what is shown of secrets. */
import assert from 'node:assert/strict';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld } from '../../src/sandbox/seed.js';
import { memoryStore } from './sessions.js';
import { type Setting, stackline } from './stackline.js';

export const PASSWORD = 'admin-password';
export const V3 = { OS_AUTH_URL: 'http://cloud.example.com:5000/v3' };
export const noPassword = { OS_PASSWORD: undefined };
/** Nothing of a login. */
export const nothing = { OS_AUTH_URL: undefined, OS_USERNAME: undefined, OS_TENANT_NAME: undefined, ...noPassword };

/** The guide's cloud with a second proof, an application credential, and a token for each of two projects. */
export function guarded(passcode?: string) {
  const world = guideWorld();
  const admin = world.users.find(({ name }) => name === 'admin');
  const tenant = world.tenants.find(({ name }) => name === 'admin');
  assert.ok(admin !== undefined && tenant !== undefined);
  if (passcode !== undefined) admin.passcode = passcode;
  const ids = { userId: admin.id, tenantId: tenant.id };
  world.applicationCredentials.push({ id: 'c1', name: 'robot', secret: 'its-long-secret', ...ids });
  return world;
}

/** A login that an earlier run has kept. */
export async function kept(env: Setting['env'] = {}) {
  const logins = memoryStore();
  const transport = simulate();
  assert.equal((await stackline('list', { env: env ?? {}, logins, transport })).code, 0);
  return { logins, transport };
}
