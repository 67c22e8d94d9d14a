import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld, tenantId } from '../../src/sandbox/seed.js';
import { ask, at, each, login } from './ask.js';

const cinder = 'http://cloud.example.com:8776';
const volumeId = (name: string): string => guideWorld().volumes.find((row) => row.name === name)?.id ?? '';

async function as(user = 'admin', options: Parameters<typeof simulate>[0] = {}, cloud = simulate(options)) {
  const token = await login(cloud, user);
  const send = (what: string, body?: unknown, minor: string = '70', version = 'v3') => {
    const [method, path] = what.split(' ');
    const headers = version === 'v3' ? { ...token, 'openstack-api-version': `volume 3.${minor}` } : token;
    return ask(cloud, `${method} ${cinder}/${version}/${tenantId(user)}${path}`, headers, body);
  };
  const get = (path: string, minor?: string, version?: string) => send(`GET ${path}`, undefined, minor, version);
  return { cloud, token, send, get };
}

const names = (told: { json: unknown }, many = 'volumes') => each(at(told.json, many), 'name');
const fault = (told: { json: unknown }) =>
  Object.values((told.json ?? {}) as object)[0] as { code: number; message: string };

describe('the embedded cinder: versions', () => {
  it('lists three with 300, describes each, and is in the catalogue under a type for each', async () => {
    const { cloud, token } = await as();
    const root = await ask(cloud, cinder);
    assert.equal(root.status, 300);
    assert.deepEqual(each(at(root.json, 'versions'), 'id'), ['v1.0', 'v2.0', 'v3.0']);
    assert.equal(at(root.json, 'versions', 2, 'version'), '3.70');
    const one = await ask(cloud, `${cinder}/v3/`, token);
    assert.deepEqual([one.status, each(at(one.json, 'versions'), 'id')], [200, ['v3.0']]);
    assert.equal((await ask(cloud, `${cinder}/v3/`)).status, 401);
    const access = await ask(cloud, `http://cloud.example.com:35357/v2.0/tokens/${token['x-auth-token']}`, token);
    const types = each(at(access.json, 'access', 'serviceCatalog'), 'type');
    for (const type of ['volume', 'volumev2', 'volumev3']) assert.ok(types.includes(type));
  });

  it('answers with the microversion that it was asked at, 406 to one that it lacks and 400 to nonsense', async () => {
    const { get } = await as();
    const told = await get('/volumes', '12');
    assert.equal(told.headers['openstack-api-version'], 'volume 3.12');
    const newer = await get('/volumes', '71');
    assert.equal(newer.status, 406);
    assert.match(
      fault(newer).message,
      /^Version 3\.71 is not supported by the API\. Minimum is 3\.0 and maximum is 3\.70\.$/,
    );
    assert.equal((await get('/volumes', 'x')).status, 400);
    for (const [path, first] of [
      ['/messages', 3],
      ['/clusters', 7],
      ['/group_types', 11],
      ['/volumes/summary', 12],
      ['/groups', 13],
      ['/attachments', 27],
      ['/resource_filters', 33],
      ['/volume-transfers', 55],
      ['/default-types', 62],
    ] as const) {
      assert.equal((await get(path, String(first - 1))).status, 404, path);
      assert.equal((await get(path, String(first))).status, 200, path);
    }
  });

  it('shows a volume as each version does', async () => {
    const { get } = await as();
    const path = `/volumes/${volumeId('backup')}`;
    const keys = async (minor: string, version?: string) =>
      Object.keys(at((await get(path, minor, version)).json, 'volume') as object);
    const first = await keys('0', 'v1');
    assert.ok(first.includes('display_name') && !first.includes('name'));
    const second = await keys('0', 'v2');
    assert.ok(second.includes('name') && second.includes('links') && !second.includes('group_id'));
    assert.ok((await keys('13')).includes('group_id'));
    assert.ok(!(await keys('47')).includes('service_uuid'));
    assert.ok((await keys('48')).includes('service_uuid'));
    assert.ok((await keys('65')).includes('consumes_quota'));
  });

  it('does not know what a version lacks', async () => {
    const { get } = await as();
    for (const [path, version] of [
      ['/consistencygroups', 'v1'],
      ['/groups', 'v2'],
      ['/messages', 'v2'],
      ['/nonsense', 'v3'],
    ] as const) {
      assert.equal((await get(path, '0', version)).status, 404, path);
    }
    assert.equal((await get('/types', '0', 'v1')).status, 200);
  });
});

