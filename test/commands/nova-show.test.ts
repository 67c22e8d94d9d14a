import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import diagnostics from '../../src/commands/nova/diagnostics.js';
import show from '../../src/commands/nova/show.js';
import { oddServer } from '../support/odd-servers.js';
import { fc } from '../support/property.js';
import { refusal, run, type Screen } from '../support/scripted-session.js';

const id = '11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
const other = '22222222-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

const server = {
  id,
  name: 'web',
  status: 'ACTIVE',
  tenant_id: 'p1',
  addresses: { test02: [{ addr: '10.1.1.7' }], test01: [{ addr: '10.1.0.9' }, { addr: '203.0.113.4' }] },
  image: { id: 'i1', links: [] },
  flavor: { original_name: 'm1.small', ram: 2048, extra_specs: {} },
  security_groups: [{ name: 'web' }, { name: 'default' }, { name: 'web' }],
  metadata: { owner: 'café' },
  key_name: null,
  locked: false,
  links: [{ rel: 'self', href: 'http://cloud.example.com/' }],
  'OS-EXT-SRV-ATTR:user_data': 'c2VjcmV0',
};
const old = { ...server, flavor: { id: '2', links: [] } };
const image = { 'GET image /v2/images/i1': { id: 'i1', name: 'debian' } };
const byId = { [`GET compute /servers/${id}`]: { server } };
const now = { answers: { ...byId, ...image }, microversion: '2.92' };

describe('nova show', () => {
  it('shows a server as it is since 2.47, with two requests', async () => {
    const screen = await run(show, id, now);
    assert.deepEqual(rows(screen), [
      ['flavor:extra_specs', '{}'],
      ['flavor:original_name', 'm1.small'],
      ['flavor:ram', '2048'],
      ['id', id],
      ['image', 'debian (i1)'],
      ['key_name', '-'],
      ['locked', 'False'],
      ['metadata', '{"owner": "café"}'],
      ['name', 'web'],
      ['security_groups', 'default, web'],
      ['status', 'ACTIVE'],
      ['tenant_id', 'p1'],
      ['test01 network', '10.1.0.9, 203.0.113.4'],
      ['test02 network', '10.1.1.7'],
    ]);
    assert.deepEqual(screen.requests, [`GET compute /servers/${id}`, 'GET image /v2/images/i1']);
  });

  it('looks up the flavor of an older cloud, beside the image', async () => {
    const flavor = { 'GET compute /flavors/2': { flavor: { id: '2', name: 'm1.small' } } };
    const answers = { [`GET compute /servers/${id}`]: { server: old }, ...flavor, ...image };
    const screen = await run(show, id, { answers, microversion: '2.46' });
    assert.equal(value(screen, 'flavor'), 'm1.small (2)');
    assert.equal(value(screen, 'image'), 'debian (i1)');
    assert.equal(screen.requests.length, 3);
    const proxied = { ...answers, 'GET compute /images/i1': { image: { id: 'i1', name: 'debian' } } };
    const oldest = await run(show, id, { answers: proxied });
    assert.equal(value(oldest, 'image'), 'debian (i1)');
    assert.equal(oldest.requests.includes('GET compute /images/i1'), true);
  });

  it('shows the server all the same when its image or flavor is gone, or nobody may look', async () => {
    const answers = {
      [`GET compute /servers/${id}`]: { server: old },
      'GET image /v2/images/i1': refusal(403, 'Not for you.'),
    };
    const screen = await run(show, id, { answers, microversion: '2.1' });
    assert.equal(value(screen, 'flavor'), 'Flavor not found (2)');
    assert.equal(value(screen, 'image'), 'Image not found (i1)');
  });

  it('says so when a server runs from a volume', async () => {
    for (const none of ['', null, {}]) {
      const answers = { [`GET compute /servers/${id}`]: { server: { ...server, image: none } } };
      const screen = await run(show, id, { answers, microversion: '2.92' });
      assert.equal(value(screen, 'image'), 'Attempt to boot from volume - no image supplied');
      assert.equal(screen.requests.length, 1);
    }
  });

  it('with --minimal looks nothing up', async () => {
    const screen = await run(show, `--minimal ${id}`, now);
    assert.deepEqual([value(screen, 'flavor'), value(screen, 'image')], ['m1.small', 'i1']);
    assert.equal(screen.requests.length, 1);
    const older = await run(show, `--minimal ${id}`, { answers: { [`GET compute /servers/${id}`]: { server: old } } });
    assert.deepEqual([value(older, 'flavor'), value(older, 'image')], ['2', 'i1']);
  });

  it('wraps values on request', async () => {
    const screen = await run(show, `--wrap 20 ${id}`, now);
    const at = screen.lines.findIndex((line) => line.startsWith('| id '));
    assert.match(screen.lines[at] ?? '', /\| 11111111-aaaa-4aaa- +\|/);
    assert.match(screen.lines[at + 1] ?? '', /^\| +\| 8aaa-aaaaaaaaaaaa +\|/);
  });

  it("gives machines the API's own values", async () => {
    const screen = await run(show, id, now, 'json');
    const shown = JSON.parse(screen.lines.join('\n')) as Record<string, unknown>;
    assert.deepEqual(shown.security_groups, server.security_groups);
    assert.deepEqual(shown['test01 network'], ['10.1.0.9', '203.0.113.4']);
    assert.deepEqual(shown.image, { id: 'i1', name: 'debian' });
    assert.deepEqual([shown['flavor:ram'], shown.key_name, shown.locked], [2048, null, false]);
    for (const hidden of ['links', 'addresses', 'OS-EXT-SRV-ATTR:user_data']) assert.equal(hidden in shown, false);
  });

  it('never breaks, whatever the fields hold', async () => {
    await fc.assert(
      fc.asyncProperty(oddServer(server), fc.constantFrom('table', 'json', 'yaml'), async (odd, format) => {
        const answers = { [`GET compute /servers/${id}`]: { server: odd }, ...image };
        const screen = await run(show, id, { answers, microversion: '2.92' }, format);
        assert.equal(screen.error, undefined);
        assert.notEqual(screen.lines.length, 0);
      }),
    );
  });

  it('says so when the answer holds no server', async () => {
    const screen = await run(show, id, { answers: { [`GET compute /servers/${id}`]: { server: 'x' } } });
    assert.equal(screen.error?.message, "The compute service's answer holds no server.");
  });
});

