import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { tenantId } from '../../src/sandbox/seed.js';
import { ask, at, each, login, nova } from './ask.js';
import { idOf } from './compute-admin.js';

const neutron = 'http://cloud.example.com:9696';
const test01 = '3df67919-9600-4ea8-952e-2a7be6f70774';

async function as(user = 'admin', cloud = simulate()) {
  const token = await login(cloud, user);
  const send = (what: string, body?: unknown) => {
    const [method, path] = what.split(' ');
    return ask(cloud, `${method} ${neutron}/v2.0${path}`, token, body);
  };
  return { cloud, token, send, get: (path: string) => send(`GET ${path}`) };
}

const error = (told: { json: unknown }) => at(told.json, 'NeutronError') as { type: string; message: string };
const names = (told: { json: unknown }, many = 'networks') => each(at(told.json, many), 'name');

describe('the embedded neutron: lists', () => {
  it("has nova's networks, those that servers are on, and one to the outside", async () => {
    const { cloud, get } = await as();
    const all = ['jtopjian', 'nova_network', 'novanetwork_0', 'novanetwork_1', 'public', 'test01', 'test02'];
    assert.deepEqual(names(await get('/networks')).sort(), all);
    const one = await get('/networks.json?name=test01&fields=id');
    assert.deepEqual(at(one.json, 'networks'), [{ id: test01 }]);
    const anne = await as('anne', cloud);
    const hers = await anne.get('/networks');
    assert.deepEqual(names(hers).sort(), ['nova_network', 'novanetwork_0', 'novanetwork_1', 'public', 'test02']);
    assert.ok(!('provider:network_type' in (at(hers.json, 'networks', 0) as object)));
    assert.equal((await ask(cloud, `${neutron}/v2.0/networks`)).status, 401);
  });

  it("has a port for each server's place on a network, with the address that nova shows", async () => {
    const { get } = await as();
    const told = await get(`/ports?device_id=${idOf('devstack')}`);
    assert.deepEqual(
      [at(told.json, 'ports', 0, 'fixed_ips', 0, 'ip_address'), at(told.json, 'ports', 0, 'binding:host_id')],
      ['10.1.0.5', 'c02.example.com'],
    );
    const same = await get('/ports?fixed_ips=ip_address%3D10.1.0.5&fields=id');
    assert.deepEqual(each(at(same.json, 'ports'), 'id'), each(at(told.json, 'ports'), 'id'));
    const floating = await get('/floatingips?floating_ip_address=199.116.232.40');
    assert.equal(at(floating.json, 'floatingips', 0, 'fixed_ip_address'), '10.1.0.8');
  });

  it('pages by limit and marker, with links to the next page and, as neutron adds it, always to the previous', async () => {
    const { get } = await as();
    const seen: unknown[] = [];
    let url = '/networks?limit=3&fields=id&fields=name&sort_key=name&sort_dir=desc';
    for (;;) {
      const page = await get(url);
      seen.push(...names(page));
      const links = at(page.json, 'networks_links') as { rel: string; href: string }[];
      assert.ok(links.some(({ rel }) => rel === 'previous'));
      const next = links.find(({ rel }) => rel === 'next');
      if (next === undefined) break;
      assert.ok(next.href.startsWith(`${neutron}/v2.0/networks?`));
      url = next.href.slice(`${neutron}/v2.0`.length);
    }
    assert.deepEqual(seen, [
      'test02',
      'test01',
      'public',
      'novanetwork_1',
      'novanetwork_0',
      'nova_network',
      'jtopjian',
    ]);
    const back = await get(`/networks?limit=2&sort_key=name&sort_dir=asc&marker=${test01}&page_reverse=True`);
    assert.deepEqual(names(back), ['novanetwork_1', 'public']);
    assert.equal(at((await get('/networks')).json, 'networks_links'), undefined);
    assert.equal(at((await get('/networks?limit=0')).json, 'networks_links'), undefined);
  });

  it('filters by any attribute, several values of one being alternatives', async () => {
    const { get } = await as();
    assert.deepEqual(names(await get('/networks?name=test01&name=test02')), ['test01', 'test02']);
    assert.deepEqual(names(await get('/networks?router:external=True')), ['public']);
    assert.equal(names(await get('/networks?shared=false')).length, 3);
    assert.deepEqual(names(await get('/networks?provider:segmentation_id=300')), ['test01']);
    assert.deepEqual(names(await get(`/routers?tenant_id=${tenantId('tom')}`), 'routers'), []);
  });

  it('has a sentence for every wrong question', async () => {
    const { get } = await as();
    for (const [path, status, message] of [
      ['/networks?limit=x', 400, "Bad limit request: Limit must be an integer 0 or greater and not 'x'."],
      ['/networks?marker=nope&limit=1', 404, 'Network nope could not be found.'],
      ['/networks?sort_key=name', 400, 'The number of sort_keys and sort_dirs must be same'],
      ['/networks?sort_key=nope&sort_dir=asc', 400, "['nope'] is invalid attribute for sort_keys"],
      ['/networks?nope=1', 400, "['nope'] is invalid attribute for filtering"],
      ['/networks?admin_state_up=x', 400, "Invalid input for operation: 'x' cannot be converted to boolean."],
      ['/networks/nope', 404, 'Network nope could not be found.'],
      ['/routers/nope', 404, 'Router nope could not be found'],
      ['/security-groups/nope', 404, 'Security group nope does not exist'],
      ['/rbac-policies/nope', 404, 'RBAC policy of type unknown with ID nope not found'],
      ['/nope', 404, 'The resource could not be found.'],
    ] as const) {
      const told = await get(path);
      assert.deepEqual([told.status, error(told).message], [status, message], path);
    }
  });
});

