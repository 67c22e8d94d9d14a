/** The two clouds of this directory: how one logs in, and the ids of what their seeds made. */
import assert from 'node:assert/strict';
import { listing } from './listing.js';
import type { Env } from './processes.js';
import type { Cloud, Peer } from './side-by-side.js';
import type { Servers, Things } from './twins.js';

const zedEnv: Env = {
  OS_AUTH_URL: 'http://127.0.0.1:5000/v3',
  OS_USERNAME: 'admin',
  OS_PASSWORD: 'oslab-secret',
  OS_PROJECT_NAME: 'admin',
  OS_USER_DOMAIN_NAME: 'Default',
  OS_PROJECT_DOMAIN_NAME: 'Default',
  OS_REGION_NAME: 'RegionOne',
  OS_IDENTITY_API_VERSION: '3',
};

const pikeEnv: Env = {
  OS_AUTH_URL: 'http://127.0.0.1:15000/v2.0',
  OS_USERNAME: 'admin',
  OS_PASSWORD: 'oslab-secret',
  OS_TENANT_NAME: 'admin',
  OS_REGION_NAME: 'RegionOne',
};

export const nova18: Peer = {
  name: 'novaclient 18.1',
  applet: 'nova',
  command: ['/usr/bin/nova'],
  quiet: { NOVACLIENT_ISHOULDNTBEDOINGTHIS: '1' },
  noise: /^Failed to discover available identity versions when contacting /,
};

/** Where `pike/install` puts the clients of the time. */
const state = process.env.OSLAB_V2_STATE ?? '/var/lib/oslab-v2';
const period = `${state}/bin`;
export const nova217: Peer = { name: 'novaclient 2.17', applet: 'nova', command: [`${period}/nova`] };
/** The last ones that had what later clients dropped: most of it 7.1, the catalogue and plain limits 6.0. */
export const nova602 = dropping('6.0.2');
export const nova712: Peer = {
  ...dropping('7.1.2'),
  otherMicroversions:
    'it asks for the last one that has the command, ours for the first: the request is the same in both',
};
export const nova2100 = dropping('2.10.0');
export const nova2610 = dropping('2.6.10');
/** Only 2.11 to 2.13 had coverage. */
export const nova2130 = dropping('2.13.0');
/** The first one: of zones, and of the login of 2010. */
export const nova2601 = dropping('2.6.0.1');

function dropping(version: string): Peer {
  const noise = /^WARNING: Command |Warning|^ {2}/;
  const command = [`${state}/venv/novaclient-${version}/bin/nova`];
  return { name: `novaclient ${version}`, applet: 'nova', command, noise };
}

export const keystone232: Peer = {
  name: 'keystoneclient 2.3.2',
  applet: 'keystone',
  command: [`${period}/keystone`],
  noise: /DeprecationWarning|^ {2}/,
};

export const swift41: Peer = {
  name: 'swiftclient 4.1',
  applet: 'swift',
  command: ['/usr/bin/swift'],
};

export const cinder91: Peer = {
  name: 'cinderclient 9.1',
  applet: 'cinder',
  command: ['/usr/bin/cinder'],
  noise: /^WARNING:/,
};

/** What neutronclient was called until 2013. */
export const quantum22: Peer = {
  name: 'quantumclient 2.2',
  applet: 'quantum',
  command: [`${state}/venv/quantumclient-2.2.1/bin/quantum`],
};

/** The last one that speaks the volume APIs v1 and v2. */
export const cinder43: Peer = {
  name: 'cinderclient 4.3',
  applet: 'cinder',
  command: [`${state}/venv/cinderclient-4.3.0/bin/cinder`],
  noise: /^WARNING:|DeprecationWarning|UserWarning: |Python 2 is no longer supported|^ {2}/,
};

export const glance41: Peer = {
  name: 'glanceclient 4.1',
  applet: 'glance',
  command: ['/usr/bin/glance'],
};

