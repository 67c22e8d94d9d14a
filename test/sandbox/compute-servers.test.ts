import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld, tenantId } from '../../src/sandbox/seed.js';
import { grow } from '../support/grown-world.js';
import { ask, at, each, login, nova } from './ask.js';

const devstack = '81db556b-8aa5-427d-a95c-2a9a6972f630';
const all = `${nova}/v2.1/servers?all_tenants=1`;

async function asAdmin(options = {}) {
  const cloud = simulate(options);
  const token = await login(cloud);
  return { cloud, get: (url: string, version?: string) => ask(cloud, url, asked(token, version)) };
}

function asked(token: Record<string, string>, version?: string): Record<string, string> {
  return version === undefined ? token : { ...token, 'openstack-api-version': `compute ${version}` };
}

describe('the guide on the embedded cloud', () => {
  it('has the seven servers of `nova list --all-tenants`, with their networks as printed', async () => {
    const { get } = await asAdmin();
    const servers = at((await get(`${nova}/v2/servers/detail?all_tenants=1`)).json, 'servers') as unknown[];
    const networks = Object.fromEntries(
      servers.map((server) => {
        const lists = Object.entries(at(server, 'addresses') as Record<string, unknown>);
        return [at(server, 'name'), lists.map(([name, list]) => `${name}=${each(list, 'addr').join(', ')}`).join('; ')];
      }),
    );
    const printed = {
      Windows: 'novanetwork_1=10.1.1.3, 199.116.232.39',
      'cloud controller': 'novanetwork_0=10.1.0.6; jtopjian=10.1.2.3',
      'compute node 1': 'novanetwork_0=10.1.0.4; jtopjian=10.1.2.4',
      devbox: 'novanetwork_0=10.1.0.3',
      devstack: 'novanetwork_0=10.1.0.5',
      initial: 'nova_network=10.1.7.4, 10.1.8.4',
      'lorin-head': 'nova_network=10.1.7.3, 10.1.8.3',
    };
    for (const [name, text] of Object.entries(printed)) assert.equal(networks[name], text);
  });

  it('has `devstack` as `nova show` prints it', async () => {
    const { get } = await asAdmin();
    const server = at((await get(`${nova}/v2/${tenantId('admin')}/servers/${devstack}`)).json, 'server');
    const printed: Record<string, unknown> = {
      'OS-DCF:diskConfig': 'MANUAL',
      'OS-EXT-SRV-ATTR:host': 'c02.example.com',
      'OS-EXT-SRV-ATTR:hypervisor_hostname': 'c02.example.com',
      'OS-EXT-SRV-ATTR:instance_name': 'instance-00000029',
      'OS-EXT-STS:power_state': 1,
      'OS-EXT-STS:task_state': null,
      'OS-EXT-STS:vm_state': 'active',
      accessIPv4: '',
      accessIPv6: '',
      config_drive: '',
      created: '2013-02-13T20:08:36Z',
      key_name: 'jtopjian-sandbox',
      metadata: {},
      name: 'devstack',
      progress: 0,
      security_groups: [{ name: 'default' }],
      status: 'ACTIVE',
      updated: '2013-02-13T20:08:59Z',
    };
    for (const [key, value] of Object.entries(printed)) assert.deepEqual(at(server, key), value);
    const flavor = await get(`${nova}/v2/flavors/${at(server, 'flavor', 'id')}`);
    assert.deepEqual([at(server, 'flavor', 'id'), at(flavor.json, 'flavor', 'name')], ['6', 'm1.small']);
    const image = await get(`${nova}/v2/images/${at(server, 'image', 'id')}`);
    assert.equal(at(image.json, 'image', 'name'), 'Ubuntu 12.04 cloudimg amd64');
  });

  it('gives the same ids in every run', () => {
    const ids = () => guideWorld().servers.map(({ id }) => id);
    assert.deepEqual(ids(), ids());
    assert.equal(new Set(ids()).size, ids().length);
  });
});

