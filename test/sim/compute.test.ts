import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sim/index.js';
import { guideWorld } from '../../src/sim/seed.js';
import { ask, at, each, glance, login, nova } from './ask.js';

const devstack = '81db556b-8aa5-427d-a95c-2a9a6972f630';

async function asAdmin() {
  const cloud = simulate();
  const token = await login(cloud);
  const get = (path: string, version?: string) =>
    ask(
      cloud,
      nova + path,
      version === undefined ? token : { ...token, 'openstack-api-version': `compute ${version}` },
    );
  return { cloud, token, get };
}

function idOf(name: string): string {
  return guideWorld().servers.find((server) => server.name === name && !server.deleted)?.id ?? '';
}

describe('compute: versions', () => {
  it('describes itself without a token', async () => {
    const cloud = simulate();
    const root = await ask(cloud, `${nova}/`);
    assert.equal(root.status, 200);
    assert.deepEqual(each(at(root.json, 'versions'), 'version'), ['', '2.93']);
    for (const path of ['/v2', '/v2/']) {
      const told = await ask(cloud, nova + path);
      assert.deepEqual([told.status, at(told.json, 'version', 'min_version')], [200, '']);
      assert.equal(told.headers['openstack-api-version'], undefined);
    }
    for (const path of ['/v2.1', '/v2.1/']) {
      const told = await ask(cloud, nova + path);
      assert.equal(at(told.json, 'version', 'links', 0, 'href'), `${nova}/v2.1/`);
      assert.equal(told.headers['openstack-api-version'], 'compute 2.1');
    }
    const older = await ask(cloud, `${nova}/v1.1/`);
    assert.equal(older.status, 300);
    assert.equal(at(older.json, 'choices', 1, 'links', 0, 'href'), `${nova}/v2.1/v1.1`);
  });

  it('says which microversion answered, in both headers', async () => {
    const { cloud, token, get } = await asAdmin();
    const plain = await get('/v2.1/servers');
    assert.equal(plain.headers['openstack-api-version'], 'compute 2.1');
    assert.equal(plain.headers['x-openstack-nova-api-version'], '2.1');
    assert.equal(plain.headers.vary, 'OpenStack-API-Version, X-OpenStack-Nova-API-Version');
    assert.equal(plain.headers['x-compute-request-id'], plain.headers['x-openstack-request-id']);
    const old = await ask(cloud, `${nova}/v2.1/servers`, { ...token, 'x-openstack-nova-api-version': '2.47' });
    assert.equal(old.headers['openstack-api-version'], 'compute 2.47');
    assert.equal((await get('/v2.1/servers', 'latest')).headers['openstack-api-version'], 'compute 2.93');
    const legacy = await get('/v2/servers', '2.93');
    assert.equal(legacy.headers['openstack-api-version'], undefined);
    assert.equal(legacy.headers.vary, undefined);
  });

  it('refuses microversions that it does not have with 406, and what is none with 400', async () => {
    const { get } = await asAdmin();
    const told = await get('/v2.1/servers', '2.999');
    assert.equal(told.status, 406);
    assert.deepEqual(told.json, {
      computeFault: {
        code: 406,
        message: 'Version 2.999 is not supported by the API. Minimum is 2.1 and maximum is 2.93.',
      },
    });
    assert.equal(told.headers['openstack-api-version'], 'compute 2.999');
    const nonsense = await get('/v2.1/servers', 'nonsense');
    assert.equal(nonsense.status, 400);
    assert.match(
      String(at(nonsense.json, 'badRequest', 'message')),
      /^API Version String nonsense is of invalid format/,
    );
  });

  const added: readonly (readonly [minor: number, key: string])[] = [
    [3, 'OS-EXT-SRV-ATTR:root_device_name'],
    [3, 'OS-EXT-SRV-ATTR:user_data'],
    [9, 'locked'],
    [16, 'host_status'],
    [19, 'description'],
    [26, 'tags'],
    [63, 'trusted_image_certificates'],
    [71, 'server_groups'],
    [73, 'locked_reason'],
  ];
  it('shows more of a server with each microversion', async () => {
    const { get } = await asAdmin();
    for (const [minor, key] of added) {
      const keys = async (version: number) =>
        Object.keys(at((await get(`/v2.1/servers/${devstack}`, `2.${version}`)).json, 'server') as object);
      assert.ok(!(await keys(minor - 1)).includes(key), `${key} before 2.${minor}`);
      assert.ok((await keys(minor)).includes(key), `${key} in 2.${minor}`);
    }
    const list = await get('/v2.1/servers/detail?all_tenants=1&name=devstack', '2.93');
    assert.ok(!('server_groups' in (at(list.json, 'servers', 0) as object)));
  });

  it('embeds the flavor from 2.47 on, where a link was', async () => {
    const { get } = await asAdmin();
    const before = at((await get(`/v2.1/servers/${devstack}`, '2.46')).json, 'server', 'flavor');
    assert.deepEqual(before, { id: '6', links: [{ rel: 'bookmark', href: `${nova}/flavors/6` }] });
    const after = at((await get(`/v2.1/servers/${devstack}`, '2.47')).json, 'server', 'flavor');
    assert.deepEqual(after, {
      vcpus: 1,
      ram: 2048,
      disk: 20,
      ephemeral: 0,
      swap: 0,
      original_name: 'm1.small',
      extra_specs: {},
    });
  });

  it('turns its proxies off in 2.36', async () => {
    const { get } = await asAdmin();
    assert.equal((await get('/v2.1/images', '2.35')).status, 200);
    const gone = await get('/v2.1/images', '2.36');
    assert.deepEqual(
      [gone.status, gone.json],
      [404, { itemNotFound: { code: 404, message: 'The resource could not be found.' } }],
    );
  });
});

