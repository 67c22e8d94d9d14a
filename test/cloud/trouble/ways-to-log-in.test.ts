/** Each way to log in that a real keystone offers, set up over its API. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { connect } from '../../../src/http/http-transport.js';
import { stackline } from '../../support/stackline.js';
import type { Env } from '../processes.js';
import { type Account, ask, fails, logins, openLab, person, tokenOf, works } from './lab.js';

const lab = await openLab();
const TABLE = /\| wiki +\|/;
const without = { OS_USERNAME: undefined, OS_PASSWORD: undefined, OS_PROJECT_NAME: undefined };
const own = ({ id, password }: Account) => ({ id, password });

/** RFC 6238, as a telephone shows it: six digits for each half minute. */
function passcode(secret: Buffer): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** `JBSWY3DP…`: RFC 4648, without padding where the length is a multiple of five. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)])
    .join('');
}

async function withDevice(account: Account): Promise<Buffer> {
  const secret = Buffer.from('twenty bytes of keys');
  const credential = { type: 'totp', blob: base32(secret), user_id: account.id };
  await lab.admin('POST', '/credentials', { credential });
  return secret;
}

const twoFactors = { multi_factor_auth_enabled: true, multi_factor_auth_rules: [['password', 'totp']] };

test('a passcode beside the password, at once', async (t) => {
  const account = await lab.user(t, ['anne'], twoFactors);
  const secret = await withDevice(account);
  const user = person(t, account.env);
  fails(await user('list'), /ERROR \(MissingAuthMethods\): .*passcode/);
  fails(await user('list --os-passcode 000000'), /ERROR \(Unauthorized\)/);
  works(await user(`list --os-passcode ${passcode(secret)}`), TABLE);
  works(await user('list'), TABLE);
});

test('a passcode that keystone asks for, with its receipt', async (t) => {
  const account = await lab.user(t, ['anne'], twoFactors);
  const secret = await withDevice(account);
  const network = connect();
  t.after(() => network.close());
  const questions: string[] = [];
  const { stdout, stderr, code, requests } = await stackline('list', {
    env: account.env,
    tty: true,
    transport: network,
    askPassword: async (question) => {
      questions.push(question);
      return passcode(secret);
    },
  });
  assert.equal(code, 0, stderr);
  assert.match(stdout, /wiki/);
  assert.equal(questions.length, 1);
  assert.equal(requests.filter((one) => one.startsWith('POST')).length, 2);
});

test('a passcode alone', async (t) => {
  const account = await lab.user(t, ['anne']);
  const secret = await withDevice(account);
  const user = person(t, { ...account.env, OS_AUTH_TYPE: 'v3totp', OS_PASSWORD: undefined });
  works(await user('list', { OS_PASSCODE: passcode(secret) }), TABLE);
});

test('an application credential, by id and by name, and when it is gone', async (t) => {
  const account = await lab.user(t, ['anne']);
  const token = await tokenOf(own(account), 'anne');
  const path = `/users/${account.id}/application_credentials`;
  const made = await ask('POST', path, { application_credential: { name: 'cron', secret: 'canary-of-cron' } }, token);
  assert.equal(made.status, 201);
  const { id } = made.body.application_credential;
  const secret = { OS_APPLICATION_CREDENTIAL_SECRET: 'canary-of-cron' };
  const { OS_AUTH_URL, OS_REGION_NAME } = account.env;
  const place = { OS_AUTH_URL, OS_REGION_NAME };
  const byId = person(t, { ...place, ...secret, OS_APPLICATION_CREDENTIAL_ID: id });
  works(await byId('list'), TABLE);
  works(await byId('list'), TABLE);
  const named = { OS_APPLICATION_CREDENTIAL_NAME: 'cron', OS_USERNAME: account.name, OS_USER_DOMAIN_NAME: 'Default' };
  works(await person(t, { ...place, ...secret, ...named })('list'), TABLE);
  const wrong = { OS_APPLICATION_CREDENTIAL_ID: id, OS_APPLICATION_CREDENTIAL_SECRET: 'canary-wrong' };
  fails(await person(t, { ...place, ...wrong })('list'), /ERROR \(Unauthorized\)/);
  const late = person(t, { ...place, ...secret, OS_APPLICATION_CREDENTIAL_ID: id });
  assert.equal((await late('whoami')).code, 0);
  assert.equal((await ask('DELETE', `${path}/${id}`, undefined, token)).status, 204);
  fails(await late('list'), /ERROR \(NotFound\): Could not find Application Credential: .*\n.*application credential/);
});

