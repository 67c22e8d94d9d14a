/** What the tests of this directory change in the v3 cloud: users and a region of their own, which are gone afterwards. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { zed } from '../clouds.js';
import { type Env, homely, program, type Result, run, words } from '../processes.js';

const keystone = 'http://127.0.0.1:5000/v3';
/** Begins the name of everything that is made here; what a killed run has left behind is found by it. */
const OURS = 'trouble-';

interface Named {
  readonly id: string;
  readonly name?: string;
  readonly type?: string;
  readonly region_id?: string;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what keystone says; a wrong guess fails the test
  readonly body: any;
}

/** One request to keystone; a token makes it somebody's. */
export async function ask(method: string, path: string, body?: unknown, token?: string): Promise<Asked> {
  const response = await fetch(keystone + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { 'x-auth-token': token }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: /^\s*[[{]/.test(text) ? JSON.parse(text) : undefined,
  };
}

/** The token of a login with a password, for a project or for none. */
export async function tokenOf(user: Readonly<Record<string, unknown>>, project?: string): Promise<string> {
  const identity = { methods: ['password'], password: { user } };
  const scope = project === undefined ? {} : { scope: { project: { name: project, domain: { id: 'default' } } } };
  const { status, headers } = await ask('POST', '/auth/tokens', { auth: { identity, ...scope } });
  assert.equal(status, 201, 'the test cloud lets its own user in');
  return headers.get('x-subject-token') ?? '';
}

/**
 * Waits until keystone takes a new token of this user. One that is issued in the second in which the user was changed
 * counts as revoked with the old ones.
 */
export async function takesNewTokens({ id }: Account, password: string): Promise<void> {
  let status = 401;
  while (status === 401) {
    const token = await tokenOf({ id, password }, 'anne');
    status = (await ask('GET', '/auth/catalog', undefined, token)).status;
  }
  assert.equal(status, 200);
}

/** Ends a token. */
export async function revoke(token: string): Promise<void> {
  const headers = { 'x-auth-token': token, 'x-subject-token': token };
  const { status } = await fetch(`${keystone}/auth/tokens`, { method: 'DELETE', headers });
  assert.equal(status, 204);
}

/** Keystone as its admin sees it. */
export interface Lab {
  readonly ids: ReadonlyMap<string, string>;
  /** A request of the admin's, which has to work. */
  admin(method: string, path: string, body?: unknown): Promise<Asked['body']>;
  roleId(name: string): Promise<string>;
  /** A new user, a member of these projects, until the test is over. */
  user(t: TestContext, projects: readonly string[], options?: object): Promise<Account>;
  /** A new region with a compute service at this URL, until the test is over. */
  region(t: TestContext, url: string): Promise<Moving>;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly password: string;
  /** Its openrc, for the first of its projects. */
  readonly env: Env;
}

export interface Moving {
  readonly name: string;
  move(url: string): Promise<void>;
  close(): Promise<void>;
}

/** The v3 cloud, without what an earlier run may have left. */
export async function openLab(): Promise<Lab> {
  const { ids } = await zed();
  const token = await tokenOf({ name: 'admin', domain: { id: 'default' }, password: 'oslab-secret' }, 'admin');
  const admin: Lab['admin'] = async (method, path, body) => {
    const answer = await ask(method, path, body, token);
    assert.ok(answer.status < 300, `${method} ${path}: HTTP ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const roleId: Lab['roleId'] = async (name) => {
    const [role] = (await admin('GET', `/roles?name=${name}`)).roles as Named[];
    assert.ok(role !== undefined, name);
    return role.id;
  };
  await sweep(admin);
  return {
    ids,
    admin,
    roleId,
    user: async (t, projects, options = {}) => {
      const name = OURS + randomBytes(4).toString('hex');
      const password = `canary-${randomBytes(9).toString('hex')}`;
      const domain = 'default';
      const made = await admin('POST', '/users', { user: { name, password, domain_id: domain, options } });
      const { id } = made.user as Named;
      t.after(() => ask('DELETE', `/users/${id}`, undefined, token));
      const member = await roleId('member');
      for (const project of projects)
        await admin('PUT', `/projects/${ids.get(`project:${project}`)}/users/${id}/roles/${member}`);
      const env: Env = {
        OS_AUTH_URL: keystone,
        OS_USERNAME: name,
        OS_PASSWORD: password,
        OS_USER_DOMAIN_NAME: 'Default',
        OS_PROJECT_DOMAIN_NAME: 'Default',
        OS_PROJECT_NAME: projects[0],
        OS_REGION_NAME: 'RegionOne',
      };
      return { id, name, password, env };
    },
    region: async (t, url) => {
      const name = OURS + randomBytes(4).toString('hex');
      t.after(() => sweep(admin));
      const [compute] = (await admin('GET', '/services?type=compute')).services as Named[];
      assert.ok(compute !== undefined);
      await admin('POST', '/regions', { region: { id: name } });
      const endpoint = { interface: 'public', service_id: compute.id, region_id: name, url };
      const { id } = (await admin('POST', '/endpoints', { endpoint })).endpoint as Named;
      return {
        name,
        move: async (to) => {
          await admin('PATCH', `/endpoints/${id}`, { endpoint: { url: to } });
        },
        close: () => admin('DELETE', `/endpoints/${id}`),
      };
    },
  };
}

async function sweep(admin: Lab['admin']): Promise<void> {
  const ours = (text = ''): boolean => text.startsWith(OURS);
  for (const { id, region_id } of (await admin('GET', '/endpoints')).endpoints as Named[])
    if (ours(region_id)) await admin('DELETE', `/endpoints/${id}`);
  for (const { id } of (await admin('GET', '/regions')).regions as Named[])
    if (ours(id)) await admin('DELETE', `/regions/${id}`);
  for (const { id, name } of (await admin('GET', '/users')).users as Named[])
    if (ours(name)) await admin('DELETE', `/users/${id}`);
}

/** Runs command lines of ours with one home, which is gone when the test is over. */
export function person(t: TestContext, env: Env): (line: string, more?: Env) => Promise<Result> {
  const home = temporaryDirectory(t);
  return (line, more) => run([...program, ...words(line)], homely({ ...env, ...more }, join(home, 'home')), home);
}

/** The command worked: this is in its table, and nothing on stderr. */
export function works(result: Result, table: RegExp): void {
  assert.deepEqual([result.code, result.stderr], [0, '']);
  assert.match(result.stdout, table);
}

/** The command failed with one sentence that says this, at most one line of advice, and nothing on stdout. */
export function fails(result: Result, sentence: RegExp): void {
  assert.equal(result.code, 1, `${result.stdout}${result.stderr}`);
  assert.equal(result.stdout, '');
  assert.match(result.stderr, /^ERROR \(\w+\): .+\n(.+\n)?$/);
  assert.match(result.stderr, sentence);
  assert.doesNotMatch(result.stderr, /canary|oslab-secret|\n\s+at |gAAAA/);
}

/** How many logins the notes of a command with `--debug` show. */
export const logins = ({ stderr }: Result): number =>
  stderr.match(/^REQ: curl .*-X POST .*\/auth\/tokens/gm)?.length ?? 0;
