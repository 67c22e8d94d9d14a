import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guideWorld } from '../../src/sandbox/seed.js';
import { ask, at, each, glance, login, nova } from './ask.js';
import { asAdmin, idOf } from './compute-admin.js';

const devstack = '81db556b-8aa5-427d-a95c-2a9a6972f630';

describe('compute: the rest', () => {
  it('shows the traceback of a fault to administrators only', async () => {
    const { cloud, get } = await asAdmin();
    const id = idOf('batch-02');
    const full = at((await get(`/v2.1/servers/${id}`)).json, 'server', 'fault');
    assert.match(String(at(full, 'details')), /^Traceback/);
    const told = await ask(cloud, `${nova}/v2.1/servers/${id}`, await login(cloud, 'tom'));
    assert.deepEqual(at(told.json, 'server', 'fault'), {
      code: 500,
      created: '2013-02-19T07:58:02Z',
      message: 'No valid host was found. ',
    });
  });

  it('lists flavors, and knows what it does not have', async () => {
    const { get } = await asAdmin();
    const list = await get('/v2.1/flavors');
    assert.deepEqual(each(at(list.json, 'flavors'), 'name'), [
      'm1.tiny',
      'm1.medium',
      'm1.large',
      'm1.xlarge',
      'm1.small',
    ]);
    const detail = await get('/v2.1/flavors/detail?is_public=None&limit=2', '2.61');
    assert.equal(at(detail.json, 'flavors', 0, 'swap'), '');
    assert.deepEqual(at(detail.json, 'flavors', 0, 'extra_specs'), {});
    assert.match(String(at(detail.json, 'flavors_links', 0, 'href')), /is_public=None&limit=2&marker=3$/);
    const missing = await get('/v2.1/flavors/99');
    assert.equal(at(missing.json, 'itemNotFound', 'message'), 'Flavor 99 could not be found.');
    assert.equal((await get('/v2.1/nonsense')).status, 404);
  });

  it("lists services as the guide's `nova-manage service list`, to administrators", async () => {
    const { cloud, get } = await asAdmin();
    const services = at((await get('/v2.1/os-services')).json, 'services') as unknown[];
    assert.equal(services.length, 9);
    assert.equal(at(services[0], 'id'), 1);
    const compute = at((await get('/v2.1/os-services?binary=nova-compute', '2.53')).json, 'services') as unknown[];
    assert.deepEqual(
      each(compute, 'host'),
      ['c01', 'c02', 'c03', 'c04', 'c05'].map((name) => `${name}.example.com`),
    );
    assert.match(String(at(compute[0], 'id')), /^[0-9a-f-]{36}$/);
    assert.equal(at(compute[0], 'updated_at'), '2013-02-25T19:32:35.000000');
    const refusal = await ask(cloud, `${nova}/v2.1/os-services`, await login(cloud, 'anne'));
    assert.equal(
      at(refusal.json, 'forbidden', 'message'),
      "Policy doesn't allow os_compute_api:os-services:list to be performed.",
    );
  });

  it('counts on hypervisors, up to 2.87', async () => {
    const { get } = await asAdmin();
    const rows = at((await get('/v2.1/os-hypervisors/detail', '2.87')).json, 'hypervisors') as unknown[];
    const total = at((await get('/v2.1/os-hypervisors/statistics', '2.87')).json, 'hypervisor_statistics');
    for (const key of ['vcpus', 'vcpus_used', 'memory_mb_used', 'running_vms']) {
      const sum = (each(rows, key) as number[]).reduce((a, b) => a + b, 0);
      assert.equal(at(total, key), sum);
    }
    assert.equal(at(total, 'running_vms'), 16);
    const later = at((await get('/v2.1/os-hypervisors/detail', '2.88')).json, 'hypervisors', 0);
    assert.ok(!('vcpus' in (later as object)));
    assert.equal((await get('/v2.1/os-hypervisors/statistics', '2.88')).status, 404);
    assert.equal((await get('/v2.1/os-hypervisors/1')).status, 200);
    assert.equal((await get('/v2.1/os-hypervisors/1', '2.53')).status, 400);
    const search = at((await get('/v2.1/os-hypervisors/c02/servers')).json, 'hypervisors', 0, 'servers');
    assert.ok(each(search, 'uuid').includes(devstack));
  });

  it('keeps keys by user', async () => {
    const { cloud, get } = await asAdmin();
    assert.deepEqual(at((await get('/v2.1/os-keypairs')).json, 'keypairs', 0, 'keypair', 'name'), 'ops');
    const anne = await login(cloud, 'anne');
    const own = await ask(cloud, `${nova}/v2.1/os-keypairs/anne-key`, anne);
    assert.match(String(at(own.json, 'keypair', 'public_key')), /^ssh-rsa /);
    assert.equal((await ask(cloud, `${nova}/v2.1/os-keypairs/ops`, anne)).status, 404);
  });
});

describe('images', () => {
  it('are listed in pages by v2, and described in headers by v1', async () => {
    const { cloud, token } = await asAdmin();
    assert.equal((await ask(cloud, glance)).status, 300);
    const names: unknown[] = [];
    let url: unknown = '/v2/images?limit=4';
    while (url !== undefined) {
      const told = await ask(cloud, `${glance}${url}`, token);
      names.push(...each(at(told.json, 'images'), 'name'));
      url = at(told.json, 'next');
    }
    assert.equal(new Set(names).size, 6);
    const [image] = guideWorld().images;
    assert.ok(image);
    const one = await ask(cloud, `${glance}/v2/images/${image.id}`, token);
    assert.equal(at(one.json, 'name'), 'Ubuntu 12.04 cloudimg amd64');
    const head = await ask(cloud, `HEAD ${glance}/v1/images/${image.id}`, token);
    assert.deepEqual([head.status, head.headers['x-image-meta-name']], [200, image.name]);
    assert.equal(head.headers['x-image-meta-is_public'], 'True');
  });

  it('of others are hidden, and errors are pages', async () => {
    const { cloud } = await asAdmin();
    const anne = await login(cloud, 'anne');
    const list = await ask(cloud, `${glance}/v2/images`, anne);
    assert.equal((at(list.json, 'images') as unknown[]).length, 4);
    const hidden = guideWorld().images.find(({ visibility }) => visibility === 'private');
    const missing = await ask(cloud, `${glance}/v2/images/${hidden?.id}`, anne);
    assert.equal(missing.status, 404);
    assert.equal(missing.headers['content-type'], 'text/html; charset=UTF-8');
    assert.match(missing.text, /No image found with ID/);
    assert.equal((await ask(cloud, `${glance}/v2/images`)).status, 401);
  });
});
