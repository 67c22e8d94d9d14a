import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { tenantId } from '../../src/sandbox/seed.js';
import { ask, at, each, login, nova } from './ask.js';

const devstack = '81db556b-8aa5-427d-a95c-2a9a6972f630';
const cinder = `http://cloud.example.com:8776/v1/${tenantId('admin')}`;
const cloud = simulate();
const admin = await login(cloud);
const anne = await login(cloud, 'anne');
const get = (path: string) => ask(cloud, `${nova}/v2/${path}`, admin);

describe('what nova had and has no more', () => {
  const paths = {
    'os-baremetal-nodes': 'nodes',
    'os-cells': 'cells',
    'os-cloudpipe': 'cloudpipes',
    'os-floating-ip-dns': 'domain_entries',
    'os-security-group-default-rules': 'security_group_default_rules',
    'zones/detail': 'zones',
  };
  for (const [path, key] of Object.entries(paths)) {
    it(`${path} has something to show, and ends with microversion 2.35`, async () => {
      const told = await get(path);
      assert.equal(told.status, 200);
      assert.ok((at(told.json, key) as unknown[]).length > 0);
      const later = { ...admin, 'openstack-api-version': 'compute 2.36' };
      assert.equal((await ask(cloud, `${nova}/v2.1/${path}`, later)).status, 404);
    });
  }

  it('is for administrators, but for DNS', async () => {
    const allowed = Object.keys(paths).map(async (path) => [
      path,
      (await ask(cloud, `${nova}/v2/${path}`, anne)).status,
    ]);
    const statuses = new Map((await Promise.all(allowed)) as [string, number][]);
    assert.deepEqual(
      [...statuses].filter(([, status]) => status !== 403),
      [['os-floating-ip-dns', 200]],
    );
  });

  it('finds names of addresses and addresses of names in a domain whose dots were escaped twice', async () => {
    const entries = 'os-floating-ip-dns/cloud%252Eexample%252Ecom/entries';
    assert.deepEqual(each(at((await get(`${entries}?ip=1.2.3.4`)).json, 'dns_entries'), 'name'), ['devstack', 'www']);
    assert.equal(at((await get(`${entries}/wiki`)).json, 'dns_entry', 'ip'), '1.2.3.5');
    assert.equal((await get(entries)).status, 422);
    assert.equal((await get(`${entries}/nothing`)).status, 500);
  });

  it('counts the room in one cell and in all of them', async () => {
    const ram = (answer: unknown) => at(answer, 'cell', 'capacities', 'ram_free', 'total_mb') as number;
    const [east, west, all] = await Promise.all(
      ['os-cells/east/capacities', 'os-cells/west/capacities', 'os-cells/capacities'].map(async (path) =>
        ram((await get(path)).json),
      ),
    );
    assert.equal(all, (east ?? 0) + (west ?? 0));
    assert.equal(at((await get('os-cells/info')).json, 'cell', 'type'), 'self');
    assert.equal((await get('os-cells/nowhere')).status, 404);
    assert.equal((await get('os-cells/nowhere/capacities')).status, 404);
  });

  it('shows one node, one zone and one rule, or 404', async () => {
    assert.equal(at((await get('os-baremetal-nodes/2')).json, 'node', 'cpus'), 4);
    assert.equal(at((await get('zones/1')).json, 'zone', 'name'), 'east');
    const rule = (await get('os-security-group-default-rules/2')).json;
    assert.equal(at(rule, 'security_group_default_rule', 'from_port'), 22);
    for (const path of ['os-baremetal-nodes/9', 'zones/9', 'os-security-group-default-rules/9']) {
      assert.equal((await get(path)).status, 404);
    }
  });

  it('tells of the network of an interface from 2.12 on, and of actions the old way without microversions only', async () => {
    const path = `servers/${devstack}/os-virtual-interfaces`;
    const keys = (answer: unknown) => Object.keys(at(answer, 'virtual_interfaces', 0) as object);
    assert.deepEqual(keys((await get(path)).json), ['id', 'mac_address']);
    const newer = await ask(cloud, `${nova}/v2.1/${path}`, { ...admin, 'openstack-api-version': 'compute 2.12' });
    assert.deepEqual(keys(newer.json), ['id', 'mac_address', 'net_id']);
    assert.deepEqual(each(at((await get(`servers/${devstack}/actions`)).json, 'actions'), 'action'), ['create']);
    assert.equal((await ask(cloud, `${nova}/v2.1/servers/${devstack}/actions`, admin)).status, 404);
  });
});

describe('snapshots of volumes', () => {
  it("are the tenant's, or an administrator's of all", async () => {
    const names = (answer: unknown) => each(at(answer, 'snapshots'), 'display_name');
    const own = await ask(cloud, `${cinder}/snapshots/detail`, admin);
    assert.deepEqual(names(own.json), ['backup-2013-02-20']);
    const all = await ask(cloud, `${cinder}/snapshots/detail?all_tenants=1`, admin);
    assert.deepEqual(names(all.json), ['wiki-data-2013-02-20', 'backup-2013-02-20']);
    const id = String(at(own.json, 'snapshots', 0, 'id'));
    assert.equal(at((await ask(cloud, `${cinder}/snapshots/${id}`, admin)).json, 'snapshot', 'size'), 20);
    const hers = `http://cloud.example.com:8776/v1/${tenantId('anne')}/snapshots`;
    assert.equal((await ask(cloud, `${hers}/${id}`, anne)).status, 404);
    assert.deepEqual(names((await ask(cloud, hers, anne)).json), ['wiki-data-2013-02-20']);
  });
});