describe('lists of servers: who sees what', () => {
  it("shows a tenant's own, newest first, and all tenants' to administrators who ask", async () => {
    const { cloud, get } = await asAdmin();
    assert.deepEqual(each(at((await get(`${nova}/v2.1/servers`)).json, 'servers'), 'name'), [
      'twin',
      'twin',
      'monitor',
    ]);
    assert.equal((at((await get(all)).json, 'servers') as unknown[]).length, 17);
    for (const value of ['', 'True', 'yes']) {
      const told = await get(`${nova}/v2.1/servers?all_tenants=${value}`);
      assert.equal((at(told.json, 'servers') as unknown[]).length, 17);
    }
    assert.equal((at((await get(`${nova}/v2.1/servers?all_tenants=0`)).json, 'servers') as unknown[]).length, 3);
    assert.equal((await get(`${nova}/v2.1/servers?all_tenants=maybe`)).status, 400);
    const anne = await login(cloud, 'anne');
    const own = await ask(cloud, `${nova}/v2.1/servers?tenant_id=${tenantId('tom')}`, anne);
    assert.deepEqual(each(at(own.json, 'servers'), 'name'), ['café-東京', 'devbox']);
  });

  it('refuses members all tenants, and hides what belongs to others', async () => {
    const { cloud } = await asAdmin();
    const anne = await login(cloud, 'anne');
    const refusal = await ask(cloud, `${nova}/v2.1/servers/detail?all_tenants=1`, anne);
    assert.equal(refusal.status, 403);
    assert.deepEqual(refusal.json, {
      forbidden: {
        code: 403,
        message: "Policy doesn't allow os_compute_api:servers:detail:get_all_tenants to be performed.",
      },
    });
    const foreign = await ask(cloud, `${nova}/v2.1/servers/${devstack}`, anne);
    assert.deepEqual(
      [foreign.status, foreign.json],
      [404, { itemNotFound: { code: 404, message: `Instance ${devstack} could not be found.` } }],
    );
    const [mine] = each(at((await ask(cloud, `${nova}/v2.1/servers`, anne)).json, 'servers'), 'id');
    const shown = await ask(cloud, `${nova}/v2.1/servers/${mine}`, asked(anne, '2.93'));
    const keys = Object.keys(at(shown.json, 'server') as object);
    assert.ok(!keys.includes('OS-EXT-SRV-ATTR:host') && !keys.includes('host_status'));
    assert.ok(keys.includes('OS-EXT-SRV-ATTR:hostname'));
  });

  it('wants a token, and the tenant of the token in the path', async () => {
    const { cloud, get } = await asAdmin();
    for (const headers of [{}, { 'x-auth-token': 'bogus' }] as Record<string, string>[]) {
      const told = await ask(cloud, `${nova}/v2.1/servers`, headers);
      assert.equal(told.status, 401);
      assert.equal(at(told.json, 'error', 'title'), 'Unauthorized');
      assert.equal(told.headers['www-authenticate'], 'Keystone uri="http://cloud.example.com:5000"');
    }
    const foreign = await get(`${nova}/v2/${tenantId('tom')}/servers`);
    assert.equal(foreign.status, 400);
    assert.equal(
      at(foreign.json, 'badRequest', 'message'),
      `Malformed request URL: URL's project_id '${tenantId('tom')}' doesn't match Context's project_id '${tenantId('admin')}'`,
    );
    assert.equal((await get(`${nova}/v2/${tenantId('admin')}`)).status, 404);
  });
});

