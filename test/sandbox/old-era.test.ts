import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld, tenantId } from '../../src/sandbox/seed.js';
import { grow } from '../support/grown-world.js';
import { ask, at, each, login, nova } from './ask.js';

const devstack = '81db556b-8aa5-427d-a95c-2a9a6972f630';
const cinder = `http://cloud.example.com:8776/v1/${tenantId('admin')}`;
const hosts = ['c01', 'c02', 'c03', 'c04', 'c05'].map((name) => `${name}.example.com`);

async function asAdmin(options = {}) {
  const cloud = simulate(options);
  const token = await login(cloud);
  const get = (url: string, version?: string) =>
    ask(cloud, url, version === undefined ? token : { ...token, 'openstack-api-version': `compute ${version}` });
  return { cloud, get };
}

describe("the guide's networks", () => {
  it('are two, as `nova network-list` and `nova-manage network list` print them', async () => {
    const { get } = await asAdmin();
    const rows = at((await get(`${nova}/v2/os-networks`)).json, 'networks') as unknown[];
    const values = (key: string) => each(rows, key);
    assert.deepEqual(values('id'), ['3df67919-9600-4ea8-952e-2a7be6f70774', '8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a']);
    assert.deepEqual(values('label'), ['test01', 'test02']);
    assert.deepEqual(values('cidr'), ['10.1.0.0/24', '10.1.1.0/24']);
    assert.deepEqual(values('dhcp_start'), ['10.1.0.3', '10.1.1.3']);
    assert.deepEqual(values('vlan'), [300, 301]);
    assert.deepEqual(values('project_id'), ['2725bbd458e2459a8c1bd36be859f43f', null]);
    const brief = await get(`${nova}/v2/os-tenant-networks`);
    assert.deepEqual(Object.keys(at(brief.json, 'networks', 0) as object).sort(), ['cidr', 'id', 'label']);
  });

  it("show members what is theirs or nobody's, without the administrators' fields", async () => {
    const { cloud } = await asAdmin();
    const anne = await ask(cloud, `${nova}/v2/os-networks`, await login(cloud, 'anne'));
    assert.deepEqual(each(at(anne.json, 'networks'), 'label'), ['test02']);
    assert.ok(!('vlan' in (at(anne.json, 'networks', 0) as object)));
  });

  it('have the two floating addresses of `nova-manage floating list`', async () => {
    const { cloud, get } = await asAdmin();
    const rows = at((await get(`${nova}/v2/os-floating-ips-bulk`)).json, 'floating_ip_info') as unknown[];
    const printed = (row: unknown) =>
      ['project_id', 'address', 'instance_uuid', 'pool', 'interface'].map((key) => at(row, key));
    assert.deepEqual(rows.map(printed), [
      ['2725bbd458e2459a8c1bd36be859f43f', '1.2.3.4', null, 'nova', 'vlan20'],
      [null, '1.2.3.5', '48a415e7-6f07-4d33-ad00-814e60b010ff', 'nova', 'vlan20'],
    ]);
    const joe = await login(cloud, 'jtopjian');
    const own = await ask(cloud, `${nova}/v2/os-floating-ips`, joe);
    assert.deepEqual(each(at(own.json, 'floating_ips'), 'ip'), ['1.2.3.4']);
    assert.equal((await ask(cloud, `${nova}/v2/os-floating-ips-bulk`, joe)).status, 403);
  });

  it('end with microversion 2.35', async () => {
    const { get } = await asAdmin();
    const paths = ['networks', 'tenant-networks', 'floating-ips', 'floating-ips-bulk', 'security-groups'];
    for (const path of paths) {
      assert.equal((await get(`${nova}/v2.1/os-${path}`, '2.35')).status, 200);
      assert.equal((await get(`${nova}/v2.1/os-${path}`, '2.36')).status, 404);
    }
  });
});

