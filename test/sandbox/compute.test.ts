import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { ask, at, each, login, nova } from './ask.js';
import { asAdmin, idOf } from './compute-admin.js';

const devstack = '81db556b-8aa5-427d-a95c-2a9a6972f630';

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

  it('answers 404 for images from 2.36 on', async () => {
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
