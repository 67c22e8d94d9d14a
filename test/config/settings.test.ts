import assert from 'node:assert/strict';
import { test } from 'node:test';
import keystone from '../../src/classic/keystone.js';
import nova from '../../src/classic/nova.js';
import quantum from '../../src/classic/quantum.js';
import stackline from '../../src/classic/stackline.js';
import { missingSettings, needsPassword } from '../../src/config/missing.js';
import { resolveSettings } from '../../src/config/settings.js';
import { definitions, type SettingName, type SettingVariables, variablesOf } from '../../src/core/definitions.js';
import { Failure, UsageError } from '../../src/core/errors.js';

test('an option wins over the environment, the environment over the default', () => {
  const env = { OS_REGION_NAME: 'two', OS_USERNAME: 'env' };
  const settings = resolveSettings({ username: 'option' }, env, nova.env);
  assert.equal(settings.username, 'option');
  assert.equal(settings.region, 'two');
  assert.equal(settings.interface, 'public');
  assert.equal(settings.timeout, 60);
  assert.equal(settings.insecure, false);
  assert.equal(settings.cache, true);
});

test('an empty value counts as unset, in an option as in the environment', () => {
  const env = { OS_PROJECT_NAME: '', OS_TENANT_NAME: 'old', OS_TENANT_ID: '' };
  const settings = resolveSettings({ projectName: '' }, env, nova.env);
  assert.equal(settings.projectName, 'old');
  assert.equal('projectId' in settings, false);
});

test('the first variable of the list that is not empty wins', () => {
  const both = { OS_PROJECT_NAME: 'new', OS_TENANT_NAME: 'old', NOVA_PROJECT_ID: 'oldest' };
  assert.equal(resolveSettings({}, both, nova.env).projectName, 'new');
  assert.equal(resolveSettings({}, { NOVA_PROJECT_ID: 'oldest' }, nova.env).projectName, 'oldest');
  assert.equal(resolveSettings({}, { NOVA_PROJECT_ID: 'oldest' }, keystone.env).projectName, undefined);
});

test('every variable of every program is read', () => {
  for (const { env } of [nova, keystone, stackline]) {
    for (const setting of Object.keys(definitions) as SettingName[]) {
      for (const name of variablesOf(setting, env)) {
        const word = setting === 'interface' ? 'internalURL' : setting === 'insecure' ? 'yes' : 'word';
        const settings: Record<string, unknown> = { ...resolveSettings({}, { [name]: word }, env) };
        const expected = setting === 'interface' ? 'internal' : setting === 'insecure' ? true : 'word';
        assert.equal(settings[setting], expected, name);
      }
    }
  }
});

test('the service token counts for keystone only', () => {
  const env = { OS_SERVICE_TOKEN: 't', OS_SERVICE_ENDPOINT: 'http://h:35357/v2.0' };
  assert.equal(resolveSettings({}, env, keystone.env).serviceToken, 't');
  assert.equal(resolveSettings({}, env, nova.env).serviceToken, undefined);
});

test('interfaces in both spellings; a bad one names where it came from', () => {
  assert.equal(resolveSettings({ interface: 'adminURL' }, {}, nova.env).interface, 'admin');
  assert.equal(resolveSettings({}, { OS_INTERFACE: 'internal' }, nova.env).interface, 'internal');
  assert.throws(
    () => resolveSettings({}, { NOVA_ENDPOINT_TYPE: 'constructor' }, nova.env),
    (error) => {
      return (
        error instanceof Failure && error.exitReason === 'failed' && error.message.includes('env[NOVA_ENDPOINT_TYPE]')
      );
    },
  );
  assert.throws(() => resolveSettings({ interface: 'publik' }, {}, nova.env), UsageError);
});

test('the timeout is a positive number of seconds', () => {
  assert.equal(resolveSettings({ timeout: '2.5' }, {}, nova.env).timeout, 2.5);
  assert.equal(resolveSettings({ timeout: 5 }, {}, nova.env).timeout, 5);
  for (const bad of ['soon', '0', '-1', '1e3', 'Infinity', '']) {
    if (bad === '') continue;
    assert.throws(() => resolveSettings({ timeout: bad }, {}, nova.env), UsageError, bad);
  }
});

test('the cache is on, and off by option, by OS_NO_CACHE or by a plain no in OS_CACHE', () => {
  const cache = (env: Record<string, string>, option?: boolean): boolean =>
    resolveSettings(option === undefined ? {} : { cache: option }, env, nova.env).cache;
  for (const word of ['', '0', 'false', 'No', 'off']) assert.equal(cache({ OS_NO_CACHE: word }), true, word);
  for (const word of ['1', 'true', 'True', 'yes', 'please', 'n'])
    assert.equal(cache({ OS_NO_CACHE: word }), false, word);
  assert.equal(cache({ OS_CACHE: '1' }), true);
  assert.equal(cache({ OS_CACHE: '0' }), false);
  assert.equal(cache({}, false), false);
  assert.equal(cache({ OS_NO_CACHE: '1' }, true), true);
});

