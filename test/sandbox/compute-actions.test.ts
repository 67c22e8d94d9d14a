import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld } from '../../src/sandbox/seed.js';
import { ask, at, each, login, nova } from './ask.js';
import { idOf as serverId } from './compute-admin.js';

const servers = `${nova}/v2.1/servers`;

async function asAdmin(options: Parameters<typeof simulate>[0] = {}) {
  const cloud = simulate(options);
  const admin = await login(cloud);
  const get = (path: string) => ask(cloud, `${servers}/${path}`, admin);
  const act = (name: string, action: string, headers: Record<string, string> = admin) =>
    ask(cloud, `POST ${servers}/${serverId(name)}/action`, headers, { [action]: null });
  const states = async (name: string) => {
    const { json } = await get(serverId(name));
    return ['status', 'OS-EXT-STS:vm_state', 'OS-EXT-STS:task_state', 'OS-EXT-STS:power_state'].map((key) =>
      at(json, 'server', key),
    );
  };
  return { cloud, admin, get, act, states };
}

describe('the embedded nova: actions on servers', () => {
  it('stops, starts, pauses and unpauses: 202 without a body, and another state when asked again', async () => {
    const { act, states } = await asAdmin();
    for (const [action, ...after] of [
      ['os-stop', 'SHUTOFF', 'stopped', null, 4],
      ['os-start', 'ACTIVE', 'active', null, 1],
      ['pause', 'PAUSED', 'paused', null, 3],
      ['unpause', 'ACTIVE', 'active', null, 1],
    ] as const) {
      const told = await act('devstack', action);
      assert.deepEqual([told.status, told.text, told.headers['content-type']], [202, '', undefined]);
      assert.deepEqual(await states('devstack'), after);
    }
  });

  it('answers 409 and the state where an action is not allowed, in the words of nova', async () => {
    const { cloud, act } = await asAdmin();
    const message = async (name: string, action: string, headers?: Record<string, string>) => {
      const told = await act(name, action, headers);
      return [told.status, at(told.json, 'conflictingRequest', 'message')];
    };
    const refused = (name: string, action: string, state: string) => [
      409,
      `Cannot '${action}' instance ${serverId(name)} while it is in vm_state ${state}`,
    ];
    assert.deepEqual(await message('devstack', 'os-start'), refused('devstack', 'start', 'active'));
    assert.deepEqual(await message('old-db', 'os-stop'), refused('old-db', 'stop', 'stopped'));
    assert.deepEqual(await message('old-db', 'pause'), refused('old-db', 'pause', 'stopped'));
    assert.deepEqual(await message('devstack', 'unpause'), refused('devstack', 'unpause', 'active'));
    // Without a host there is nothing to stop, and an owner's lock holds everybody but administrators.
    const lost = [409, `Instance ${serverId('batch-02')} is not ready`];
    assert.deepEqual(await message('batch-02', 'os-stop'), lost);
    const tom = await login(cloud, 'tom');
    assert.deepEqual(await message('batch-01', 'os-stop', tom), [409, `Instance ${serverId('batch-01')} is locked`]);
    assert.equal((await act('batch-01', 'os-stop')).status, 202);
  });

  it('shows the task while it is at work, and its end when its time has come', async () => {
    let now = Date.parse('2013-02-25T20:00:00Z');
    const { act, states } = await asAdmin({ now: () => now, taskTime: 3000 });
    assert.equal((await act('devstack', 'os-stop')).status, 202);
    assert.deepEqual(await states('devstack'), ['ACTIVE', 'active', 'powering-off', 1]);
    const busy = await act('devstack', 'pause');
    assert.match(String(at(busy.json, 'conflictingRequest', 'message')), /while it is in task_state powering-off$/);
    now += 3000;
    assert.deepEqual(await states('devstack'), ['SHUTOFF', 'stopped', null, 4]);
  });

  it('deletes with 204: the server is unknown after that, its volume and its floating address are free', async () => {
    const world = guideWorld();
    const [address] = world.floatingIps;
    assert.ok(address);
    address.serverId = serverId('devbox');
    const { cloud, admin, get } = await asAdmin({ world });
    const told = await ask(cloud, `DELETE ${servers}/${serverId('devbox')}`, admin);
    assert.deepEqual([told.status, told.text], [204, '']);
    const missing = await get(serverId('devbox'));
    assert.equal(missing.status, 404);
    const listed = await get('detail?all_tenants=1');
    assert.ok(!each(at(listed.json, 'servers'), 'name').includes('devbox'));
    const deleted = await get('detail?all_tenants=1&deleted=true&name=devbox');
    assert.deepEqual(each(at(deleted.json, 'servers'), 'status'), ['DELETED']);
    assert.equal(world.volumes.find(({ name }) => name === 'wiki-data')?.status, 'available');
    assert.equal(address.serverId, null);
    const again = await ask(cloud, `DELETE ${servers}/${serverId('devbox')}`, admin);
    assert.equal(again.status, 404);
  });

  it("leaves other tenants' servers alone, and every cloud has a world of its own", async () => {
    const { cloud, act, states } = await asAdmin();
    const anne = await login(cloud, 'anne');
    assert.equal((await act('devstack', 'os-stop', anne)).status, 404);
    assert.equal((await ask(cloud, `DELETE ${servers}/${serverId('devstack')}`, anne)).status, 404);
    assert.equal((await act('devstack', 'os-stop')).status, 202);
    assert.deepEqual((await states('devstack'))[0], 'SHUTOFF');
    const other = await asAdmin();
    assert.deepEqual((await other.states('devstack'))[0], 'ACTIVE');
  });

  it('notes what was done, newest first', async () => {
    const { act, get } = await asAdmin();
    await act('devstack', 'os-stop');
    await act('devstack', 'os-start');
    const told = await get(`${serverId('devstack')}/os-instance-actions`);
    assert.deepEqual(each(at(told.json, 'instanceActions'), 'action'), ['start', 'stop', 'create']);
  });

  it('answers 400 to a body that is no action, 501 to what it cannot do, 403 to a member who resets a state', async () => {
    const { cloud, act } = await asAdmin();
    const url = `POST ${servers}/${serverId('devstack')}/action`;
    const joe = await login(cloud, 'jtopjian');
    for (const body of ['x', '[]', {}, { 'os-stop': null, 'os-start': null }]) {
      assert.equal((await ask(cloud, url, joe, body)).status, 400);
    }
    assert.equal((await act('devstack', 'os-nothing')).status, 501);
    assert.equal((await ask(cloud, url, joe, { 'os-resetState': { state: 'error' } })).status, 403);
  });
});