test('a token, for the project it has and for another', async (t) => {
  const account = await lab.user(t, ['anne', 'tom']);
  const { OS_USERNAME: _name, OS_PASSWORD: _password, ...env } = account.env;
  const token = await tokenOf(own(account));
  const byToken: Env = { ...env, OS_AUTH_TYPE: 'v3token', OS_TOKEN: token };
  works(await person(t, byToken)('list'), TABLE);
  works(await person(t, byToken)('list', { OS_PROJECT_NAME: 'tom' }), /\| cern-batch-01 +\|/);
  fails(await person(t, byToken)('list', { OS_PROJECT_NAME: 'lorin' }), /ERROR \((Unauthorized|Forbidden)\)/);
  fails(await person(t, byToken)('list', { OS_TOKEN: 'gAAAAABcanary' }), /ERROR \(NotFound\): .*token/);
});

test('another project comes for the kept token, not for the password', async (t) => {
  const { env } = await lab.user(t, ['anne', 'tom']);
  const user = person(t, env);
  works(await user('list'), TABLE);
  const other = await user('list --debug --os-project-name tom');
  assert.deepEqual([other.code, logins(other)], [0, 1], other.stderr);
  assert.match(other.stdout, /\| cern-batch-01 +\|/);
  assert.match(other.stderr, /"methods": ?\["token"\]/);
});

test('a trust: what somebody else lends', async (t) => {
  const trustor = await lab.user(t, ['anne']);
  const trustee = await lab.user(t, []);
  const trust = {
    trustor_user_id: trustor.id,
    trustee_user_id: trustee.id,
    project_id: lab.ids.get('project:anne'),
    impersonation: false,
    roles: [{ name: 'member' }],
  };
  const made = await ask('POST', '/OS-TRUST/trusts', { trust }, await tokenOf(own(trustor), 'anne'));
  assert.equal(made.status, 201);
  const { id } = made.body.trust;
  const user = person(t, { ...trustee.env, OS_TRUST_ID: id });
  works(await user('list'), TABLE);
  works(await user('list'), TABLE);
  fails(
    await person(t, { ...trustee.env, OS_TRUST_ID: '0'.repeat(32) })('list'),
    /ERROR \(Unauthorized\): .*\n.*trust \*\*\*/,
  );
});

test('the system, a domain, and nothing at all', async (t) => {
  const account = await lab.user(t, []);
  const admin = await lab.roleId('admin');
  await lab.admin('PUT', `/system/users/${account.id}/roles/${admin}`);
  await lab.admin('PUT', `/domains/default/users/${account.id}/roles/${admin}`);
  const env = { ...account.env, ...without, OS_USERNAME: account.name, OS_PASSWORD: account.password };
  const { OS_PROJECT_DOMAIN_NAME: _domain, ...plain } = env as Env;
  works(await person(t, { ...plain, OS_SYSTEM_SCOPE: 'all' })('service-list'), /\| +nova +\|/);
  const inDomain = person(t, { ...plain, OS_DOMAIN_NAME: 'Default' });
  works(await inDomain('whoami'), /\| domain +\| Default +\|/);
  works(await inDomain('service-list'), /\| +nova +\|/);
  works(await person(t, plain)('whoami'), /\| user +\| trouble-/);
});
