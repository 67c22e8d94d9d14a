import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { HttpRequest } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld, tenantId } from '../../src/sandbox/seed.js';
import { ask, at, each, glance, login } from './ask.js';

const worldImages = guideWorld().images;
const idOf = (name: string): string => worldImages.find((image) => image.name === name)?.id ?? '';
const cirros = idOf('cirros-0.3.1-x86_64');
const snapshot = idOf('devstack-snapshot');

async function asAdmin(options: Parameters<typeof simulate>[0] = {}) {
  const cloud = simulate(options);
  const admin = await login(cloud);
  const send = (what: string, body?: unknown, headers: Record<string, string> = admin) => {
    const [method, path] = what.split(' ');
    return ask(cloud, `${method} ${glance}${path}`, headers, body);
  };
  return { cloud, admin, send, get: (path: string) => send(`GET ${path}`) };
}

const names = (told: { json: unknown }) => each(at(told.json, 'images'), 'name');

describe('the embedded glance: images of version 2', () => {
  it('lists in pages of 25 or what is asked for, with a link to the next as long as pages are full', async () => {
    const { get } = await asAdmin();
    const all = await get('/v2/images');
    assert.equal(names(all).length, 6);
    assert.deepEqual([at(all.json, 'first'), at(all.json, 'next')], ['/v2/images', undefined]);
    const page = await get('/v2/images?limit=3&sort_key=name&sort_dir=asc');
    const next = `/v2/images?limit=3&sort_key=name&sort_dir=asc&marker=${idOf('Ubuntu 12.10 cloudimg amd64')}`;
    assert.equal(at(page.json, 'next'), next);
    const second = await get(next);
    assert.deepEqual(names(second), ['Windows 2008 R2', 'cirros-0.3.1-x86_64', 'devstack-snapshot']);
    assert.deepEqual(names(await get(String(at(second.json, 'next')))), []);
  });

  it('filters by fields, tags, sizes and times, and orders as asked', async () => {
    const { get } = await asAdmin();
    const ubuntu = ['Ubuntu 12.04 cloudimg amd64', 'Ubuntu 12.10 cloudimg amd64'];
    for (const [query, found] of [
      ['name=CentOS%206.3%20x86_64', ['CentOS 6.3 x86_64']],
      ['tag=ubuntu&tag=lts', ubuntu.slice(0, 1)],
      ['os_distro=ubuntu&sort=name:asc', ubuntu],
      ['visibility=shared', ['devstack-snapshot']],
      ['protected=true', ubuntu.slice(0, 1)],
      ['size_max=20000000', ['cirros-0.3.1-x86_64']],
      ['created_at=gt:2013-02-01T00:00:00Z', ['devstack-snapshot']],
      [`id=in:${cirros},${snapshot}&sort_key=size&sort_dir=desc`, ['devstack-snapshot', 'cirros-0.3.1-x86_64']],
      ['os_hidden=true', []],
    ] as const) {
      assert.deepEqual(names(await get(`/v2/images?${query}`)), found, query);
    }
    for (const query of ['limit=x', 'limit=-1', 'marker=nope', 'sort_key=owner', 'sort_dir=up', 'visibility=x']) {
      const told = await get(`/v2/images?${query}`);
      assert.equal(told.status, 400, query);
      assert.match(told.headers['content-type'] ?? '', /^text\/html/);
    }
  });

  it('shows members what is public, their own, and what they accepted to share', async () => {
    const { cloud, send } = await asAdmin();
    const [everett, anne] = [await login(cloud, 'everett'), await login(cloud, 'anne')];
    const seen = async (who: Record<string, string>, query = '') =>
      names(await send(`GET /v2/images${query}`, undefined, who));
    assert.ok((await seen(everett)).includes('devstack-snapshot'));
    assert.equal((await seen(anne)).length, 4);
    assert.deepEqual(await seen(anne, '?visibility=shared&member_status=pending'), ['devstack-snapshot']);
    assert.equal((await send(`GET /v2/images/${snapshot}`, undefined, anne)).status, 200);
    const hidden = await send(`GET /v2/images/${idOf('Windows 2008 R2')}`, undefined, anne);
    assert.equal(hidden.status, 404);
    assert.match(hidden.text, /No image found with ID /);
  });

  it('hands out bytes that the sums are right for, whole and in ranges', async () => {
    const { cloud, admin, send, get } = await asAdmin();
    const told = await get(`/v2/images/${cirros}`);
    const response = await cloud({ method: 'GET', url: `${glance}/v2/images/${cirros}/file`, headers: admin });
    const [md5, sha512] = [createHash('md5'), createHash('sha512')];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.length;
      md5.update(chunk);
      sha512.update(chunk);
    }
    assert.equal(size, at(told.json, 'size'));
    assert.equal(response.headers['content-length'], String(size));
    assert.equal(md5.digest('hex'), at(told.json, 'checksum'));
    assert.equal(response.headers['content-md5'], at(told.json, 'checksum'));
    assert.equal(sha512.digest('hex'), at(told.json, 'os_hash_value'));
    const range = (asked: string) =>
      send(`GET /v2/images/${cirros}/file`, undefined, { ...admin, range: `bytes=${asked}` });
    const part = await range(`${size - 5}-`);
    assert.deepEqual([part.status, part.headers['content-length']], [206, '5']);
    assert.equal(part.headers['content-range'], `bytes ${size - 5}-${size - 1}/${size}`);
    assert.equal((await range('-5')).text, part.text);
    assert.equal((await range(`${size}-`)).status, 416);
  });

  it('makes an image, takes its bytes once, changes and deletes it', async () => {
    const { cloud, admin, send, get } = await asAdmin();
    const made = await send('POST /v2/images', {
      name: 'new',
      disk_format: 'raw',
      container_format: 'bare',
      kind: 'x',
    });
    assert.deepEqual([made.status, at(made.json, 'status'), at(made.json, 'kind')], [201, 'queued', 'x']);
    const path = `/v2/images/${at(made.json, 'id')}`;
    assert.equal((await get(`${path}/file`)).status, 204);
    const put = () => send(`PUT ${path}/file`, 'hello\n', { ...admin, 'content-type': 'application/octet-stream' });
    assert.equal((await put()).status, 204);
    assert.equal((await put()).status, 409);
    const full = await get(path);
    assert.equal(at(full.json, 'checksum'), createHash('md5').update('hello\n').digest('hex'));
    assert.equal((await get(`${path}/file`)).text, 'hello\n');
    const patched = { 'content-type': 'application/openstack-images-v2.1-json-patch' };
    const patch = (changes: unknown, headers = patched) =>
      ask(cloud, `PATCH ${glance}${path}`, { ...admin, ...headers }, JSON.stringify(changes));
    const changed = await patch([
      { op: 'replace', path: '/name', value: 'newer' },
      { op: 'remove', path: '/kind' },
      { op: 'add', path: '/os_distro', value: 'none' },
    ]);
    assert.deepEqual(
      [at(changed.json, 'name'), at(changed.json, 'kind'), at(changed.json, 'os_distro')],
      ['newer', undefined, 'none'],
    );
    assert.equal((await patch([], { 'content-type': 'application/json' })).status, 415);
    assert.equal((await patch([{ op: 'replace', path: '/size', value: 1 }])).status, 403);
    assert.equal((await send(`PUT ${path}/tags/one`)).status, 204);
    assert.deepEqual(at((await get(path)).json, 'tags'), ['one']);
    assert.equal((await send(`POST ${path}/actions/deactivate`)).status, 204);
    assert.equal(at((await get(path)).json, 'status'), 'deactivated');
    assert.equal((await send(`DELETE ${path}`)).status, 204);
    assert.equal((await get(path)).status, 404);
    assert.equal((await send(`DELETE /v2/images/${idOf('Ubuntu 12.04 cloudimg amd64')}`)).status, 403);
    const anne = await login(cloud, 'anne');
    assert.equal((await send(`DELETE /v2/images/${cirros}`, undefined, anne)).status, 403);
  });

  it('shares an image with a tenant, which says for itself whether it wants it', async () => {
    const { cloud, send } = await asAdmin();
    const joe = await login(cloud, 'jtopjian');
    const tom = await login(cloud, 'tom');
    const members = `/v2/images/${snapshot}/members`;
    const added = await send(`POST ${members}`, { member: tenantId('tom') }, joe);
    assert.equal(at(added.json, 'status'), 'pending');
    assert.equal((await send(`POST ${members}`, { member: tenantId('tom') }, joe)).status, 409);
    assert.equal((await send(`PUT ${members}/${tenantId('tom')}`, { status: 'accepted' }, joe)).status, 403);
    assert.equal((await send(`PUT ${members}/${tenantId('tom')}`, { status: 'accepted' }, tom)).status, 200);
    assert.ok(names(await send('GET /v2/images', undefined, tom)).includes('devstack-snapshot'));
    const own = await send(`GET ${members}`, undefined, tom);
    assert.deepEqual(each(at(own.json, 'members'), 'member_id'), [tenantId('tom')]);
    assert.equal((await send(`DELETE ${members}/${tenantId('tom')}`, undefined, joe)).status, 204);
    assert.equal((await send(`GET ${members}/${tenantId('tom')}`)).status, 404);
    assert.equal((await send(`GET /v2/images/${cirros}/members`)).status, 403);
  });
});

