import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { tenantId } from '../../src/sandbox/seed.js';
import { ask, at, each, login, nova } from './ask.js';

/** The administrator and a member of a new cloud, asking the API of the guide's days. */
async function as() {
  const cloud = simulate();
  const [admin, anne] = [await login(cloud), await login(cloud, 'anne')];
  const send = (what: string, body?: unknown) => {
    const [method, path] = what.split(' ');
    return ask(cloud, `${method} ${nova}/v2/${path}`, admin, body);
  };
  const forAnne = (what: string, body?: unknown) => {
    const [method, path] = what.split(' ');
    return ask(cloud, `${method} ${nova}/v2/${path}`, anne, body);
  };
  return { cloud, send, forAnne };
}

describe('what nova had and has no more is changed', () => {
  it('by administrators only, and up to microversion 2.35', async () => {
    const { cloud, forAnne } = await as();
    const changes: Readonly<Record<string, unknown>> = {
      'POST os-networks': { network: { label: 'a', cidr: '10.9.0.0/24' } },
      'POST os-floating-ips-bulk': { floating_ips_bulk_create: { ip_range: '10.9.0.1' } },
      'PUT os-floating-ip-dns/a': { domain_entry: { scope: 'public' } },
      'POST os-baremetal-nodes': { node: { cpus: 1 } },
      'POST zones': { zone: { api_url: 'http://a' } },
      'POST os-cloudpipe': { cloudpipe: { project_id: 'a' } },
      'POST os-coverage/action': { start: {} },
      'POST os-security-group-default-rules': { security_group_default_rule: {} },
      'PUT os-hosts/c01.example.com': { status: 'disable' },
    };
    const later = { ...(await login(cloud)), 'openstack-api-version': 'compute 2.43' };
    for (const [what, body] of Object.entries(changes)) {
      assert.equal((await forAnne(what, body)).status, 403, what);
      const [method, path] = what.split(' ');
      assert.equal((await ask(cloud, `${method} ${nova}/v2.1/${path}`, later, body)).status, 404, what);
    }
  });

  it('networks do not overlap, are given away and taken back, and go only when nobody has them', async () => {
    const { send } = await as();
    const made = await send('POST os-networks', { network: { label: 'lab', cidr: '10.9.0.0/28' } });
    const id = String(at(made.json, 'network', 'id'));
    assert.deepEqual(
      ['gateway', 'broadcast', 'netmask', 'dhcp_start'].map((key) => at(made.json, 'network', key)),
      ['10.9.0.1', '10.9.0.15', '255.255.255.240', '10.9.0.3'],
    );
    const clash = { network: { label: 'lab', cidr: '10.9.0.0/20' } };
    assert.equal((await send('POST os-networks', clash)).status, 409);
    assert.equal((await send('POST os-networks/add', { id })).status, 202);
    assert.equal((await send(`DELETE os-networks/${id}`)).status, 409);
    assert.equal((await send(`POST os-networks/${id}/action`, { disassociate: null })).status, 202);
    assert.equal((await send(`DELETE os-networks/${id}`)).status, 202);
    assert.equal((await send(`DELETE os-networks/${id}`)).status, 404);
  });

  it('a range of addresses is there all at once, or not at all', async () => {
    const { send } = await as();
    const range = (ip_range: string) => ({ floating_ips_bulk_create: { ip_range } });
    const count = async () =>
      (at((await send('GET os-floating-ips-bulk')).json, 'floating_ip_info') as unknown[]).length;
    assert.equal((await send('POST os-floating-ips-bulk', range('10.9.0.0/30'))).status, 200);
    assert.equal(await count(), 4);
    for (const bad of ['10.9.0.0/29', 'nonsense', '10.0.0.0/8', '10.9.0.300']) {
      assert.ok((await send('POST os-floating-ips-bulk', range(bad))).status >= 400, bad);
    }
    assert.equal(await count(), 4);
    assert.equal((await send('PUT os-floating-ips-bulk/delete', { ip_range: '10.9.0.0/30' })).status, 200);
    assert.equal(await count(), 2);
  });

  it('a group has rules of its own, and stays while a server is in it', async () => {
    const { send } = await as();
    const group = { security_group: { name: 'web', description: 'for tests' } };
    const made = await send('POST os-security-groups', group);
    const id = at(made.json, 'security_group', 'id');
    assert.equal((await send('POST os-security-groups', group)).status, 400);
    const rule = { ip_protocol: 'TCP', from_port: 80, to_port: 80, cidr: '10.0.0.0/8', parent_group_id: id };
    assert.equal((await send('POST os-security-group-rules', { security_group_rule: rule })).status, 200);
    assert.equal((await send('POST os-security-group-rules', { security_group_rule: rule })).status, 400);
    const shown = await send(`GET os-security-groups/${id}`);
    assert.deepEqual(each(at(shown.json, 'security_group', 'rules'), 'ip_protocol'), ['tcp']);
    assert.equal((await send(`DELETE os-security-groups/${id}`)).status, 202);
    const own = at((await send('GET os-security-groups')).json, 'security_groups') as { id: number; name: string }[];
    const first = own.find(({ name }) => name === 'default');
    assert.equal((await send(`DELETE os-security-groups/${first?.id}`)).status, 400);
  });

  it('a project has one cloudpipe, whose address its networks show', async () => {
    const { send } = await as();
    const cloudpipe = { cloudpipe: { project_id: tenantId('anne') } };
    const first = await send('POST os-cloudpipe', cloudpipe);
    assert.deepEqual((await send('POST os-cloudpipe', cloudpipe)).json, first.json);
    await send('POST os-networks/add', {});
    const configured = { configure_project: { vpn_ip: '203.0.113.9', vpn_port: '1194' } };
    assert.equal((await send('PUT os-cloudpipe/configure-project', configured)).status, 202);
    const networks = at((await send('GET os-networks')).json, 'networks');
    assert.ok(each(networks, 'vpn_public_address').includes('203.0.113.9'));
  });

  it('coverage is measured from its start to its stop', async () => {
    const { send } = await as();
    assert.equal((await send('POST os-coverage/action', { stop: {} })).status, 404);
    assert.equal((await send('POST os-coverage/action', { start: { combine: true } })).status, 202);
    assert.equal((await send('POST os-coverage/action', { stop: {} })).status, 200);
    assert.equal((await send('POST os-coverage/action', { report: { file: '../a' } })).status, 400);
  });
});