describe('the embedded cinder: lists', () => {
  it("are the tenant's own, or everybody's for an administrator who asks", async () => {
    const { get, cloud } = await as();
    assert.deepEqual(names(await get('/volumes')), ['old-logs', 'backup']);
    assert.equal(names(await get('/volumes/detail?all_tenants=1')).length, 6);
    const anne = await as('anne', {}, cloud);
    assert.deepEqual(names(await anne.get('/volumes?all_tenants=1')), ['wiki-data']);
    assert.equal((await anne.get(`/volumes/${volumeId('backup')}`)).status, 404);
    assert.equal((await ask(cloud, `${cinder}/v3/${tenantId('tom')}/volumes`, anne.token)).status, 400);
  });

  it('are filtered, sorted and cut into pages', async () => {
    const { get } = await as();
    const all = 'all_tenants=1';
    assert.deepEqual(names(await get(`/volumes?${all}&status=error`)), ['scratch']);
    assert.deepEqual(names(await get(`/volumes?${all}&name~=da`)), ['wiki-data']);
    assert.deepEqual(names(await get(`/volumes?${all}&metadata=${encodeURIComponent("{'purpose': 'wiki'}")}`)), [
      'wiki-data',
    ]);
    assert.deepEqual(names(await get(`/volumes?${all}&bootable=True`)), ['devstack-root']);
    assert.deepEqual(names(await get(`/volumes?${all}&created_at=gt:2013-02-14T00:00:00`)), ['scratch']);
    const sorted = await get(`/volumes?${all}&sort=size:desc,name:asc&limit=3&with_count=True`);
    assert.deepEqual(names(sorted), ['scratch', 'images', 'backup']);
    assert.equal(at(sorted.json, 'count'), 6);
    const next = new URL(String(at(sorted.json, 'volumes_links', 0, 'href')));
    assert.equal(next.searchParams.get('marker'), volumeId('backup'));
    const rest = await get(`/volumes${next.search}`);
    assert.deepEqual(names(rest), ['devstack-root', 'wiki-data', 'old-logs']);
    for (const [query, status, text] of [
      ['limit=-1', 400, /positive/],
      ['limit=x', 400, /integer/],
      ['sort=nope', 400, /Invalid sort key/],
      ['sort=name:up', 400, /Unknown sort direction/],
      ['marker=nope', 404, /Volume nope could not be found/],
    ] as const) {
      const told = await get(`/volumes?${query}`);
      assert.equal(told.status, status, query);
      assert.match(fault(told).message, text);
    }
  });

  it('hold members to the filters that are configured, from 3.31 on', async () => {
    const { get } = await as('anne');
    const told = await get('/volumes?nope=1', '31');
    assert.deepEqual([told.status, fault(told).message], [400, 'Invalid filters nope are found in query options.']);
    assert.deepEqual(names(await get('/volumes?nope=1', '30')), ['wiki-data']);
  });
});