describe('the embedded glance: what else version 2 has', () => {
  it('answers for schemas, stores, import, quotas, tasks and the cache', async () => {
    const { cloud, send, get } = await asAdmin();
    for (const [path, ...key] of [
      ['/v2/schemas/image', 'properties', 'os_hash_value', 'maxLength'],
      ['/v2/schemas/images', 'properties', 'images', 'items', 'name'],
      ['/v2/schemas/metadefs/namespace', 'definitions', 'property'],
      ['/v2/info/stores', 'stores', 0, 'id'],
      ['/v2/info/stores/detail', 'stores', 0, 'type'],
      ['/v2/info/import', 'import-methods', 'value', 0],
      ['/v2/info/usage', 'usage', 'image_count_total', 'limit'],
      ['/v2/tasks', 'tasks', 1, 'status'],
      [`/v2/images/${cirros}/tasks`, 'tasks', 0, 'input'],
      ['/v2/cache', 'cached_images', 0, 'size'],
    ] as const) {
      const told = await get(path);
      assert.equal(told.status, 200, path);
      assert.notEqual(at(told.json, ...key), undefined, path);
    }
    const anne = await login(cloud, 'anne');
    for (const path of ['/v2/tasks', '/v2/cache', '/v2/info/stores/detail']) {
      assert.equal((await send(`GET ${path}`, undefined, anne)).status, 403, path);
    }
    for (const path of ['/v2/schemas/nope', '/v2/nope', '/v2/tasks/nope', '/v2/info/nope']) {
      assert.equal((await get(path)).status, 404, path);
    }
  });

  it('keeps definitions of metadata: namespaces with properties, objects, tags and kinds of resource', async () => {
    const { cloud, send, get } = await asAdmin();
    const base = '/v2/metadefs/namespaces';
    const listed = await get(`${base}?sort_key=namespace&sort_dir=asc`);
    assert.deepEqual(each(at(listed.json, 'namespaces'), 'namespace'), [
      'Cloud::Software::Web',
      'OS::Compute::Hypervisor',
    ]);
    const anne = await login(cloud, 'anne');
    const hers = await send(`GET ${base}`, undefined, anne);
    assert.deepEqual(each(at(hers.json, 'namespaces'), 'namespace'), ['OS::Compute::Hypervisor']);
    const shown = await get(`${base}/OS::Compute::Hypervisor?resource_type=OS::Nova::Server`);
    assert.deepEqual(Object.keys(at(shown.json, 'properties') as object), ['hw_hypervisor_type', 'hw_vcpus']);

    assert.equal((await send(`POST ${base}`, { namespace: 'X' })).status, 201);
    assert.equal((await send(`POST ${base}`, { namespace: 'X' })).status, 409);
    assert.equal((await send(`POST ${base}`, {})).status, 400);
    for (const [part, name, body] of [
      ['properties', 'p', { name: 'p', title: 'P', type: 'string' }],
      ['objects', 'o', { name: 'o' }],
      ['tags', 't', undefined],
    ] as const) {
      const url = part === 'tags' ? `${base}/X/tags/t` : `${base}/X/${part}`;
      assert.equal((await send(`POST ${url}`, body)).status, 201, part);
      assert.equal(at((await get(`${base}/X/${part}/${name}`)).json, 'name'), name);
      assert.equal((await send(`DELETE ${base}/X/${part}/${name}`)).status, 204);
      const gone = await get(`${base}/X/${part}/${name}`);
      assert.equal(gone.status, 404);
      assert.match(gone.text, /was not found/);
    }
    assert.equal((await send(`DELETE ${base}/X`, undefined, anne)).status, 404);
    assert.equal((await send(`DELETE ${base}/X`)).status, 204);
    assert.equal((await get(`${base}/X/tags`)).status, 404);
    assert.equal((await send(`DELETE ${base}/OS::Compute::Hypervisor`)).status, 403);
  });
});

