import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import flavorAccessList from '../../src/commands/nova/flavor-access-list.js';
import flavorShow from '../../src/commands/nova/flavor-show.js';
import hypervisorServers from '../../src/commands/nova/hypervisor-servers.js';
import usage from '../../src/commands/nova/usage.js';
import { listIn, mapIn, objectIn, textIn, textsIn } from '../../src/services/answer.js';
import { run } from '../support/scripted-session.js';

const lacking = (what: string) => ({
  name: 'UnexpectedAnswer',
  message: `The volume service's answer holds no ${what}.`,
});

describe('an answer', () => {
  it('holds an object only if there is one under its key, with a member', () => {
    for (const answer of [{}, [], null, 'text', 1, { volume: null }, { volume: [] }, { volume: {} }, { volumes: {} }]) {
      assert.throws(() => objectIn(answer, 'volume', 'volume'), lacking('volume'), JSON.stringify(answer));
    }
    assert.deepEqual(objectIn({ volume: { id: null } }, 'volume'), { id: null });
    assert.deepEqual(mapIn({ specs: {} }, 'specs'), {});
  });

  it('holds a list only if there is one under its key, of objects alone', () => {
    for (const answer of [{}, [], null, { volumes: null }, { volumes: {} }, { volumes: '' }]) {
      assert.throws(() => listIn(answer, 'volumes', 'volume'), lacking('list of volumes'), JSON.stringify(answer));
    }
    for (const item of [null, 1, 'text', []]) {
      assert.throws(() => listIn({ volumes: [{ id: '1' }, item] }, 'volumes', 'volume'), {
        name: 'UnexpectedAnswer',
        message: "The volume service's answer holds a list of volumes in which something else stands.",
      });
    }
    assert.deepEqual(listIn({ volumes: [] }, 'volumes'), []);
    assert.throws(() => textsIn({ tags: ['a', null] }, 'tags', 'volume'), lacking('list of tags'));
  });

  it('holds a text that may be empty, but nothing else in its place', () => {
    assert.equal(textIn({ output: '' }, 'output'), '');
    for (const answer of [{}, { output: null }, { output: [] }, { output: 1 }]) {
      assert.throws(() => textIn(answer, 'output', 'volume'), lacking('output'));
    }
  });
});

describe('nova flavor-access-list', () => {
  it('fails when the answer about a private flavor holds no list', async () => {
    const answers = {
      'GET compute /flavors/1': { flavor: { id: '1', name: 'tiny', 'os-flavor-access:is_public': false } },
      'GET compute /flavors/1/os-flavor-access': {},
    };
    const { lines, error } = await run(flavorAccessList, '--flavor 1', { answers });
    assert.deepEqual(lines, []);
    assert.equal(error?.message, "The compute service's answer holds no list of flavor_access.");
  });
});

describe('what clouds leave out because there is none', () => {
  const period = 'start=1969-12-04T00:00:00&end=1970-01-02T00:00:00'.split('&').sort().join('&');

  it('is the usage of a project that has used nothing (nova simple_tenant_usage.py, show)', async () => {
    const asked = `GET compute /os-simple-tenant-usage/p1?${period}`;
    const { lines, error } = await run(usage, '--tenant p1', { answers: { [asked]: { tenant_usage: {} } } });
    assert.equal(error, undefined);
    assert.deepEqual(lines, ['Usage from 1969-12-04 to 1970-01-02:', 'None']);
  });

  it('are the servers of a hypervisor without any (nova hypervisors.py, _view_hypervisor)', async () => {
    const answers = {
      'GET compute /os-hypervisors/h/servers': { hypervisors: [{ id: 1, hypervisor_hostname: 'h' }] },
    };
    const { lines, error } = await run(hypervisorServers, 'h', { answers });
    assert.equal(error, undefined);
    assert.equal(lines.length, 4);
  });

  it('are extra specs of a flavor', async () => {
    const answers = {
      'GET compute /flavors/1': { flavor: { id: '1', name: 'tiny' } },
      'GET compute /flavors/1/os-extra_specs': { extra_specs: {} },
    };
    const { lines, error } = await run(flavorShow, '1', { answers });
    assert.equal(error, undefined);
    assert.ok(lines.includes('| extra_specs | {}    |'), lines.join('\n'));
  });
});