describe('the embedded cinder: what else is read', () => {
  it('answers for every collection in full', async () => {
    const { get } = await as();
    for (const [path, ...key] of [
      ['/snapshots/detail', 'snapshots', 0, 'os-extended-snapshot-attributes:progress'],
      ['/backups/detail', 'backups', 0, 'object_count'],
      ['/types', 'volume_types', 0, 'extra_specs', 'volume_backend_name'],
      ['/types/default', 'volume_type', 'name'],
      ['/qos-specs', 'qos_specs', 0, 'consumer'],
      ['/group_types', 'group_types', 0, 'group_specs'],
      ['/groups/detail', 'groups', 0, 'group_type'],
      ['/group_snapshots/detail', 'group_snapshots', 0, 'group_id'],
      ['/consistencygroups/detail', 'consistencygroups', 0, 'volume_types'],
      ['/cgsnapshots/detail', 'cgsnapshots', 0, 'consistencygroup_id'],
      ['/volume-transfers/detail', 'transfers', 0, 'accepted'],
      ['/os-volume-transfer/detail', 'transfers', 0, 'volume_id'],
      ['/attachments/detail?all_tenants=1', 'attachments', 0, 'connection_info'],
      ['/messages', 'messages', 0, 'user_message'],
      ['/clusters/detail', 'clusters', 0, 'num_hosts'],
      ['/os-services', 'services', 0, 'backend_state'],
      ['/os-hosts', 'hosts', 0, 'service-status'],
      ['/os-hosts/c01.example.com', 'host', 0, 'resource', 'volume_count'],
      ['/os-availability-zone', 'availabilityZoneInfo', 0, 'zoneName'],
      ['/limits', 'limits', 'absolute', 'totalGigabytesUsed'],
      [`/os-quota-sets/${tenantId('anne')}?usage=True`, 'quota_set', 'gigabytes', 'in_use'],
      [`/os-quota-sets/${tenantId('anne')}/defaults`, 'quota_set', 'volumes_fast'],
      ['/os-quota-class-sets/default', 'quota_class_set', 'groups'],
      ['/scheduler-stats/get_pools?detail=True', 'pools', 0, 'capabilities', 'free_capacity_gb'],
      ['/capabilities/c01.example.com', 'properties', 'qos', 'type'],
      ['/os-volume-manage?host=c01.example.com', 'manageable-volumes', 0, 'safe_to_manage'],
      ['/manageable_snapshots/detail?host=c01.example.com', 'manageable-snapshots', 0, 'cinder_id'],
      ['/extensions', 'extensions', 0, 'alias'],
      ['/resource_filters', 'resource_filters', 0, 'filters', 0],
    ] as const) {
      const told = await get(path);
      assert.equal(told.status, 200, path);
      assert.notEqual(at(told.json, ...key), undefined, path);
    }
  });

  it('has a sentence for everything that is not there', async () => {
    const { get } = await as();
    for (const [path, message] of [
      ['/snapshots/nope', 'Snapshot nope could not be found.'],
      ['/backups/nope', 'Backup nope could not be found.'],
      ['/types/nope', 'Volume type nope could not be found.'],
      ['/types/nope/extra_specs', 'Volume type nope could not be found.'],
      ['/qos-specs/nope', 'No such QoS spec nope.'],
      ['/groups/nope', 'Group nope could not be found.'],
      ['/group_snapshots/nope', 'GroupSnapshot nope could not be found.'],
      ['/group_types/nope', 'Group type nope could not be found.'],
      ['/group_types/default', 'Default group type can not be found.'],
      ['/volume-transfers/nope', 'Transfer nope could not be found.'],
      ['/messages/nope', 'Message nope could not be found.'],
      ['/attachments/nope', 'Volume attachment could not be found with filter: attachment_id = nope.'],
      ['/clusters/nope', "Cluster {'binary': 'cinder-volume', 'name': 'nope'} could not be found."],
      ['/capabilities/nope', "Can't find service: nope"],
    ] as const) {
      const told = await get(path);
      assert.deepEqual([told.status, fault(told).message], [404, message]);
    }
  });

  it('refuses members what is for administrators, by the name of the rule', async () => {
    const { get } = await as('anne');
    for (const [path, rule] of [
      ['/os-services', 'volume_extension:services:index'],
      ['/os-hosts', 'volume_extension:hosts'],
      ['/scheduler-stats/get_pools', 'scheduler_extension:scheduler_stats:get_pools'],
      ['/clusters', 'clusters:get_all'],
      ['/qos-specs', 'volume_extension:qos_specs_manage:get_all'],
      ['/capabilities/x', 'volume_extension:capabilities'],
      [`/os-quota-sets/${tenantId('tom')}`, 'volume_extension:quotas:show'],
    ] as const) {
      const told = await get(path);
      assert.deepEqual([told.status, fault(told).message], [403, `Policy doesn't allow ${rule} to be performed.`]);
    }
    assert.deepEqual(names(await get('/types'), 'volume_types'), ['standard']);
    assert.equal(at((await get('/types')).json, 'volume_types', 0, 'extra_specs', 'volume_backend_name'), undefined);
  });
});