describe('the embedded glance: version 1', () => {
  it('lists, describes in headers, and hands out the bytes with them', async () => {
    const { cloud, admin, send, get } = await asAdmin();
    const page = await get('/v1/images/detail?limit=2&sort_key=name&sort_dir=asc');
    assert.deepEqual(names(page), ['CentOS 6.3 x86_64', 'Ubuntu 12.04 cloudimg amd64']);
    const next = await get(`/v1/images?sort_key=name&sort_dir=asc&marker=${at(page.json, 'images', 1, 'id')}`);
    assert.deepEqual(names(next), ['Ubuntu 12.10 cloudimg amd64', 'cirros-0.3.1-x86_64']);
    assert.equal(names(await get('/v1/images?is_public=None')).length, 6);
    const head = await send(`HEAD /v1/images/${cirros}`);
    assert.equal(head.headers['x-image-meta-name'], 'cirros-0.3.1-x86_64');
    assert.equal(head.headers['x-image-meta-is_public'], 'True');
    const request: HttpRequest = { method: 'GET', url: `${glance}/v1/images/${cirros}`, headers: admin };
    const response = await cloud(request);
    assert.equal(response.headers['content-length'], head.headers['x-image-meta-size']);
    for await (const _ of response.body) break;
    const missing = await send('HEAD /v1/images/nope');
    assert.equal(missing.status, 404);
  });

  it('makes, changes, shares and deletes an image by headers', async () => {
    const { admin, send, get } = await asAdmin();
    const described = {
      'x-image-meta-name': 'old',
      'x-image-meta-property-kind': 'x',
      'x-image-meta-is_public': 'True',
    };
    const made = await send('POST /v1/images', 'bytes', { ...admin, ...described });
    assert.deepEqual([made.status, at(made.json, 'image', 'status')], [201, 'active']);
    const path = `/v1/images/${at(made.json, 'image', 'id')}`;
    assert.equal((await get(path)).text, 'bytes');
    const kept = { ...admin, 'x-image-meta-name': 'older', 'x-glance-registry-purge-props': 'false' };
    const changed = await send(`PUT ${path}`, undefined, kept);
    assert.deepEqual(at(changed.json, 'image', 'properties'), { kind: 'x' });
    assert.equal((await send(`PUT ${path}/members/${tenantId('tom')}`, { member: { can_share: true } })).status, 204);
    assert.deepEqual(at((await get(`${path}/members`)).json, 'members'), [
      { member_id: tenantId('tom'), can_share: true },
    ]);
    const shared = await get(`/v1/shared-images/${tenantId('tom')}`);
    assert.deepEqual(each(at(shared.json, 'shared_images'), 'can_share'), [true]);
    assert.equal((await send(`DELETE ${path}`)).status, 200);
    assert.equal((await send(`HEAD ${path}`)).status, 404);
  });
});