describe('nova show by name', () => {
  const own = (name: string) => `GET compute /servers?name=${name}`;
  const all = (name: string) => `GET compute /servers?all_tenants=1&name=${name}`;
  const web = { id, name: 'web' };
  const none = { servers: [] };

  it('takes the server of exactly that name', async () => {
    const answers = { [own('web')]: { servers: [{ id: other, name: 'webshop' }, web] }, ...now.answers };
    const screen = await run(show, 'web', { ...now, answers });
    assert.equal(value(screen, 'id'), id);
    assert.deepEqual(screen.requests.slice(0, 2), [own('web'), `GET compute /servers/${id}`]);
  });

  it('takes a name as the slug of a name, as the classic client does', async () => {
    const answers = { [own('puppet-master')]: { servers: [{ id, name: 'Puppet  Master!' }] }, ...now.answers };
    assert.equal(value(await run(show, 'puppet-master', { ...now, answers }), 'id'), id);
  });

  it('means the name itself where the server expects a regular expression', async () => {
    const answers = { [own('web\\[1\\]\\.a')]: { servers: [{ id, name: 'web[1].a' }] }, ...now.answers };
    assert.equal(value(await run(show, 'web[1].a', { ...now, answers }), 'id'), id);
  });

  it('finds the server of another project for an admin whose own has none', async () => {
    const answers = { [own('web')]: none, [all('web')]: { servers: [web] }, ...now.answers };
    const admin = await run(show, 'web', { ...now, answers });
    assert.equal(value(admin, 'id'), id);
    assert.deepEqual(admin.requests.slice(0, 2), [own('web'), all('web')]);
    const member = await run(show, 'web', { ...now, answers, roles: ['member'] });
    assert.equal(member.error?.message, "No server with a name or ID of 'web' exists.");
    assert.deepEqual(member.requests, [own('web')]);
  });

  it('lists the candidates when there are several', async () => {
    const twins = { servers: [web, { id: other, name: 'web' }] };
    const screen = await run(show, 'web', { ...now, answers: { [own('web')]: twins, ...byId } });
    assert.equal(screen.error?.message, "Multiple server matches found for 'web', use an ID to be more specific.");
    assert.equal(screen.error?.hint, `${id} ACTIVE of project p1\n${other}`);
    const elsewhere = await run(show, 'web', { ...now, answers: { [own('web')]: none, [all('web')]: twins } });
    assert.equal(elsewhere.error?.hint, `${id}\n${other}`);
  });

  it('gives a hostile name no line of its own', async () => {
    const twins = { servers: [web, { id: `x\nERROR`, name: 'web' }] };
    const screen = await run(show, 'web', { ...now, answers: { [own('web')]: twins } });
    assert.equal(screen.error?.hint, `${id}\nx ERROR`);
  });

  it('says so when there is no server of that name', async () => {
    const answers = {
      [own('nope')]: none,
      [all('nope')]: none,
      [own('12')]: none,
      [all('12')]: none,
      [own(other)]: none,
      [all(other)]: none,
    };
    for (const name of ['nope', '12', other]) {
      const screen = await run(show, name, { ...now, answers });
      assert.equal(screen.error?.message, `No server with a name or ID of '${name}' exists.`);
      assert.equal(screen.error?.name, 'CommandError');
    }
  });

  it('shows a refusal as a refusal, not as a server that is not there', async () => {
    const answers = { [`GET compute /servers/${id}`]: refusal(403, 'Not for you.') };
    const screen = await run(show, id, { ...now, answers });
    assert.equal(screen.error?.message, 'Not for you. (HTTP 403)');
    assert.equal(screen.requests.length, 1);
  });
});