describe('compute: diagnostics', () => {
  it("are flat and the driver's own up to 2.47, with the guide's numbers for KVM and Xen", async () => {
    const { get } = await asAdmin();
    for (const path of ['/v2', '/v2.1']) {
      const kvm = await get(`${path}/servers/${devstack}/diagnostics`);
      assert.equal(at(kvm.json, 'cpu0_time'), 2870000000);
      assert.equal(Object.keys(kvm.json as object).length, 15);
    }
    const xen = await get(`/v2.1/servers/${idOf('Windows')}/diagnostics`, '2.47');
    assert.deepEqual(xen.json, {
      cpu0: '4.3627',
      memory: '1171088064.0000',
      memory_target: '1171088064.0000',
      vbd_xvda_read: '0.0',
      vbd_xvda_write: '0.0',
      vif_0_rx: '3223.6870',
      vif_0_tx: '0.0',
      vif_1_rx: '104.4955',
      vif_1_tx: '0.0',
    });
  });

  it('have the same fields for all drivers from 2.48 on', async () => {
    const { get } = await asAdmin();
    const [kvm, xen] = await Promise.all(
      [devstack, idOf('Windows')].map((id) => get(`/v2.1/servers/${id}/diagnostics`, '2.48')),
    );
    assert.deepEqual(Object.keys(kvm?.json as object), Object.keys(xen?.json as object));
    assert.equal(at(kvm?.json, 'nic_details', 0, 'rx_octets'), 63343);
    assert.equal(at(xen?.json, 'driver'), 'xenapi');
  });

  it('are there for administrators, of running servers', async () => {
    const { cloud, get } = await asAdmin();
    const refusal = async (id: string) => {
      const told = await get(`/v2.1/servers/${id}/diagnostics`);
      return [told.status, at(told.json, 'conflictingRequest', 'message') ?? at(told.json, 'itemNotFound', 'message')];
    };
    const [off, broken] = [idOf('old-db'), idOf('batch-02')];
    assert.deepEqual(await refusal(off), [
      409,
      `Cannot 'get_diagnostics' instance ${off} while it is in power state shutdown`,
    ]);
    assert.deepEqual(await refusal(broken), [409, `Instance ${broken} is not ready`]);
    assert.deepEqual(await refusal('nonsense'), [404, 'Instance nonsense could not be found.']);
    const anne = await login(cloud, 'anne');
    const own = await ask(cloud, `${nova}/v2.1/servers/${idOf('devbox')}/diagnostics`, anne);
    assert.equal(own.status, 403);
    assert.equal(
      at(own.json, 'forbidden', 'message'),
      "Policy doesn't allow os_compute_api:os-server-diagnostics to be performed.",
    );
  });
});

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
