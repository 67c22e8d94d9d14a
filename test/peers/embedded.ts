/** The embedded cloud as a process of its own, and what its servers' ids are. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { listing } from '../cloud/listing.js';
import { type Env, homely, program } from '../cloud/processes.js';
import type { Cloud } from '../cloud/side-by-side.js';

/** Serves the embedded cloud until the tests of this file are over; what its lines say that ask to be sourced. */
export async function sandbox(...options: readonly string[]): Promise<Env> {
  if (listing) return {};
  const home = mkdtempSync(join(tmpdir(), 'stackline-sandbox-'));
  const [file = '', ...args] = program;
  const child = spawn(file, [...args, 'sandbox', '--port', '0', ...options], {
    env: homely({}, home) as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  after(async () => {
    process.off('exit', kill);
    child.kill('SIGINT');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    rmSync(home, { recursive: true, force: true });
  });
  return await exportedBy(child);
}

async function exportedBy(child: ChildProcess): Promise<Env> {
  assert.ok(child.stdout !== null);
  const env: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^export (\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) env[name] = value.replaceAll(/^(['"])(.*)\1$/g, '$2');
    if (['OS_AUTH_URL', 'OS_USERNAME', 'OS_PASSWORD', 'OS_TENANT_NAME', 'OS_REGION_NAME'].every((key) => key in env))
      return env;
  }
  throw new Error(`the sandbox ended after it had exported ${Object.keys(env).join(', ') || 'nothing'}`);
}

/** The same login by Identity v3, as this year's clients ask for it. */
export const byV3 = ({ OS_AUTH_URL, OS_TENANT_NAME, ...others }: Env): Env => ({
  ...others,
  OS_AUTH_URL: OS_AUTH_URL?.replace(/\/v2\.0$/, '/v3'),
  OS_TENANT_NAME: undefined,
  OS_PROJECT_NAME: OS_TENANT_NAME,
  OS_USER_DOMAIN_NAME: 'Default',
  OS_PROJECT_DOMAIN_NAME: 'Default',
  OS_IDENTITY_API_VERSION: '3',
});

/**
 * The login of 2010, which clients before 2012 know and the embedded cloud does not have: user and key are headers, and
 * so is the answer. It hands out a token of the embedded cloud, until the tests of this file are over; its URL.
 */
export async function login2010(env: Env): Promise<string> {
  if (listing) return '';
  const server = createServer((request, response) => {
    const { 'x-auth-user': user, 'x-auth-key': key, 'x-auth-project-id': project } = request.headers;
    access({ ...env, OS_USERNAME: `${user}`, OS_PASSWORD: `${key}`, OS_TENANT_NAME: `${project}` }).then(
      ({ token, serviceCatalog }) => {
        const compute = serviceCatalog.find(({ type }) => type === 'compute')?.endpoints[0]?.publicURL ?? '';
        response.writeHead(204, { 'x-auth-token': token.id, 'x-server-management-url': compute }).end();
      },
      () => response.writeHead(401).end(),
    );
  });
  after(() => server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.1`;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly display_name?: string;
  readonly tenant_id?: string;
}

interface Access {
  readonly token: { readonly id: string };
  readonly serviceCatalog: readonly { readonly type: string; readonly endpoints: readonly Record<string, string>[] }[];
}

async function access(env: Env): Promise<Access> {
  const passwordCredentials = { username: env.OS_USERNAME, password: env.OS_PASSWORD };
  const login = await fetch(`${env.OS_AUTH_URL}/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: { tenantName: env.OS_TENANT_NAME, passwordCredentials } }),
  });
  assert.equal(login.status, 200, 'the sandbox lets in whom it said it would');
  return ((await login.json()) as { access: Access }).access;
}

interface Embedded extends Cloud {
  readonly compute: string;
  /**
   * The cloud with `{first:noun}` for the first thing in each of these collections of the network service, by noun; paths
   * may have those of earlier ones in them.
   */
  withFirst(paths: Readonly<Record<string, string>>): Promise<Cloud>;
  /** The JSON at a path of compute, as the administrator; or of another service: `volume /volumes/detail`. */
  get(path: string): Promise<unknown>;
}

/** The sandbox as the cases see it; ids are asked for with plain requests. */
export async function embedded(env: Env): Promise<Embedded> {
  const member = (name: string): Env => ({ OS_USERNAME: name, OS_PASSWORD: `${name}-password`, OS_TENANT_NAME: name });
  const ids = new Map<string, string>();
  const cloud: Cloud = { name: 'embedded', env, member, ids };
  if (listing) return { ...cloud, compute: '', withFirst: async () => cloud, get: async () => undefined };
  const { token, serviceCatalog } = await access(env);
  const url = (type: string, kind: string): string =>
    serviceCatalog.find((service) => service.type === type)?.endpoints[0]?.[kind] ?? '';
  const get = async (from: string, key: string): Promise<Named[]> => {
    const response = await fetch(from, { headers: { 'x-auth-token': token.id } });
    assert.equal(response.status, 200, from);
    return ((await response.json()) as Record<string, Named[]>)[key] ?? [];
  };
  const tenants = await get(`${url('identity', 'adminURL')}/tenants`, 'tenants');
  for (const { id, name } of tenants) ids.set(`project:${name}`, id);
  const compute = url('compute', 'publicURL');
  for (const server of await get(`${compute}/servers/detail?all_tenants=1`, 'servers')) {
    ids.set(`server:${tenants.find(({ id }) => id === server.tenant_id)?.name}/${server.name}`, server.id);
  }
  for (const { id, name } of await get(`${compute}/images`, 'images')) ids.set(`image:${name}`, id);
  for (const { id, display_name: name } of await get(
    `${url('volume', 'publicURL')}/volumes/detail?all_tenants=1`,
    'volumes',
  ))
    ids.set(`volume:${name}`, id);
  const withFirst = async (paths: Readonly<Record<string, string>>): Promise<Cloud> => {
    const more = new Map(ids);
    for (const [noun, path] of Object.entries(paths)) {
      const response = await fetch(
        `${url('network', 'publicURL')}/v2.0/${path.replace(/\{([^}]+)\}/g, (_, name) => more.get(name) ?? '')}`,
        {
          headers: { 'x-auth-token': token.id },
        },
      );
      const [first] = Object.values((await response.json()) as Record<string, Named[]>)[0] ?? [];
      assert.ok(first !== undefined, `there is no ${noun} in the embedded cloud`);
      more.set(`first:${noun}`, first.id);
    }
    return { ...cloud, ids: more };
  };
  const getAt = async (path: string): Promise<unknown> => {
    const [type = '', below = ''] = path.startsWith('/') ? ['compute', path] : path.split(' ');
    const from = `${url(type, type === 'identity' ? 'adminURL' : 'publicURL')}${below}`;
    return (await fetch(from, { headers: { 'x-auth-token': token.id } })).json();
  };
  return { ...cloud, compute, withFirst, get: getAt };
}
