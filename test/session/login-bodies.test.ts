import assert from 'node:assert/strict';
import { test } from 'node:test';
import nova from '../../src/classic/nova.js';
import { resolveSettings } from '../../src/config/settings.js';
import type { Settings } from '../../src/core/settings.js';
import { bodyV2 } from '../../src/session/login-v2.js';
import { bodyV3 } from '../../src/session/login-v3.js';
import { keyMaterial } from '../../src/session/token-cache.js';

const settings = (env: Record<string, string>, given: Record<string, string> = {}): Settings =>
  resolveSettings(given, env, nova.env);
const user = { OS_USERNAME: 'u', OS_PASSWORD: 'p' };

test('v2.0: a password, with a project by name or by id, never both', () => {
  const passwordCredentials = { username: 'u', password: 'p' };
  const body = (env: Record<string, string>): unknown => bodyV2(settings(env));
  assert.deepEqual(body(user), { auth: { passwordCredentials } });
  assert.deepEqual(body({ ...user, OS_TENANT_NAME: 't' }), { auth: { passwordCredentials, tenantName: 't' } });
  assert.deepEqual(body({ ...user, OS_TENANT_NAME: 't', OS_TENANT_ID: '7' }), {
    auth: { passwordCredentials, tenantId: '7' },
  });
  assert.deepEqual(body({ OS_USER_ID: '9', OS_PASSWORD: 'p', OS_TRUST_ID: 'x' }), {
    auth: { passwordCredentials: { userId: '9', password: 'p' }, trust_id: 'x' },
  });
});

test('a token is used when it is all there is, or given as an option; a password goes before one in the environment', () => {
  const token = { auth: { token: { id: 'k' }, tenantName: 't' } };
  const both = { ...user, OS_TOKEN: 'k', OS_TENANT_NAME: 't' };
  assert.deepEqual(bodyV2(settings({ OS_TOKEN: 'k', OS_USERNAME: 'u', OS_TENANT_NAME: 't' })), token);
  assert.deepEqual(bodyV2(settings(both, { token: 'k' })), token);
  assert.deepEqual(bodyV2(settings({ ...both, OS_AUTH_TYPE: 'token' })), token);
  assert.ok(JSON.stringify(bodyV2(settings(both))).includes('passwordCredentials'));
  assert.deepEqual(bodyV3(settings({ OS_TOKEN: 'k' })), {
    auth: { identity: { methods: ['token'], token: { id: 'k' } } },
  });
  assert.throws(() => bodyV3(settings({ ...user, OS_AUTH_TYPE: 'v3oidcpassword' })), {
    message: "The authentication type 'v3oidcpassword' is not supported",
  });
});

test('v3: names are looked up in their domain, else in the default one', () => {
  const domainOf = (env: Record<string, string>): unknown => {
    const body = JSON.parse(JSON.stringify(bodyV3(settings({ ...user, ...env }))));
    return [body.auth.identity.password.user.domain, body.auth.scope?.project?.domain];
  };
  const project = { OS_PROJECT_NAME: 't' };
  assert.deepEqual(domainOf(project), [{ id: 'default' }, { id: 'default' }]);
  assert.deepEqual(domainOf({ ...project, OS_DEFAULT_DOMAIN_NAME: 'D' }), [{ name: 'D' }, { name: 'D' }]);
  assert.deepEqual(
    domainOf({ ...project, OS_USER_DOMAIN_NAME: 'U', OS_PROJECT_DOMAIN_ID: 'p1', OS_DEFAULT_DOMAIN_ID: 'x' }),
    [{ name: 'U' }, { id: 'p1' }],
  );
  assert.deepEqual(domainOf({ ...project, OS_USER_DOMAIN_NAME: 'U', OS_USER_DOMAIN_ID: 'u1' }), [
    { id: 'u1' },
    { id: 'default' },
  ]);
  assert.deepEqual(bodyV3(settings({ OS_USER_ID: '9', OS_PASSWORD: 'p' })), {
    auth: { identity: { methods: ['password'], password: { user: { id: '9', password: 'p' } } } },
  });
});

test('v3: one scope of project, domain, system or trust', () => {
  const scope = (env: Record<string, string>): unknown =>
    JSON.parse(JSON.stringify(bodyV3(settings({ ...user, ...env })))).auth.scope;
  assert.equal(scope({}), undefined);
  assert.deepEqual(scope({ OS_PROJECT_ID: '7', OS_PROJECT_NAME: 't' }), { project: { id: '7' } });
  assert.deepEqual(scope({ OS_DOMAIN_ID: 'd', OS_DOMAIN_NAME: 'D' }), { domain: { id: 'd' } });
  assert.deepEqual(scope({ OS_DOMAIN_NAME: 'D' }), { domain: { name: 'D' } });
  assert.deepEqual(scope({ OS_SYSTEM_SCOPE: 'all' }), { system: { all: true } });
  assert.deepEqual(scope({ OS_TRUST_ID: 'x' }), { 'OS-TRUST:trust': { id: 'x' } });
  assert.throws(() => scope({ OS_TRUST_ID: 'x', OS_PROJECT_ID: '7' }), /cannot be scoped to multiple targets/);
  assert.throws(() => scope({ OS_SYSTEM_SCOPE: 'all', OS_DOMAIN_ID: 'd' }), /cannot be scoped to multiple targets/);
});

test('settings that decide a login give it another key in the cache; the others do not', () => {
  const env = { ...user, OS_AUTH_URL: 'http://h/v3', OS_PROJECT_NAME: 't' };
  const material = (more: Record<string, string>): string => keyMaterial(settings({ ...env, ...more }));
  const deciding = [
    'OS_AUTH_URL OS_USERNAME OS_PASSWORD OS_USER_ID OS_TOKEN OS_AUTH_TYPE OS_PROJECT_NAME OS_PROJECT_ID',
    'OS_USER_DOMAIN_ID OS_USER_DOMAIN_NAME OS_PROJECT_DOMAIN_ID OS_PROJECT_DOMAIN_NAME OS_DOMAIN_ID OS_DOMAIN_NAME',
    'OS_DEFAULT_DOMAIN_ID OS_DEFAULT_DOMAIN_NAME OS_SYSTEM_SCOPE OS_TRUST_ID OS_IDENTITY_API_VERSION OS_CACERT',
  ].flatMap((line) => line.split(' '));
  const all = new Set([material({}), ...deciding.map((name) => material({ [name]: 'other' }))]);
  all.add(material({ NOVACLIENT_INSECURE: '1' }));
  assert.equal(all.size, deciding.length + 2);
  const indifferent = {
    OS_REGION_NAME: 'r',
    OS_INTERFACE: 'admin',
    OS_COMPUTE_API_VERSION: '2.1',
    OS_ENDPOINT_OVERRIDE: 'http://h:8774',
    NOVA_SERVICE_NAME: 'nova',
    OS_CERT: '/c',
    OS_KEY: '/k',
  };
  assert.equal(material(indifferent), material({}));
  // The order in which values were found does not matter, and no two values run into each other.
  assert.equal(
    keyMaterial({ ...settings(env) }),
    keyMaterial(settings(Object.fromEntries(Object.entries(env).reverse()))),
  );
  assert.notEqual(material({ OS_USERNAME: 'a","b' }), material({ OS_USERNAME: 'a', OS_PASSWORD: 'b' }));
});
