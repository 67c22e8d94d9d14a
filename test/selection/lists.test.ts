import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { stackline } from '../support/stackline.js';

const NOW = Date.UTC(2013, 4, 1);
const run = (words: readonly string[] | string) => stackline(words, { now: () => NOW });
const table = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

describe('any field as a column', () => {
  it('-c with commas replaces, in the order that was typed; names stand for ids', async () => {
    const { stdout, requests } = await run('nova list --all-tenants -c Host,Project,name -f csv');
    assert.match(stdout, /^"Host","Project","name"\n/);
    assert.match(stdout, /^"c03.example.com","tom","batch-01"$/m);
    assert.equal(requests.filter((one) => /\/tenants/.test(one)).length, 1, requests.join('\n'));
  });

  it('-C and -c + add, and what is there already is not there twice', async () => {
    const usual = table((await run('nova list --all-tenants')).stdout);
    for (const words of [
      ['-C', 'Host,Status'],
      ['-c', '+Host', '-c', '+Status'],
      ['-C', 'Host', '-C', '+status'],
      ['-c', '+Host,+Status'],
    ]) {
      const added = table((await run(['nova', 'list', '--all-tenants', ...words])).stdout);
      assert.deepEqual(
        added[0],
        [...(usual[0] ?? []), 'Host', ...(words.includes('+status') ? ['status'] : [])].slice(0, 8),
      );
      assert.deepEqual(
        added.map((cells) => cells.slice(0, 7)),
        usual,
      );
    }
  });

  it('each kind of name costs one list, whatever the number of rows', async () => {
    const before = (await run('nova list --all-tenants')).requests.length;
    const { requests, stdout } = await run('nova list --all-tenants -C Project,User,Flavor,Image');
    assert.equal(requests.length, before + 4, requests.join('\n'));
    assert.match(stdout, /\| everett +\| everett +\| m1\.large +\| Windows 2008 R2 +\|/);
  });

  it('a field of the API is found by its name, by the end of it, and by a part of it', async () => {
    const { stdout } = await run('nova list -c id,OS-EXT-STS:vm_state,vm_state,flavor.id -f csv');
    assert.match(stdout, /^"id","OS-EXT-STS:vm_state","vm_state","flavor.id"\n"[-0-9a-f]{36}","active","active","\d"/);
  });

  it('an unknown one suggests, and names what there is', async () => {
    const { stderr, code } = await run('nova list -c id,vm_stat');
    assert.equal(code, 1);
    assert.match(stderr, /No recognized column names in \['vm_stat'\]\. Recognized columns are \('ID', /);
    assert.match(stderr, /Did you mean 'vm_state'\?/);
  });

  it('a show has them, too', async () => {
    const { stdout, code, stderr } = await run('nova show batch-01 -c id,Project,Flavor,Host -f json');
    assert.equal(code, 0, stderr);
    assert.deepEqual(Object.keys(JSON.parse(stdout)), ['id', 'Project', 'Flavor', 'Host']);
    assert.equal(JSON.parse(stdout).Project, 'tom');
    assert.equal(JSON.parse(stdout).Host, 'c03.example.com');
  });

  for (const line of [
    'neutron port-list -C Network,Host',
    'cinder list --all-tenants -C Project,AZ',
    'glance image-list -C Project,size',
    'keystone user-list -C username',
    'nova flavor-list -C links',
    'nova hypervisor-list -C free_ram_mb',
    'neutron net-show test01 -C Project',
    'glance image-show 2c2e33ef-24fb-4571-ac9c-8fe3aff7f464 -C Project',
  ]) {
    it(`${line} has what was asked for`, async () => {
      const { code, stdout, stderr } = await run(`${line} -f json`);
      assert.equal(code, 0, stderr);
      const first = [JSON.parse(stdout)].flat()[0] as Record<string, unknown>;
      const wanted = /-C (\S+)/.exec(line)?.[1]?.split(',') ?? [];
      for (const title of wanted) assert.ok(title in first, `${title} of ${Object.keys(first)}`);
    });
  }

  it('names are another thing than ids in a column of nearly the same title', async () => {
    const shown = await run('nova show batch-01 -c +Image,Flavor -f json');
    const { Image, Flavor } = JSON.parse(shown.stdout);
    assert.deepEqual([Image, Flavor], ['CentOS 6.3 x86_64', 'm1.xlarge']);
    const listed = await run('nova-manage vm list -c +Project -f json');
    assert.ok(
      JSON.parse(listed.stdout).some((row: Record<string, unknown>) => row.Project === 'tom' && row.project !== 'tom'),
    );
  });

  it('a field that only some things have is one even where none of these is there', async () => {
    const { code, stdout } = await run(['nova', 'list', '--where', 'fault.code=500', '-f', 'value']);
    assert.deepEqual([code, stdout], [0, '']);
    const failed = await run('nova list --all-tenants --where fault.code=500 -c name,fault.message -f csv');
    assert.match(failed.stdout, /^"batch-02","No valid host was found\. "$/m);
    assert.equal((await run('nova show twin-that-is-not -c +fault')).code, 1);
    assert.equal((await run('nova show devstack -c +fault -f json')).code, 0);
  });

  it('what cliff does with -c stays as it is', async () => {
    const classic = await run('neutron net-list -c name -c id');
    assert.deepEqual(table(classic.stdout)[0], ['name', 'id']);
    const passed = await run('neutron net-list -c name -c Nonsense');
    assert.deepEqual(table(passed.stdout)[0], ['name']);
  });
});

describe('--where', () => {
  it('shows the rows for which it is true, and asks the service for what it can filter', async () => {
    const { stdout, requests, stderr } = await run([
      ...'nova list --all-tenants -v -c id -f value --where'.split(' '),
      'status=error and created<10y',
    ]);
    assert.match(requests.at(-1) ?? '', /servers\/detail\?all_tenants=1&status=ERROR$/);
    assert.match(stderr, /^The compute service filters by status=ERROR; the rest is done here\.$/m);
    assert.equal(stdout, 'dc65e637-e3ee-4dff-9114-0e101b84be6a\n');
  });

  it('sends the id of a name, and a glob as a pattern', async () => {
    const { requests, stdout } = await run([
      'nova',
      'list',
      '--all-tenants',
      '--where',
      "project=tom and name='batch-01'",
    ]);
    assert.match(requests.at(-1) ?? '', /name=%5Ebatch-01%24&tenant_id=6f7d5eb91e702c0b190aca6199d2a4c4$/);
    assert.equal(table(stdout).length, 2);
    const glob = await run(['nova', 'list', '--all-tenants', '--where', 'name=batch-0?']);
    assert.match(glob.requests.at(-1) ?? '', /name=%5Ebatch-0\.%24$/);
    assert.equal(table(glob.stdout).length, 3);
  });

  it('finds a number by its number and by its word, whichever of them the table shows', async () => {
    const rows = async (where: string) =>
      (await run(['nova', 'list', '--all-tenants', '-c', 'id', '-f', 'value', '--where', where])).stdout.split('\n');
    const running = await rows('power_state=1');
    assert.ok(running.length > 10, running.join(' '));
    for (const where of ['power_state=Running', '"Power State"=running', 'power_state in (1, 99)', 'power_state~^Run'])
      assert.deepEqual(await rows(where), running, where);
    const others = await rows('power_state!=Running');
    assert.ok(others.length > 1 && others.every((name) => name === '' || !running.includes(name)), others.join(' '));
    assert.deepEqual(await rows('power_state!=1'), others);
    assert.deepEqual(await rows('power_state>0 and power_state<2'), running);
  });

  it('compares what the service sent, and what a command shows of it', async () => {
    for (const where of ['alive=false', "alive='xxx'"]) {
      const { stdout } = await run(['neutron', 'agent-list', '-f', 'value', '-c', 'alive', '--where', where]);
      assert.equal(stdout, 'xxx\n', where);
    }
  });

  /** What each service is asked for, at `-v`; nothing where that could leave out something that is wanted. */
  const pushed: readonly (readonly [line: string, where: string, query: string | undefined])[] = [
    [
      'nova list --all-tenants',
      'status=error and project=tom',
      'status=ERROR, tenant_id=6f7d5eb91e702c0b190aca6199d2a4c4',
    ],
    ['nova service-list', 'binary=nova-compute', 'binary=nova-compute'],
    ['nova migration-list', 'status=error', 'status=error'],
    ['cinder list --all-tenants', 'zone=nova and bootable=TRUE', 'availability_zone=nova, bootable=true'],
    ['cinder list --all-tenants', 'name=123', undefined],
    ['cinder list --all-tenants', 'name=None', undefined],
    ['cinder service-list', 'binary=cinder-volume', 'binary=cinder-volume'],
    ['cinder snapshot-list --all-tenants', 'status=available', 'status=available'],
    ['glance image-list', 'visibility=public', 'visibility=public'],
    ['glance image-list', 'visibility=community', undefined],
    ['glance image-list', "name='in:a,b'", undefined],
    ['neutron port-list', 'host=c03.example.com', 'binding:host_id=c03.example.com'],
    ['neutron port-list', 'network=test01', 'network_id=3df67919-9600-4ea8-952e-2a7be6f70774'],
    ['neutron subnet-list', 'ip_version=4', 'ip_version=4'],
    ['neutron subnet-list', 'ip_version=4.0', undefined],
    ['neutron net-list', 'external=true and name!=x', 'router:external=true'],
    ['neutron security-group-rule-list', 'direction=ingress', 'direction=ingress'],
    ['swift list', 'name=log*', 'prefix=log'],
    ['swift list', 'name=*log', undefined],
    ['swift list backups', 'name=db/*', 'prefix=db/'],
    ['swift list backups --delimiter /', 'name=db/*', undefined],
  ];
  for (const [line, where, query] of pushed) {
    it(`${line} --where ${where}: ${query ?? 'nothing'} is left to the service`, async () => {
      const { stderr, code } = await run([...line.split(' '), '-v', '-f', 'csv', '--where', where]);
      assert.equal(code, 0, stderr);
      assert.equal(/ filters by (.*); the rest is done here\.$/m.exec(stderr)?.[1], query);
    });
  }

  it('asks Identity v3 for what it can filter, and v2.0, which cannot, for all', async () => {
    const ask = (version: string) =>
      stackline(['keystone', 'user-list', '-v', '-f', 'value', '-c', 'name', '--where', 'name=tom'], {
        env: { OS_AUTH_URL: `http://cloud.example.com:5000/${version}` },
      });
    const [v3, v2] = [await ask('v3'), await ask('v2.0')];
    assert.deepEqual([v3.stdout, v2.stdout], ['tom\n', 'tom\n']);
    assert.match(v3.requests.at(-1) ?? '', /\/v3\/users\?name=tom$/);
    assert.match(v2.requests.at(-1) ?? '', /\/v2\.0\/users$/);
  });

  it('asks for all where a service refuses to filter by something', async () => {
    const cloud = simulate();
    const transport: Transport = async (request) =>
      /[?&]status=/.test(request.url)
        ? { status: 400, headers: {}, body: [Buffer.from('{"badRequest": {"message": "no", "code": 400}}')] as never }
        : cloud(request);
    const words = [...'nova list --all-tenants -v -c id, -f value --where'.split(' '), 'status=error'];
    const { stdout, code, requests, stderr } = await stackline(words, { transport });
    assert.match(stderr, /filters by status=ERROR.*\nThe service does not filter so; it is asked for all, /);
    assert.deepEqual([code, stdout], [0, 'dc65e637-e3ee-4dff-9114-0e101b84be6a\n']);
    assert.equal(requests.filter((one) => /servers/.test(one)).length, 2);
    // What is wrong with the command's own query is told as ever.
    assert.equal((await stackline('nova list --status x --where name~.', { transport })).code, 1);
  });

  it('--limit is how many rows are wanted, also of neutron once there is a condition', async () => {
    const { stdout } = await run(['neutron', 'port-list', '--where', 'status=ACTIVE', '--limit', '2', '-f', 'csv']);
    assert.equal(stdout.trimEnd().split('\n').length, 3);
    const classic = await run('neutron port-list --limit 2 -f csv');
    assert.ok(classic.stdout.trimEnd().split('\n').length > 3);
  });

  it('sends nothing of what is only one of several ways to be wanted', async () => {
    for (const where of [
      'status=ERROR or name=x',
      'not status=ERROR',
      "status='nonsense'",
      'host=c0*',
      'status=null',
    ]) {
      const { requests } = await run(['nova', 'list', '--all-tenants', '--where', where]);
      assert.match(requests.at(-1) ?? '', /servers\/detail\?all_tenants=1$/, where);
    }
  });

  const wrong = [
    ['status=ERROR and (host=x', 'this bracket is not closed', 17],
    ['statsu=ERROR', "no field 'statsu'", 0],
    ['status==ERROR', 'expected a value', 7],
    ['status ERROR', "expected =, !=, ~, <, >, <=, >= or 'in' behind 'status'", 7],
    ["name='x", 'this quote has no end', 5],
    ['name~(', 'expected a value', 5],
    ["name~'('", 'no regular expression', 5],
    ['status=x y=z', "expected 'and', 'or' or the end", 9],
    ['created<soon', 'expected a time, or an age as 7d', 8],
    ['power_state in ()', 'expected a value', 16],
    ['a=b)', 'this bracket closes nothing', 3],
    ['', 'expected the name of a field', 0],
  ] as const;
  for (const [where, said, at] of wrong) {
    it(`${JSON.stringify(where)} is refused at its place: ${said}`, async () => {
      const { code, stdout, stderr } = await run(['nova', 'list', '--where', where]);
      assert.deepEqual([code, stdout], [2, '']);
      const [first = '', source, caret = ''] = stderr.split('\n');
      assert.ok(first.startsWith(`error: argument --where: ${said}`), stderr);
      assert.equal(source, `  ${where}`);
      assert.equal(caret.indexOf('^'), at + 2, stderr);
    });
  }

  it('a syntax error is said before anything is asked', async () => {
    assert.deepEqual((await run(['nova', 'list', '--where', 'a=='])).requests, []);
  });

  it('suggests the nearest field', async () => {
    assert.match((await run(['nova', 'list', '--where', 'task_stat=x'])).stderr, /Did you mean 'task_state'\?/i);
  });

  it('is for hosts of Hyper-V, too', async () => {
    const all = await run('--sandbox hyperv vm list -f csv');
    const { code, stdout, stderr } = await run([
      '--sandbox',
      'hyperv',
      'vm',
      'list',
      '--where',
      'state=enabled',
      '-f',
      'csv',
    ]);
    assert.equal(code, 0, stderr);
    const wanted = all.stdout.split('\n').filter((line, index) => index === 0 || /"Enabled"/.test(line));
    assert.deepEqual(stdout.trimEnd().split('\n'), wanted);
    assert.equal((await run('--sandbox hyperv vm list --raw')).code, 2);
  });

  it('is of no use for what shows one thing', async () => {
    const { code, stderr } = await run(['nova', 'show', 'x', '--where', 'a=b']);
    assert.equal(code, 2);
    assert.match(stderr, /argument --where: without effect on a command that shows no list/);
  });
});