describe("the guide's hosts", () => {
  it('are six for cinder, as `cinder-manage host list` prints them', async () => {
    const { cloud, get } = await asAdmin();
    const rows = at((await get(`${cinder}/os-hosts`)).json, 'hosts');
    assert.deepEqual(each(rows, 'host_name').sort(), [...hosts, 'cloud.example.com']);
    assert.deepEqual([...new Set(each(rows, 'zone'))], ['nova']);
    const services = at((await get(`${cinder}/os-services?binary=cinder-volume`)).json, 'services');
    assert.deepEqual(each(services, 'host'), hosts);
    const anne = await login(cloud, 'anne');
    assert.equal((await ask(cloud, `http://cloud.example.com:8776/v1/${tenantId('anne')}/os-hosts`, anne)).status, 403);
  });

  it("add up: what is used on a host is what its tenants' servers take", async () => {
    const { get } = await asAdmin();
    assert.equal((at((await get(`${nova}/v2/os-hosts`)).json, 'hosts') as unknown[]).length, 9);
    for (const host of hosts) {
      const rows = (at((await get(`${nova}/v2/os-hosts/${host}`)).json, 'host') as unknown[]).map((row) =>
        at(row, 'resource'),
      );
      const by = (project: string) => rows.find((row) => at(row, 'project') === project);
      const tenants = rows.filter((row) => !String(at(row, 'project')).startsWith('('));
      const sum = (each(tenants, 'memory_mb') as number[]).reduce((a, b) => a + b, 0);
      assert.equal(at(by('(used_max)'), 'memory_mb'), sum);
      assert.equal(at(by('(used_now)'), 'memory_mb'), sum + 512);
    }
    assert.equal((await get(`${nova}/v2/os-hosts/nowhere`)).status, 404);
    assert.equal((await get(`${nova}/v2.1/os-hosts`, '2.43')).status, 404);
  });

  it('are in one zone and two aggregates', async () => {
    const { cloud, get } = await asAdmin();
    const detail = at((await get(`${nova}/v2/os-availability-zone/detail`)).json, 'availabilityZoneInfo', 0);
    assert.deepEqual(Object.keys(at(detail, 'hosts') as object).sort(), [...hosts, 'cloud.example.com']);
    assert.equal(at(detail, 'hosts', 'c01.example.com', 'nova-compute', 'available'), true);
    const anne = await login(cloud, 'anne');
    const plain = await ask(cloud, `${nova}/v2/os-availability-zone`, anne);
    assert.deepEqual(at(plain.json, 'availabilityZoneInfo'), [
      { zoneName: 'nova', zoneState: { available: true }, hosts: null },
    ]);
    assert.equal((await ask(cloud, `${nova}/v2/os-availability-zone/detail`, anne)).status, 403);
    const aggregates = at((await get(`${nova}/v2/os-aggregates`)).json, 'aggregates');
    assert.deepEqual(each(aggregates, 'name'), ['kvm', 'xen']);
  });
});