describe('nova diagnostics', () => {
  const path = `GET compute /servers/${id}/diagnostics`;

  it('shows what a driver of old says, with one request', async () => {
    const screen = await run(diagnostics, id, {
      answers: { [path]: { vda_errors: -1, memory: 524288, cpu0_time: 17300000000 } },
    });
    assert.deepEqual(screen.lines, [
      '+------------+-------------+',
      '| Property   | Value       |',
      '+------------+-------------+',
      '| cpu0_time  | 17300000000 |',
      '| memory     | 524288      |',
      '| vda_errors | -1          |',
      '+------------+-------------+',
    ]);
    assert.deepEqual(screen.requests, [path]);
  });

  it('shows the standard form, wrapped at 80 columns, null as None', async () => {
    const nic = {
      mac_address: '01:23:45:67:89:ab',
      rx_octets: 2070139,
      rx_errors: 100,
      rx_drop: 200,
      tx_octets: 140208,
    };
    const screen = await run(diagnostics, id, {
      answers: { [path]: { state: 'running', uptime: null, nic_details: [nic] } },
    });
    assert.deepEqual(
      screen.lines.slice(3, -1).map((line) => line.replace(/ +\|$/, ' |')),
      [
        '| nic_details | [{"mac_address": "01:23:45:67:89:ab", "rx_octets": 2070139, "rx_errors": 100, |',
        '|             | "rx_drop": 200, "tx_octets": 140208}] |',
        '| state       | running |',
        '| uptime      | None |',
      ],
    );
  });

  it('looks up a name with one request, for the id alone', async () => {
    const answers = { 'GET compute /servers?name=web': { servers: [{ id, name: 'web' }] }, [path]: { memory: 1 } };
    const screen = await run(diagnostics, 'web', { answers });
    assert.equal(value(screen, 'memory'), '1');
    assert.equal(screen.requests.length, 2);
  });

  it('tells a server that is not there from diagnostics that are not', async () => {
    const none = { [`GET compute /servers?name=${id}`]: { servers: [] } };
    const gone = await run(diagnostics, id, { answers: none, roles: [] });
    assert.equal(gone.error?.message, `No server with a name or ID of '${id}' exists.`);
    const silent = await run(diagnostics, id, { answers: byId });
    assert.equal(silent.error?.message, 'It could not be found. (HTTP 404)');
    const named = { [`GET compute /servers?name=${id}`]: { servers: [{ id: other, name: id }] } };
    const answers = { ...named, [`GET compute /servers/${other}/diagnostics`]: { memory: 2 } };
    assert.equal(value(await run(diagnostics, id, { answers }), 'memory'), '2');
  });

  it('passes on that a server does not run', async () => {
    const screen = await run(diagnostics, id, { answers: { [path]: refusal(409, `Instance ${id} is not ready`) } });
    assert.deepEqual(
      [screen.error?.name, screen.error?.message],
      ['Conflict', `Instance ${id} is not ready (HTTP 409)`],
    );
  });
});

/** The table's rows as name and value. */
function rows(screen: Screen): readonly (readonly [string, string])[] {
  assert.equal(screen.error, undefined);
  return screen.lines.slice(3, -1).map((line) => {
    const [, name = '', shown = ''] = line.split('|');
    return [name.trim(), shown.trim()] as const;
  });
}

function value(screen: Screen, name: string): string | undefined {
  return rows(screen).find(([row]) => row === name)?.[1];
}