describe('lists of servers: filters', () => {
  const cases: readonly (readonly [query: string, names: readonly string[], version?: string])[] = [
    ['name=^t', ['test', 'test', 'twin', 'twin']],
    ['name=dev(box|stack)', ['devstack', 'devbox']],
    ['status=SHUTOFF', ['old-db']],
    ['status=error&status=paused', ['batch-02', 'test']],
    ['host=c05.example.com', ['café-東京', 'Windows']],
    [`tenant_id=${tenantId('lorin')}`, ['lorin-head', 'initial']],
    [`project_id=${tenantId('adam')}`, ['test']],
    ['flavor=5', ['batch-02', 'batch-01']],
    ['flavor=nope', []],
    ['ip=10.1.7.', ['lorin-head', 'initial']],
    ['ip=1.7', []],
    ['ip6=fd00', ['café-東京'], '2.5'],
    ['key_name=^ops$', ['twin', 'twin', 'monitor']],
    ['reservation_id=^r-[0-9a-f]{8}$&name=old', ['old-db']],
    ['power_state=3', ['test']],
    ['vm_state=stopped', ['old-db']],
    ['availability_zone=nova&name=batch', ['batch-01']],
    ['deleted=True', ['devstack-old']],
    ['status=deleted', ['devstack-old']],
    ['changes-since=2013-02-20T00:00:00Z', ['sandbox', 'old-db']],
    ['changes-since=2013-02-13&name=devstack-old', ['devstack-old']],
    ['changes-before=2013-01-20T00:00:00', ['lorin-head', 'initial'], '2.66'],
    ['tags=ops,production', ['monitor'], '2.26'],
    ['tags-any=production,nope', ['monitor'], '2.26'],
    ['not-tags=ops,production&name=twin|monitor', ['twin', 'twin'], '2.26'],
    ['not-tags-any=ops&name=twin|monitor', ['twin'], '2.26'],
    ['locked=true', ['batch-01'], '2.73'],
    ['limit=0', []],
    ['status=nonsense', []],
    ['something=else&name=old', ['old-db']],
  ];
  for (const [query, names, version] of cases) {
    it(`?${query} finds ${names.length === 0 ? 'nothing' : names.join(', ')}`, async () => {
      const { get } = await asAdmin();
      const told = await get(`${all}&${query}`, version);
      assert.equal(told.status, 200);
      assert.deepEqual(each(at(told.json, 'servers'), 'name'), names);
    });
  }

  it('finds by the name of the instance on the legacy API only', async () => {
    const { get } = await asAdmin();
    const query = 'servers?all_tenants=1&instance_name=00000029';
    const old = await get(`${nova}/v2/${query}`);
    assert.deepEqual(each(at(old.json, 'servers'), 'name'), ['devstack']);
    assert.equal((at((await get(`${nova}/v2.1/${query}`)).json, 'servers') as unknown[]).length, 17);
  });

  it("passes over members' filters that are for administrators", async () => {
    const { cloud } = await asAdmin();
    const anne = await login(cloud, 'anne');
    const url = `${nova}/v2.1/servers?host=nowhere&deleted=True&key_name=nope`;
    assert.equal((at((await ask(cloud, url, anne)).json, 'servers') as unknown[]).length, 2);
    const later = await ask(cloud, url, asked(anne, '2.83'));
    assert.deepEqual(at(later.json, 'servers'), []);
    assert.equal((await ask(cloud, `${nova}/v2.1/servers?status=deleted`, anne)).status, 403);
  });

  const refusals: readonly (readonly [query: string, message: RegExp, version?: string])[] = [
    ['limit=-1', /^Invalid input for query parameters limit\. Value: -1\. '-1' does not match '\^\[0-9\]\*\$'$/],
    ['marker=nope', /^marker \[nope\] not found$/],
    ['name=[', /^Invalid input for query parameters name\. Value: \[\. '\[' is not a 'regex'$/],
    ['changes-since=yesterday', /Value: yesterday\. 'yesterday' is not a 'date-time'$/],
    ['sort_key=nope', /^Invalid input for query parameters sort_key\. Value: nope\. 'nope' is not one of \[/],
    ['sort_dir=up', /Unknown sort direction/],
    ['metadata=x', /^Invalid filter field: metadata\.$/],
    ['status=nonsense', /^Invalid status value$/, '2.38'],
    ['nope=1', /^Additional properties are not allowed \('nope' was unexpected\)$/, '2.75'],
    ['changes-since=2013-02-02&changes-before=2013-02-01', /must be less than or equal to changes-before/, '2.66'],
  ];
  for (const [query, message, version] of refusals) {
    it(`?${query} is refused${version === undefined ? '' : ` from ${version} on`}`, async () => {
      const { get } = await asAdmin();
      const told = await get(`${all}&${query}`, version);
      assert.equal(told.status, 400);
      assert.match(String(at(told.json, 'badRequest', 'message')), message);
    });
  }
});

describe('lists of servers: order and pages', () => {
  it('sorts by several keys, each with its direction', async () => {
    const { get } = await asAdmin();
    const url = `${all}&sort_key=display_name&sort_dir=asc&sort_key=created_at&sort_dir=desc&name=^t`;
    const servers = at((await get(url)).json, 'servers') as unknown[];
    assert.deepEqual(each(servers, 'name'), ['test', 'test', 'twin', 'twin']);
    const plain = at((await get(`${all}&name=test`)).json, 'servers');
    assert.deepEqual(each(servers, 'id').slice(0, 2), each(plain, 'id'));
    const { cloud } = await asAdmin();
    const anne = await login(cloud, 'anne');
    assert.equal((await ask(cloud, `${nova}/v2.1/servers?sort_key=host`, anne)).status, 403);
  });

  it('gives every server exactly once, whatever the size of the page, by following its links', async () => {
    const { get } = await asAdmin({ world: grow(guideWorld(), 60), pageSize: 25 });
    for (const start of [all, `${all}&limit=7`, `${all}&limit=1000&sort_key=display_name&sort_dir=asc`]) {
      const seen: unknown[] = [];
      let url: string | undefined = start;
      let pages = 0;
      while (url !== undefined) {
        const told = await get(url);
        assert.equal(told.status, 200);
        seen.push(...each(at(told.json, 'servers'), 'id'));
        url = at(told.json, 'servers_links', 0, 'href') as string | undefined;
        pages += 1;
      }
      assert.equal(seen.length, 77);
      assert.equal(new Set(seen).size, 77);
      assert.equal(pages, start.includes('limit=7') && !start.includes('1000') ? 12 : 4);
    }
  });

  it('keeps the query in the next link, sorted, with the path that was asked', async () => {
    const { get } = await asAdmin();
    const first = await get(`${nova}/v2/${tenantId('admin')}/servers/detail?limit=1&all_tenants=1&name=twin`);
    const id = at(first.json, 'servers', 0, 'id');
    assert.deepEqual(at(first.json, 'servers_links'), [
      {
        rel: 'next',
        href: `${nova}/v2/${tenantId('admin')}/servers/detail?all_tenants=1&limit=1&name=twin&marker=${id}`,
      },
    ]);
    const last = await get(`${all}&limit=18`);
    assert.equal(at(last.json, 'servers_links'), undefined);
  });
});