describe('the embedded cinder: writing', () => {
  it('makes, changes and deletes a volume', async () => {
    const { send, get } = await as();
    const made = await send('POST /volumes', { volume: { size: 2, name: 'new', metadata: { a: 'b' } } });
    assert.deepEqual([made.status, at(made.json, 'volume', 'status')], [202, 'creating']);
    const path = `/volumes/${at(made.json, 'volume', 'id')}`;
    assert.equal(at((await get(path)).json, 'volume', 'status'), 'available');
    const act = async (action: object) => (await send(`POST ${path}/action`, action)).status;
    assert.equal(await act({ 'os-extend': { new_size: 3 } }), 202);
    assert.equal(await act({ 'os-extend': { new_size: 1 } }), 400);
    assert.equal(at((await send(`PUT ${path}`, { volume: { name: 'newer' } })).json, 'volume', 'name'), 'newer');
    assert.equal((await send(`POST ${path}/metadata`, { metadata: { c: 'd' } })).status, 200);
    assert.deepEqual(at((await get(`${path}/metadata`)).json, 'metadata'), { a: 'b', c: 'd' });
    const snapshot = await send('POST /snapshots', {
      snapshot: { volume_id: at(made.json, 'volume', 'id'), name: 's' },
    });
    assert.equal(snapshot.status, 202);
    assert.equal((await send(`DELETE ${path}`)).status, 400);
    assert.equal((await send(`DELETE /snapshots/${at(snapshot.json, 'snapshot', 'id')}`)).status, 202);
    assert.equal((await send(`DELETE ${path}`)).status, 202);
    assert.equal((await get(path)).status, 404);
    assert.equal((await send('POST /volumes', { volume: {} })).status, 400);
    const lost = await send('POST /volumes', { volume: { size: 1, volume_type: 'nope' } });
    assert.deepEqual([lost.status, fault(lost).message], [404, 'Volume type with name nope could not be found.']);
    assert.equal((await send(`DELETE /volumes/${volumeId('wiki-data')}`)).status, 400);
  });

  it('takes its time where it is told to', async () => {
    let now = Date.parse('2013-02-25T20:00:00Z');
    const { send, get } = await as('admin', { now: () => now, taskTime: 2000 });
    const made = await send('POST /volumes', { volume: { size: 2 } });
    const path = `/volumes/${at(made.json, 'volume', 'id')}`;
    const status = async () => at((await get(path)).json, 'volume', 'status');
    assert.equal(await status(), 'creating');
    now += 2000;
    assert.equal(await status(), 'available');
    await send(`DELETE ${path}`);
    assert.equal(await status(), 'deleting');
    now += 2000;
    assert.equal((await get(path)).status, 404);
  });

  it('hands a volume over to whoever has the key', async () => {
    const { cloud, send } = await as();
    const transfer = await send('POST /volume-transfers', { transfer: { volume_id: volumeId('backup'), name: 't' } });
    const path = `/volume-transfers/${at(transfer.json, 'transfer', 'id')}`;
    const tom = await as('tom', {}, cloud);
    assert.equal((await tom.send(`POST ${path}/accept`, { accept: { auth_key: 'wrong' } })).status, 403);
    const key = at(transfer.json, 'transfer', 'auth_key');
    assert.equal((await tom.send(`POST ${path}/accept`, { accept: { auth_key: key } })).status, 202);
    assert.ok(names(await tom.get('/volumes')).includes('backup'));
  });

  it('makes types and quotas, for administrators', async () => {
    const { cloud, send, get } = await as();
    const type = await send('POST /types', { volume_type: { name: 't' } });
    assert.equal(type.status, 200);
    const path = `/types/${at(type.json, 'volume_type', 'id')}`;
    assert.equal((await send('POST /types', { volume_type: { name: 't' } })).status, 409);
    assert.equal((await send(`POST ${path}/extra_specs`, { extra_specs: { a: 'b' } })).status, 200);
    assert.deepEqual((await get(`${path}/extra_specs/a`)).json, { a: 'b' });
    assert.equal((await send(`DELETE ${path}`)).status, 202);
    const quota = await send(`PUT /os-quota-sets/${tenantId('tom')}`, { quota_set: { volumes: 3 } });
    assert.equal(at(quota.json, 'quota_set', 'volumes'), 3);
    const anne = await as('anne', {}, cloud);
    assert.equal((await anne.send('POST /types', { volume_type: { name: 'x' } })).status, 403);
    assert.equal((await anne.send(`PUT /os-quota-sets/${tenantId('tom')}`, { quota_set: {} })).status, 403);
  });
});