describe('the embedded neutron: all that is read', () => {
  it('shows something of every collection', async () => {
    const { get } = await as();
    for (const path of [
      'networks subnets ports routers floatingips security-groups security-group-rules subnetpools address-scopes',
      'rbac-policies network-ip-availabilities agents availability_zones extensions service-providers',
      'lb/vips lb/pools lb/members lb/health_monitors',
      'lbaas/loadbalancers lbaas/listeners lbaas/pools lbaas/healthmonitors lbaas/l7policies',
      'vpn/vpnservices vpn/ikepolicies vpn/ipsecpolicies vpn/ipsec-site-connections vpn/endpoint-groups',
      'fw/firewalls fw/firewall_policies fw/firewall_rules',
      'qos/policies qos/rule-types metering/metering-labels metering/metering-label-rules flavors service_profiles',
      'segments trunks bgp-speakers bgp-peers network-gateways qos-queues credentials network_profiles policy_profiles',
    ].flatMap((line) => line.split(' '))) {
      const told = await get(`/${path}`);
      assert.equal(told.status, 200, path);
      const many = path.split('/').at(-1)?.replaceAll('-', '_') ?? '';
      const rows = at(told.json, many) as { id?: string }[];
      assert.ok(rows.length > 0, path);
      const [first] = rows;
      if (first?.id === undefined) continue;
      const one = await get(`/${path}/${first.id}`);
      assert.equal(one.status, 200, path);
      assert.deepEqual(Object.values(one.json as object)[0], first, path);
    }
  });

  it('shows what hangs on one row: agents and what they host, rules, members, numbers, routes', async () => {
    const { get } = await as();
    const id = async (path: string, many: string, filter = '') =>
      String(at((await get(`/${path}${filter}`)).json, many, 0, 'id'));
    const agent = (type: string) => id('agents', 'agents', `?agent_type=${encodeURIComponent(type)}`);
    const router = await id('routers', 'routers');
    const [pool, balancer] = [await id('lb/pools', 'pools'), await id('lbaas/loadbalancers', 'loadbalancers')];
    const policy = await id('qos/policies', 'policies');
    for (const [path, ...key] of [
      [`/agents/${await agent('DHCP agent')}/dhcp-networks`, 'networks', 0, 'name'],
      [`/agents/${await agent('L3 agent')}/l3-routers`, 'routers', 0, 'name'],
      [`/networks/${test01}/dhcp-agents`, 'agents', 0, 'host'],
      [`/routers/${router}/l3-agents`, 'agents', 0, 'host'],
      [`/lb/pools/${pool}/loadbalancer-agent`, 'agent', 'host'],
      [`/lb/pools/${pool}/stats`, 'stats', 'bytes_in'],
      [`/lbaas/loadbalancers/${balancer}/loadbalancer-hosting-agent`, 'agent', 'host'],
      [
        `/lbaas/loadbalancers/${balancer}/statuses`,
        'statuses',
        'loadbalancer',
        'listeners',
        0,
        'pools',
        0,
        'members',
        0,
      ],
      [`/lbaas/pools/${await id('lbaas/pools', 'pools')}/members`, 'members', 0, 'address'],
      [`/lbaas/l7policies/${await id('lbaas/l7policies', 'l7policies')}/rules`, 'rules', 0, 'value'],
      [`/qos/policies/${policy}/bandwidth_limit_rules`, 'bandwidth_limit_rules', 0, 'max_kbps'],
      [
        `/bgp-speakers/${await id('bgp-speakers', 'bgp_speakers')}/get_advertised_routes`,
        'advertised_routes',
        0,
        'next_hop',
      ],
      [`/quotas/${tenantId('anne')}`, 'quota', 'network'],
      [`/quotas/${tenantId('anne')}/details`, 'quota', 'port', 'used'],
      [`/auto-allocated-topology/None`, 'auto_allocated_topology', 'id'],
      [`/networks/${test01}/tags`, 'tags'],
    ] as const) {
      const told = await get(path);
      assert.equal(told.status, 200, path);
      assert.notEqual(at(told.json, ...key), undefined, path);
    }
  });

  it('keeps what is for administrators from members', async () => {
    const { send, get } = await as('anne');
    assert.deepEqual(at((await get('/agents')).json, 'agents'), []);
    assert.equal((await get(`/quotas/${tenantId('tom')}`)).status, 403);
    assert.equal((await get(`/networks/${test01}`)).status, 404);
    const made = await send('POST /metering/metering-labels', { metering_label: { name: 'x' } });
    assert.deepEqual([made.status, error(made).type], [403, 'PolicyNotAuthorized']);
    const shared = await send('POST /networks', { network: { name: 'x', shared: true } });
    assert.equal(shared.status, 403);
    const foreign = await send('PUT /networks/8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a', { network: { name: 'mine' } });
    assert.equal(foreign.status, 403);
  });
});