describe('a server that is booted', () => {
  const server = (cloud: { images: unknown; flavor?: string }) => ({
    server: { name: 'Web 1', imageRef: cloud.images, flavorRef: cloud.flavor ?? '1' },
  });

  it('is built while it is looked at once, then active on a host, with an address of its own', async () => {
    const { send } = await as();
    const image = at((await send('GET images')).json, 'images', 0, 'id');
    const made = await send('POST servers', server({ images: image }));
    assert.equal(made.status, 202);
    const id = String(at(made.json, 'server', 'id'));
    const look = async () => at((await send(`GET servers/${id}`)).json, 'server') as Record<string, unknown>;
    assert.equal((await look()).status, 'BUILD');
    const { status, addresses, hostId, name } = await look();
    assert.deepEqual([status, name], ['ACTIVE', 'Web 1']);
    assert.match(JSON.stringify(addresses), /"addr":"10\.1\./);
    assert.notEqual(hostId, '');
    assert.equal((await send(`DELETE servers/${id}`)).status, 204);
    assert.equal((await send(`GET servers/${id}`)).status, 404);
  });

  it('is refused for what is not there', async () => {
    const { send } = await as();
    const image = at((await send('GET images')).json, 'images', 0, 'id');
    assert.equal((await send('POST servers', server({ images: 'nothing' }))).status, 400);
    assert.equal((await send('POST servers', server({ images: image, flavor: 'nothing' }))).status, 400);
    assert.equal((await send('POST servers', {})).status, 400);
  });
});