describe('what tenants have and use', () => {
  it('quotas and limits say the same under two names', async () => {
    const { cloud, get } = await asAdmin();
    const quota = at((await get(`${nova}/v2/os-quota-sets/${tenantId('tom')}`)).json, 'quota_set');
    const limits = at((await get(`${nova}/v2/limits?tenant_id=${tenantId('tom')}`)).json, 'limits', 'absolute');
    assert.equal(at(quota, 'cores'), at(limits, 'maxTotalCores'));
    assert.equal(at(limits, 'totalInstancesUsed'), 2);
    assert.equal(at(limits, 'totalCoresUsed'), 16);
    const later = at((await get(`${nova}/v2.1/os-quota-sets/${tenantId('tom')}`, '2.57')).json, 'quota_set') as object;
    assert.ok(!('floating_ips' in later) && !('injected_files' in later));
    const anne = await login(cloud, 'anne');
    assert.equal((await ask(cloud, `${nova}/v2/os-quota-sets/${tenantId('anne')}`, anne)).status, 200);
    assert.equal((await ask(cloud, `${nova}/v2/os-quota-sets/${tenantId('tom')}`, anne)).status, 403);
  });

  it("usage is the flavor's size times the hours of the period", async () => {
    const { get } = await asAdmin();
    const period = 'start=2013-02-20T00:00:00&end=2013-02-21T00:00:00';
    const own = await get(`${nova}/v2/os-simple-tenant-usage/${tenantId('lorin')}?${period}`);
    const usage = at(own.json, 'tenant_usage');
    assert.equal(at(usage, 'total_hours'), 48);
    assert.equal(at(usage, 'total_memory_mb_usage'), 24 * (2048 + 4096));
    assert.equal((at(usage, 'server_usages') as unknown[]).length, 2);
    const before = 'start=2012-01-01T00:00:00&end=2012-02-01T00:00:00';
    const none = await get(`${nova}/v2/os-simple-tenant-usage?${before}`);
    assert.deepEqual(at(none.json, 'tenant_usages'), []);
  });

  it('usage comes in pages from 2.40 on, which add up to the whole', async () => {
    const { get } = await asAdmin({ world: grow(guideWorld(), 50), pageSize: 10 });
    const start = `${nova}/v2.1/os-simple-tenant-usage?detailed=1&start=2013-02-20T00:00:00&end=2013-03-21T00:00:00`;
    const whole = at((await get(start)).json, 'tenant_usages');
    const total = (each(whole, 'total_hours') as number[]).reduce((a, b) => a + b, 0);
    let url: unknown = start;
    let sum = 0;
    let servers = 0;
    while (url !== undefined) {
      const told = await get(String(url), '2.40');
      const page = at(told.json, 'tenant_usages');
      sum += (each(page, 'total_hours') as number[]).reduce((a, b) => a + b, 0);
      servers += each(page, 'server_usages').flat().length;
      url = at(told.json, 'tenant_usages_links', 0, 'href');
    }
    assert.equal(servers, 66);
    assert.ok(Math.abs(sum - total) < 1e-6);
  });
});

describe('what hangs on a server', () => {
  it('answers for addresses, groups, ports, actions and the console', async () => {
    const { cloud, get } = await asAdmin();
    const base = `${nova}/v2/servers/${devstack}`;
    assert.deepEqual(at((await get(`${base}/ips`)).json, 'addresses'), {
      novanetwork_0: [{ version: 4, addr: '10.1.0.5' }],
    });
    assert.deepEqual(each(at((await get(`${base}/os-security-groups`)).json, 'security_groups'), 'name'), ['default']);
    const [port] = at((await get(`${base}/os-interface`)).json, 'interfaceAttachments') as unknown[];
    assert.equal(at(port, 'fixed_ips', 0, 'ip_address'), '10.1.0.5');
    const actions = at((await get(`${base}/os-instance-actions`)).json, 'instanceActions');
    assert.deepEqual(each(actions, 'action'), ['create']);
    const one = await get(`${base}/os-instance-actions/${at(actions, 0, 'request_id')}`);
    assert.equal(at(one.json, 'instanceAction', 'events', 0, 'result'), 'Success');
    const joe = await login(cloud, 'jtopjian');
    const log = await ask(cloud, `POST ${base}/action`, joe, { 'os-getConsoleOutput': { length: 1 } });
    assert.deepEqual(log.json, { output: 'devstack login: \n' });
    assert.equal((await get(`${base}/nonsense`)).status, 404);
    const root = await get(`${nova}/v2/os-certificates/root`);
    assert.match(String(at(root.json, 'certificate', 'data')), /^-----BEGIN CERTIFICATE-----\n[\w+/=\n]+-----END/);
  });

  it('names the volume of the server that has one, from both sides', async () => {
    const { cloud, get } = await asAdmin();
    const volumes = at((await get(`${cinder}/volumes/detail?all_tenants=1`)).json, 'volumes') as unknown[];
    const used = volumes.find((volume) => at(volume, 'status') === 'in-use');
    const serverId = at(used, 'attachments', 0, 'server_id');
    const attached = await get(`${nova}/v2/servers/${serverId}/os-volume_attachments`);
    assert.equal(at(attached.json, 'volumeAttachments', 0, 'volumeId'), at(used, 'id'));
    const anne = await login(cloud, 'anne');
    const own = await ask(cloud, `http://cloud.example.com:8776/v1/${tenantId('anne')}/volumes`, anne);
    assert.deepEqual(each(at(own.json, 'volumes'), 'display_name'), ['wiki-data']);
  });
});