describe('the embedded neutron: writing', () => {
  it('makes a network, a subnet and a port on it, and lets them go in that order only', async () => {
    const { send, get } = await as();
    const network = at((await send('POST /networks', { network: { name: 'new' } })).json, 'network', 'id');
    const given = { name: 'sub', network_id: network, ip_version: 4, cidr: '192.168.7.0/24' };
    const subnet = await send('POST /subnets', { subnet: given });
    assert.deepEqual([subnet.status, at(subnet.json, 'subnet', 'gateway_ip')], [201, '192.168.7.1']);
    const port = await send('POST /ports', { port: { network_id: network } });
    assert.equal(at(port.json, 'port', 'fixed_ips', 0, 'ip_address'), '192.168.7.2');
    const taken = { network_id: network, fixed_ips: [{ ip_address: '192.168.7.2' }] };
    assert.equal((await send('POST /ports', { port: taken })).status, 409);
    const busy = await send(`DELETE /networks/${network}`);
    assert.deepEqual([busy.status, error(busy).type], [409, 'NetworkInUse']);
    assert.equal((await send(`DELETE /subnets/${at(subnet.json, 'subnet', 'id')}`)).status, 409);
    assert.equal((await send(`DELETE /ports/${at(port.json, 'port', 'id')}`)).status, 204);
    assert.equal((await send(`DELETE /networks/${network}`)).status, 204);
    assert.equal((await get(`/subnets/${at(subnet.json, 'subnet', 'id')}`)).status, 404);
  });

  it('says what is wrong with a body', async () => {
    const { send } = await as();
    for (const [what, body, message] of [
      ['POST /networks', {}, 'Resource body required: network'],
      ['POST /networks', { network: { colour: 'red' } }, "Unrecognized attribute(s) 'colour'"],
      ['POST /ports', { port: {} }, "Failed to parse request. Required attribute 'network_id' not specified"],
    ] as const) {
      const told = await send(what, body);
      assert.deepEqual([told.status, error(told).message], [400, message]);
    }
    const lost = await send('POST /ports', { port: { network_id: 'nope' } });
    assert.deepEqual([lost.status, error(lost).type], [404, 'NetworkNotFound']);
  });

  it('plugs a router into a subnet and out of it', async () => {
    const { send } = await as();
    const router = at((await send('POST /routers', { router: { name: 'r' } })).json, 'router', 'id');
    const network = at((await send('POST /networks', { network: {} })).json, 'network', 'id');
    const given = { network_id: network, ip_version: 4, cidr: '192.168.8.0/24' };
    const subnet = { subnet_id: at((await send('POST /subnets', { subnet: given })).json, 'subnet', 'id') };
    const added = await send(`PUT /routers/${router}/add_router_interface`, subnet);
    assert.equal(at(added.json, 'subnet_id'), subnet.subnet_id);
    const inUse = await send(`DELETE /routers/${router}`);
    assert.deepEqual([inUse.status, error(inUse).message], [409, `Router ${router} still has ports`]);
    assert.equal((await send(`PUT /routers/${router}/remove_router_interface`, subnet)).status, 200);
    assert.equal((await send(`PUT /routers/${router}/remove_router_interface`, subnet)).status, 404);
    assert.equal((await send(`DELETE /routers/${router}`)).status, 204);
  });

  it('keeps rules of a group apart, quotas and tags', async () => {
    const { send, get } = await as();
    const group = await send('POST /security-groups', { security_group: { name: 'g' } });
    const id = at(group.json, 'security_group', 'id');
    const rule = { security_group_rule: { security_group_id: id, direction: 'ingress', protocol: 'tcp' } };
    assert.equal((await send('POST /security-group-rules', rule)).status, 201);
    assert.equal(error(await send('POST /security-group-rules', rule)).type, 'SecurityGroupRuleExists');
    const rules = at((await get(`/security-groups/${id}`)).json, 'security_group', 'security_group_rules');
    assert.deepEqual(each(rules, 'direction'), ['egress', 'egress', 'ingress']);
    assert.equal((await send(`PUT /quotas/${tenantId('tom')}`, { quota: { network: 3 } })).status, 200);
    assert.equal(at((await get(`/quotas/${tenantId('tom')}`)).json, 'quota', 'network'), 3);
    assert.equal((await send(`PUT /networks/${test01}/tags/blue`)).status, 201);
    assert.deepEqual(names(await get('/networks?tags=blue')), ['test01']);
    assert.equal((await send(`DELETE /networks/${test01}/tags/red`)).status, 404);
  });

  it('forgets the ports of a server that nova deletes, and frees its address from outside', async () => {
    const { cloud, token, get } = await as();
    const server = idOf('monitor');
    assert.equal(at((await get(`/ports?device_id=${server}`)).json, 'ports', 0, 'device_owner'), 'compute:nova');
    assert.equal((await ask(cloud, `DELETE ${nova}/v2.1/servers/${server}`, token)).status, 204);
    assert.deepEqual(at((await get(`/ports?device_id=${server}`)).json, 'ports'), []);
    const floating = await get('/floatingips?floating_ip_address=199.116.232.40');
    assert.equal(at(floating.json, 'floatingips', 0, 'port_id'), null);
  });
});