test('settings are frozen and hold no empty values', () => {
  const settings = resolveSettings({ region: '' }, { OS_REGION_NAME: '' }, nova.env);
  assert.ok(Object.isFrozen(settings));
  assert.deepEqual(Object.keys(settings).sort(), ['cache', 'insecure', 'interface', 'timeout']);
});

test('nova names what is missing: who, for which project, where', () => {
  const missing = (env: Record<string, string>): string | undefined =>
    missingSettings(resolveSettings({}, env, nova.env), nova.login, () => false)?.message;
  assert.equal(
    missing({}),
    'You must provide a user name/id (via --os-username, --os-user-id, env[OS_USERNAME] or env[OS_USER_ID]) or an auth token (via --os-token).',
  );
  assert.equal(
    missing({ OS_USERNAME: 'u' }),
    'You must provide a project name or project ID via --os-project-name, --os-project-id, env[OS_PROJECT_ID] or env[OS_PROJECT_NAME]. You may use os-project and os-tenant interchangeably.',
  );
  assert.equal(
    missing({ OS_USER_ID: 'u', OS_TENANT_ID: 't' }),
    'You must provide an auth url via either --os-auth-url or env[OS_AUTH_URL].',
  );
  assert.equal(missing({ OS_USERNAME: 'u', OS_TENANT_NAME: 't', OS_AUTH_URL: 'http://h/v3' }), undefined);
  assert.equal(missing({ OS_TOKEN: 't', OS_ENDPOINT_OVERRIDE: 'http://h:8774/v2.1' }), undefined);
});

test('whether somebody can be asked is looked at only where a password is needed', () => {
  const login = {
    ...nova.login,
    passwordPrompt: 'OS Password: ',
    requirements: [...nova.login.requirements, { needs: 'password', sentence: 'a password' }],
  } as const;
  const looked = (env: Record<string, string>): number => {
    let times = 0;
    missingSettings(resolveSettings({}, env, nova.env), login, () => {
      times += 1;
      return true;
    });
    return times;
  };
  const env = { OS_USERNAME: 'u', OS_TENANT_NAME: 't', OS_AUTH_URL: 'http://h/v3' };
  assert.equal(looked({ ...env, OS_PASSWORD: 'p' }), 0);
  assert.equal(looked({ ...env, OS_TOKEN: 't' }), 0);
  assert.equal(looked(env), 1);
});

test('keystone names what is missing: where, who, and a token without its endpoint', () => {
  const missing = (env: Record<string, string>): string | undefined =>
    missingSettings(resolveSettings({}, env, keystone.env), keystone.login, () => false)?.message;
  assert.equal(missing({}), 'Expecting an auth URL via either --os-auth-url or env[OS_AUTH_URL]');
  const url = { OS_AUTH_URL: 'http://h/v2.0' };
  assert.equal(
    missing(url),
    'Expecting authentication method via\n  either a service token, --os-token or env[OS_SERVICE_TOKEN], \n  credentials, --os-username or env[OS_USERNAME]',
  );
  assert.equal(
    missing({ ...url, OS_PASSWORD: 'p' }),
    'Expecting a username provided via either --os-username or env[OS_USERNAME]',
  );
  assert.equal(missing({ ...url, OS_USERNAME: 'u' }), undefined);
  assert.equal(
    missing({ OS_SERVICE_TOKEN: 't' }),
    'Expecting an endpoint provided via either --os-endpoint or env[OS_SERVICE_ENDPOINT]',
  );
  assert.equal(
    missing({ SERVICE_ENDPOINT: 'http://h' }),
    'Expecting a token provided via either --os-token or env[OS_SERVICE_TOKEN]',
  );
  assert.equal(missing({ SERVICE_ENDPOINT: 'http://h', SERVICE_TOKEN: 't' }), undefined);
});

test('a password is needed for a user, not for a token', () => {
  const needs = (env: Record<string, string>, own: SettingVariables = nova.env): boolean =>
    needsPassword(resolveSettings({}, env, own));
  assert.equal(needs({ OS_USERNAME: 'u' }), true);
  assert.equal(needs({ OS_USERNAME: 'u', OS_PASSWORD: 'p' }), false);
  assert.equal(needs({ OS_USERNAME: 'u', OS_TOKEN: 't' }), false);
  assert.equal(
    needs({ OS_USERNAME: 'u', OS_SERVICE_TOKEN: 't', OS_SERVICE_ENDPOINT: 'http://h' }, keystone.env),
    false,
  );
  assert.equal(needs({}), false);
});

test("a client's own default stands below what anybody says, and above the default of all", () => {
  const lower = { ofClient: quantum.defaults };
  assert.equal(resolveSettings({}, {}, quantum.env).interface, 'public');
  assert.equal(resolveSettings({}, {}, quantum.env, lower).interface, 'admin');
  assert.equal(resolveSettings({}, { OS_ENDPOINT_TYPE: 'internalURL' }, quantum.env, lower).interface, 'internal');
  assert.equal(resolveSettings({ interface: 'publicURL' }, {}, quantum.env, lower).interface, 'public');
});
