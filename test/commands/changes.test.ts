import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Command } from '../../src/command/command.js';
import { text } from '../../src/command/options.js';
import nova from '../../src/commands/nova/delete.js';
import pause from '../../src/commands/nova/pause.js';
import start from '../../src/commands/nova/start.js';
import { attribute } from '../../src/commands/shared/attributes.js';
import { createOf, listOf, removeOf, showOf } from '../../src/commands/shared/resource-commands.js';
import type { Resource } from '../../src/services/resource.js';
import { refusal, run } from '../support/scripted-session.js';

const id = '11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

describe('nova commands that change servers', () => {
  it('send one request for an id, and one look-up more for a name', async () => {
    const answers = {
      [`POST compute /servers/${id}/action`]: {},
      'GET compute /servers?name=web': { servers: [{ id, name: 'web' }] },
    };
    const one = await run(start, id, { answers });
    assert.deepEqual(one.requests, [`POST compute /servers/${id}/action`]);
    assert.deepEqual(one.lines, [`Request to start server ${id} has been accepted.`]);
    const named = await run(start, 'web', { answers });
    assert.deepEqual(named.requests, ['GET compute /servers?name=web', `POST compute /servers/${id}/action`]);
  });

  it('go on with the others when one is not there, as novaclient prints it', async () => {
    const answers = {
      [`DELETE compute /servers/${id}`]: {},
      'GET compute /servers?name=gone': { servers: [] },
      'GET compute /servers?all_tenants=1&name=gone': { servers: [] },
    };
    const { lines, error } = await run(nova, `gone ${id}`, { answers });
    assert.deepEqual(lines, [
      `b"No server with a name or ID of 'gone' exists."`,
      `Request to delete server ${id} has been accepted.`,
    ]);
    assert.equal(error?.message, 'Unable to delete the specified server(s).');
  });

  it('look in all projects at once with --all-tenants', async () => {
    const answers = {
      'GET compute /servers?all_tenants=1&name=web': { servers: [{ id, name: 'web' }] },
      [`DELETE compute /servers/${id}`]: {},
    };
    const { requests } = await run(nova, '--all-tenants web', { answers });
    assert.deepEqual(requests, ['GET compute /servers?all_tenants=1&name=web', `DELETE compute /servers/${id}`]);
  });

  it('do nothing to what another project has of the name, and tell an administrator its id', async () => {
    const answers = {
      'GET compute /servers?name=web': { servers: [] },
      'GET compute /servers?all_tenants=1&name=web': { servers: [{ id, name: 'web' }] },
      [`GET compute /servers/${id}`]: { server: { id, name: 'web', status: 'ACTIVE', tenant_id: 'p2' } },
    };
    const looked = ['GET compute /servers?name=web', 'GET compute /servers?all_tenants=1&name=web'];
    for (const command of [nova, pause, start]) {
      const { requests, lines, error } = await run(command, 'web', { answers, roles: ['admin'] });
      assert.deepEqual(
        requests.filter((line) => !line.startsWith('GET')),
        [],
      );
      assert.deepEqual(requests.slice(0, 2), looked);
      if (command === pause) {
        assert.equal(error?.message, "No server with a name or ID of 'web' exists.");
        assert.match(error?.hint ?? '', new RegExp(`^Another project has it: say the id\\.\\n${id}`));
      } else assert.deepEqual(lines, [`b"No server with a name or ID of 'web' exists."`]);
    }
    const member = await run(pause, 'web', { answers, roles: ['member'] });
    assert.deepEqual([member.requests, member.error?.hint], [looked.slice(0, 1), undefined]);
  });

  it('say nothing where novaclient says nothing, and end with the error of their one server', async () => {
    const conflict = refusal(409, "Cannot 'pause' instance while it is in vm_state paused");
    const script = { answers: { [`POST compute /servers/${id}/action`]: conflict } };
    const { lines, error } = await run(pause, id, script);
    assert.deepEqual(lines, []);
    assert.match(error?.message ?? '', /^Cannot 'pause' instance while it is in vm_state paused \(HTTP 409\)/);
  });

  it('take what looks like an id for a name where nothing has that id', async () => {
    const other = '22222222-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
    const answers = {
      [`GET compute /servers?name=${id}`]: { servers: [{ id: other, name: id }] },
      [`POST compute /servers/${other}/action`]: {},
    };
    const { lines } = await run(start, id, { answers });
    assert.deepEqual(lines, [`Request to start server ${id} has been accepted.`]);
  });

  it('tell what is gone afterwards, and when it is really done, as data', () => {
    assert.deepEqual([nova.change?.destroys, nova.change?.until], ['server', 'gone']);
    assert.deepEqual(start.change?.until, { status: ['ACTIVE'], failed: ['ERROR'] });
  });
});

const networks: Resource = { service: 'network', path: '/v2.0/networks', noun: 'network', many: 'networks' };
const net = { id, name: 'net01', mtu: 1450 };

describe('commands made of a resource', () => {
  const screen = (command: Command, words: string, answers: Record<string, unknown>) =>
    run(command, words, { answers });

  it('list it with the columns and the query of the options', async () => {
    const command = listOf(networks, {
      openstack: 'network list',
      options: { name: text('<name>', 'Only those of this name.') },
      query: ({ name }) => ({ name }),
      columns: { id: attribute('id'), name: attribute('name') },
    });
    const { lines } = await screen(command, '--name net01', {
      'GET network /v2.0/networks?name=net01': { networks: [net] },
    });
    assert.equal(lines.filter((line) => line.includes(`| ${id} | net01 |`)).length, 1);
  });

  it('show one by its name', async () => {
    const answers = {
      'GET network /v2.0/networks?name=net01': { networks: [{ id, name: 'net01' }] },
      [`GET network /v2.0/networks/${id}`]: { network: net },
    };
    const { lines } = await screen(showOf(networks, { openstack: 'network show' }), 'net01', answers);
    assert.ok(
      lines.some((line) => /^\| mtu +\| 1450 +\|$/.test(line)),
      lines.join('\n'),
    );
  });

  it('create one, and show what the service made of it', async () => {
    const command = createOf(networks, {
      openstack: 'network create {name}',
      options: { name: text('<name>', 'Its name.') },
      attributes: ({ options: { name } }) => ({ name }),
    });
    const { lines } = await screen(command, '--name net01', { 'POST network /v2.0/networks': { network: net } });
    assert.ok(lines.some((line) => line.includes('net01')));
  });

  it('delete several, and fail in the end when one is not there', async () => {
    const answers = {
      [`DELETE network /v2.0/networks/${id}`]: {},
      'GET network /v2.0/networks?name=gone': { networks: [] },
    };
    const { error, requests } = await screen(
      removeOf(networks, { openstack: 'network delete' }),
      `gone ${id}`,
      answers,
    );
    assert.equal(error?.message, 'Unable to delete the specified network(s).');
    assert.ok(requests.includes(`DELETE network /v2.0/networks/${id}`));
  });

  it('refuse an answer that holds none of it', async () => {
    const { error } = await screen(showOf(networks, { openstack: 'network show' }), id, {
      [`GET network /v2.0/networks/${id}`]: {},
    });
    assert.equal(error?.message, "The network service's answer holds no network.");
  });
});
