import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadApplet, loadCommand } from '../../src/cli/applets.js';
import { parse } from '../../src/cli/parse.js';
import { Failure } from '../../src/core/errors.js';
import { exitCodes } from '../../src/core/exit-codes.js';
import { compareAddresses, within } from '../../src/lib/address.js';
import { printf } from '../../src/lib/python/percent-format.js';
import { render } from '../../src/output/index.js';
import { refusal, type Script, scriptedSession } from '../support/scripted-session.js';

/* What the embedded cloud cannot show: older and newer clouds. Its own screens are in test/transcripts/manage.txt. */

/** Runs `nova-manage service list` as typed; warnings come as lines with `!`, a failure as one with its exit code. */
async function run(line: string, answers: Script['answers'], microversion?: string): Promise<string[]> {
  const [program = '', first, second, ...words] = line.split(' ');
  const command = await loadCommand(program, `${first} ${second}`);
  const { client } = await loadApplet(program);
  const { session } = scriptedSession({ answers, ...(microversion === undefined ? {} : { microversion }) });
  const said: string[] = [];
  let out = '';
  try {
    const { options, args } = parse({ options: command.options, arguments: command.arguments, globals: {} }, words, {});
    const warn = (text: string): void => void said.push(`! ${text}`);
    const view = await command.view({ session, options, args, warn, now: () => 0, program: {} } as never);
    assert.ok(view.kind !== 'tour' && view.kind !== 'bytes');
    const choice = { style: client.tables, format: 'table', columns: [], sortColumns: [], tty: false } as const;
    await render(view, choice, (chunk) => {
      out += chunk;
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    said.push(`[${exitCodes[error.exitReason]}] ${error.message}`);
  }
  return [...out.split('\n').slice(0, -1), ...said];
}

const head = 'Binary           Host                                 Zone             Status     State Updated_At';

describe('nova-manage service list', () => {
  it('has XXX for what is down, None for what never reported, and microseconds where there are some', async () => {
    const service = (host: string, rest: object) => ({ binary: 'nova-compute', host, zone: 'nova', ...rest });
    const services = [
      service('c01', { status: 'enabled', state: 'down', updated_at: '2013-02-25T19:32:35.000000' }),
      service('c02', { status: 'disabled', state: 'up', updated_at: '2013-02-25T19:32:35.250000' }),
      service('c03', { status: 'enabled', state: 'down', updated_at: null }),
      { binary: 'nova-compute', host: 'c04', status: 'UNKNOWN' },
    ];
    assert.deepEqual(await run('nova-manage service list', { 'GET compute /os-services': { services } }), [
      head,
      'nova-compute     c01                                  nova             enabled    XXX   2013-02-25 19:32:35',
      'nova-compute     c02                                  nova             disabled   :-)   2013-02-25 19:32:35.250000',
      'nova-compute     c03                                  nova             enabled    XXX   None      ',
      'nova-compute     c04                                  -                UNKNOWN    -     -         ',
    ]);
  });

  it('asks for hosts where there is no list of services, and says what is not known', async () => {
    const hosts = [
      { host_name: 'cloud', service: 'cert' },
      { host_name: 'c01', service: 'compute', zone: 'nova' },
    ];
    const answers = { 'GET compute /os-hosts': { hosts } };
    const warning = "! This cloud's API lists hosts and services without states and times: '-' stands for them.";
    assert.deepEqual(await run('nova-manage service list', answers), [
      head,
      'nova-cert        cloud                                -                -          -     -         ',
      'nova-compute     c01                                  nova             -          -     -         ',
      warning,
    ]);
    const filtered = await run('nova-manage service list --service nova-compute --host c01', answers);
    assert.deepEqual(filtered, [
      head,
      'nova-compute     c01                                  nova             -          -     -         ',
      warning,
    ]);
    assert.deepEqual((await run('nova-manage host list --zone nova', answers)).slice(1, 2), [
      'c01                      \tnova           ',
    ]);
  });

  it('fails where neither list is there or allowed', async () => {
    assert.match((await run('nova-manage service list', {}))[0] ?? '', /^\[1\] /);
    const denied = { 'GET compute /os-services': refusal(403, 'No.') };
    assert.match((await run('nova-manage service list', denied))[0] ?? '', /^\[1\] No\. \(HTTP 403\)/);
  });
});

describe('nova-manage network and address lists', () => {
  const titles =
    'id   \tIPv4              \tIPv6           \tstart address  \tDNS1           \tDNS2           \tVlanID         \tproject        \tuuid           ';

  it("say so when the networks are not nova's", async () => {
    const neutron = { id: 'n1', label: 'public', cidr: null, cidr_v6: null, bridge: null, vlan: null };
    const sentence = '[2] ERROR: Network commands are not supported when using the Neutron API.  ';
    const [line = ''] = await run('nova-manage network list', { 'GET compute /os-networks': { networks: [neutron] } });
    assert.ok(line.startsWith(sentence), line);
    assert.match((await run('nova-manage network list', {}))[0] ?? '', /Neutron API/);
  });

  it('say so when there are no networks', async () => {
    const none = { 'GET compute /os-networks': { networks: [] } };
    assert.deepEqual(await run('nova-manage network list', none), [titles, 'No networks found']);
    const noFloating = { 'GET compute /os-floating-ips-bulk': { floating_ip_info: [] } };
    assert.deepEqual(await run('nova-manage floating list', noFloating), [
      'No floating IP addresses have been defined.',
    ]);
  });

  it("list the project's own floating addresses where the cloud does not list all, and say so", async () => {
    const own = {
      'GET compute /os-floating-ips-bulk': refusal(410, 'Gone.'),
      'GET compute /os-floating-ips': { floating_ips: [{ id: 1, ip: '1.2.3.4', instance_id: null, pool: 'nova' }] },
    };
    const [line, warning] = await run('nova-manage floating list', own);
    assert.equal(line, '-\t1.2.3.4\tNone\tnova\t-');
    assert.match(warning ?? '', /^! This cloud's API lists the floating addresses of one's own project only/);
    const ofHost = { 'GET compute /os-floating-ips-bulk/c01': refusal(410, 'Gone.') };
    assert.match(
      (await run('nova-manage floating list --host c01', ofHost))[0] ?? '',
      /^\[1\] This cloud's API does not/,
    );
  });

  it('take names of hosts from the servers where they have them, and know addresses of both kinds', async () => {
    const server = {
      name: 'web',
      'OS-EXT-SRV-ATTR:host': 'c01',
      'OS-EXT-SRV-ATTR:hostname': 'web-1',
      addresses: {
        test01: [
          { addr: '10.1.0.20', 'OS-EXT-IPS:type': 'fixed' },
          { addr: '1.2.3.4', 'OS-EXT-IPS:type': 'floating' },
          { addr: '10.1.0.3', 'OS-EXT-IPS:type': 'fixed' },
          { addr: 'fd00::5', 'OS-EXT-IPS:type': 'fixed' },
        ],
      },
    };
    const networks = [{ id: 'n1', label: 'test01', cidr: '10.1.0.0/24', cidr_v6: 'fd00::/64' }];
    const lines = await run('nova-manage fixed list', {
      'GET compute /os-networks': { networks },
      'GET compute /servers/detail?all_tenants=1': { servers: [server] },
    });
    assert.deepEqual(lines.slice(1, 4), [
      '10.1.0.0/24       \t10.1.0.3       \tweb-1          \tc01',
      '10.1.0.0/24       \t10.1.0.20      \tweb-1          \tc01',
      'fd00::/64         \tfd00::5        \tweb-1          \tc01',
    ]);
  });
});

describe('other lists of nova-manage and cinder-manage', () => {
  it('show cells and agents as they were shown, in groups, between rules', async () => {
    const cells = [{ name: 'child1', type: 'child', username: 'guest', rpc_host: '10.0.0.5', rpc_port: 5672 }];
    assert.deepEqual(await run('nova-manage cell list', { 'GET compute /os-cells': { cells } }), [
      ' Id  Name        Type    Username    Hostname         Port   VHost     ',
      '---  ----------  ------  ----------  ---------------  -----  ----------',
      '  -  child1      child   guest       10.0.0.5         5672   -         ',
      '---  ----------  ------  ----------  ---------------  -----  ----------',
      "! No API tells the id and the virtual host of a cell: '-' stands for them.",
    ]);
    const agent = (hypervisor: string, os: string) => ({
      hypervisor,
      os,
      architecture: 'x86_64',
      version: '1.0',
      md5hash: 'abc',
      url: `http://h/${os}`,
    });
    const agents = [agent('xen', 'linux'), agent('xen', 'windows'), agent('kvm', 'linux')];
    const rule = '----------  --------  ------------  --------------------------------';
    assert.deepEqual(await run('nova-manage agent list', { 'GET compute /os-agents': { agents } }), [
      'Hypervisor: xen',
      rule,
      'linux       x86_64             1.0  abc',
      '    http://h/linux',
      'windows     x86_64             1.0  abc',
      '    http://h/windows',
      '',
      'Hypervisor: kvm',
      rule,
      'linux       x86_64             1.0  abc',
      '    http://h/linux',
      '',
    ]);
    assert.deepEqual(await run('nova-manage agent list', { 'GET compute /os-agents': { agents: [] } }), []);
  });

  it('show what a flavor asks of hosts, told with it or asked for', async () => {
    const flavor = { id: '7', name: 'big', ram: 2048, vcpus: 2, disk: 20, swap: '', rxtx_factor: 1.5 };
    const more = { 'OS-FLV-EXT-DATA:ephemeral': 0, 'os-flavor-access:is_public': false };
    const list = 'GET compute /flavors/detail?is_public=None';
    const expected =
      'big: Memory: 2048MB, VCPUS: 2, Root: 20GB, Ephemeral: 0Gb, FlavorID: 7, Swap: 0MB, RXTX Factor: 1.5, private, ' +
      "ExtraSpecs {u'ssd': u'true'}";
    const asked = {
      [list]: { flavors: [{ ...flavor, ...more }] },
      'GET compute /flavors/7/os-extra_specs': { extra_specs: { ssd: 'true' } },
    };
    assert.deepEqual(await run('nova-manage flavor list', asked), [expected]);
    const told = { [list]: { flavors: [{ ...flavor, ...more, extra_specs: { ssd: 'true' } }] } };
    assert.deepEqual(await run('nova-manage flavor list', told), [expected]);
  });

  it('say so where the volume API tells no hosts', async () => {
    const sentence = "[1] This cloud's volume API does not tell which hosts and services there are.";
    assert.deepEqual(await run('cinder-manage host list', {}), [sentence]);
    assert.deepEqual(await run('cinder-manage service list', {}), [sentence]);
  });
});

describe('lines as printf makes them', () => {
  it('are filled to widths and never cut', () => {
    assert.equal(printf('%-4s|%4s|%s')(['ab', 'cd', 'ef']), 'ab  |  cd|ef');
    assert.equal(printf('%-2s %2s')(['longer', 'than']), 'longer than');
    assert.equal(printf('(total)%5s')(['7']), '(total)    7');
    assert.equal(printf('%-4s|')(['東']), '東   |');
    assert.equal(printf('%s-%s')(['one']), 'one-');
  });

  it('order addresses, and find those of a range, IPv4 and IPv6', () => {
    assert.equal(within('10.1.0.255', '10.1.0.0/24'), true);
    assert.equal(within('10.1.1.0', '10.1.0.0/24'), false);
    assert.equal(within('fd00::1:5', 'fd00::/64'), true);
    assert.equal(within('fd01::5', 'fd00::/64'), false);
    assert.equal(within('10.1.0.1', 'nonsense'), false);
    assert.equal(within('nonsense', '10.1.0.0/24'), false);
    assert.deepEqual(['fd00::5', '10.1.0.20', '10.1.0.3'].sort(compareAddresses), ['10.1.0.3', '10.1.0.20', 'fd00::5']);
  });
});