/** The last one with the names that the image API v1's commands had at first. */
export const glance09: Peer = {
  name: 'glanceclient 0.9',
  applet: 'glance-v1',
  command: [`${state}/venv/glanceclient-0.9.0/bin/glance`],
  noise: /DeprecationWarning|Python 2 is no longer supported|^ {2}|^Request returned failure status/,
};

/** The same client as this year's is for the image API v1. */
export const glance41v1: Peer = {
  ...glance41,
  applet: 'glance-v1',
  command: ['/usr/bin/glance', '--os-image-api-version', '1'],
};

export const neutron81: Peer = {
  name: 'neutronclient 8.1',
  applet: 'neutron',
  command: ['/usr/bin/neutron'],
  noise: /^(neutron CLI is deprecated|Failed to discover available identity versions|Try 'neutron help)/,
};

export const cinderManage21: Peer = {
  name: 'cinder-manage 21',
  applet: 'cinder-manage',
  command: [
    '/usr/bin/cinder-manage',
    '--config-file',
    `${process.env.OSLAB_STATE ?? '/var/lib/oslab'}/etc/cinder/cinder.conf`,
  ],
};

/** Zed: Identity v3, Compute with microversions to 2.93. */
export async function zed(): Promise<Cloud> {
  const member = (name: string): Env => ({ OS_USERNAME: name, OS_PASSWORD: `oslab-${name}`, OS_PROJECT_NAME: name });
  return { name: 'v3', env: zedEnv, member, ids: await idsOfZed() };
}

/** Pike's Keystone with Identity v2.0, before the compute service of the other cloud: the same servers and tenants. */
export async function pike(): Promise<Cloud> {
  const member = (name: string): Env => ({ OS_USERNAME: name, OS_PASSWORD: `oslab-${name}`, OS_TENANT_NAME: name });
  return { name: 'v2.0', env: pikeEnv, member, ids: await idsOfZed() };
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly tenant_id?: string;
  readonly hypervisor_hostname?: string;
  readonly action?: string;
  readonly type?: string;
  readonly request_id?: string;
  readonly addresses?: Readonly<
    Record<string, readonly { readonly addr: string; readonly 'OS-EXT-IPS:type'?: string }[]>
  >;
}

const compute = 'http://127.0.0.1:8774/v2.1';

async function idsOfZed(): Promise<ReadonlyMap<string, string>> {
  if (listing) return new Map();
  const token = await zedToken();
  const get = async (url: string, key: string): Promise<Named[]> => {
    const response = await fetch(url, {
      headers: { 'x-auth-token': token, 'x-openstack-nova-api-version': '2.60' },
    });
    assert.equal(response.status, 200, url);
    return ((await response.json()) as Record<string, Named[]>)[key] ?? [];
  };
  const ids = new Map<string, string>();
  const projects = await get('http://127.0.0.1:5000/v3/projects', 'projects');
  for (const { id, name } of projects) ids.set(`project:${name}`, id);
  for (const { id, name } of await get('http://127.0.0.1:5000/v3/users', 'users')) ids.set(`user:${name}`, id);
  for (const { id, name } of await get('http://127.0.0.1:9292/v2/images', 'images')) ids.set(`image:${name}`, id);
  for (const { id, type = '' } of await get('http://127.0.0.1:9292/v2/tasks', 'tasks')) ids.set(`task:${type}`, id);
  for (const server of await get(`${compute}/servers/detail?all_tenants=1`, 'servers')) {
    const project = projects.find(({ id }) => id === server.tenant_id)?.name;
    ids.set(`server:${project}/${server.name}`, server.id);
    const addresses = Object.values(server.addresses ?? {}).flat();
    const floating = addresses.find((one) => one['OS-EXT-IPS:type'] === 'floating')?.addr;
    if (floating !== undefined) ids.set(`floating:${project}/${server.name}`, floating);
  }
  const groups = await get(`${compute}/os-server-groups?all_projects=true`, 'server_groups');
  for (const { id, name } of groups) ids.set(`group:${name}`, id);
  for (const one of await get(`${compute}/os-hypervisors`, 'hypervisors'))
    ids.set(`hypervisor:${one.hypervisor_hostname}`, one.id);
  for (const name of ['jtopjian/devstack', 'tom/cern-batch-02']) {
    const url = `${compute}/servers/${ids.get(`server:${name}`)}/os-instance-actions`;
    for (const one of await get(url, 'instanceActions')) ids.set(`request:${name} ${one.action}`, one.request_id ?? '');
  }
  return ids;
}

async function zedToken(): Promise<string> {
  const domain = { id: 'default' };
  const user = { name: 'admin', domain, password: zedEnv.OS_PASSWORD };
  const identity = { methods: ['password'], password: { user } };
  const response = await fetch(`${zedEnv.OS_AUTH_URL}/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: { identity, scope: { project: { name: 'admin', domain } } } }),
  });
  assert.equal(response.status, 201, 'the test cloud does not let its admin in');
  return response.headers.get('x-subject-token') ?? '';
}

/** The compute service of the first cloud, for tests that need servers of their own. */
export async function computeOf(): Promise<Servers> {
  const token = await zedToken();
  const ask = async (method: string, url: string, body?: unknown) => {
    const headers = {
      'x-auth-token': token,
      'content-type': 'application/json',
      'x-openstack-nova-api-version': '2.90',
      // The test cloud's web server closes connections that were to be kept.
      connection: 'close',
    };
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  /** While a resize is confirmed, the server's task says nothing. */
  const waitsForConfirmation = async (id: string): Promise<boolean> => {
    const { body } = await ask('GET', `${compute}/os-migrations?instance_uuid=${id}`);
    return body.migrations.some((one: { status: string }) => one.status === 'finished');
  };
  const state = async (id: string): Promise<unknown> => {
    for (let tries = 0; tries < 600; tries += 1) {
      const { status, body } = await ask('GET', `${compute}/servers/${id}`);
      if (status === 404) return undefined;
      assert.equal(status, 200, JSON.stringify(body));
      const { 'OS-EXT-STS:task_state': task, 'OS-EXT-STS:vm_state': vm, status: shown } = body.server;
      const rests = task === null && vm !== 'building' && vm !== 'deleted';
      if (rests && (vm !== 'resized' || (await waitsForConfirmation(id)))) return { vm, shown };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the server ${id} does not come to rest`);
  };
  const first = async (url: string, key: string, name: string): Promise<string> =>
    ((await ask('GET', url)).body[key] as Named[]).find((one) => one.name === name)?.id ?? '';
  return {
    url: compute,
    ask: (method, path, body) => ask(method, path.startsWith('/') ? `${compute}${path}` : path, body),
    boot: async (name) => {
      const [imageRef, flavorRef, uuid] = await Promise.all([
        first('http://127.0.0.1:9292/v2/images', 'images', 'cirros-0.6.1-x86_64-disk'),
        first(`${compute}/flavors`, 'flavors', 'm1.tiny'),
        first('http://127.0.0.1:9696/v2.0/networks', 'networks', 'test01'),
      ]);
      const server = { name, imageRef, flavorRef, networks: [{ uuid }] };
      const { status, body } = await ask('POST', `${compute}/servers`, { server });
      assert.equal(status, 202, JSON.stringify(body));
      await state(body.server.id);
      return body.server.id;
    },
    state,
    remove: async (id) => {
      await ask('DELETE', `${compute}/servers/${id}`);
      await state(id);
    },
  };
}

/** The Keystone with v2.0, at its admin port, by the token of its configuration. */
export async function keystoneOf(): Promise<Things> {
  const url = 'http://127.0.0.1:15357/v2.0';
  const headers = { 'x-auth-token': 'oslab-admin-token', 'content-type': 'application/json' };
  return {
    url,
    ask: async (method, path, body) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${url}${path}`, { method, headers, ...sent });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    },
  };
}
