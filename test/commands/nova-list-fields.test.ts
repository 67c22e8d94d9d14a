import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import list from '../../src/commands/nova/list.js';
import { both, db, detail, empty, squeeze, web } from '../support/nova-servers.js';
import { oddServer } from '../support/odd-servers.js';
import { fc } from '../support/property.js';
import { run } from '../support/scripted-session.js';

describe('nova list --fields', () => {
  it('titles and prints what was chosen as Python does', async () => {
    const fields =
      'name,OS-EXT-SRV-ATTR:host,host_id,hostId,task_state,power_state,OS-EXT-STS:power_state,security_groups,metadata,flavor:ram,flavor';
    const screen = await run(list, `--fields ${fields}`, { answers: both });
    assert.deepEqual(screen.lines.filter((line) => line.startsWith('|')).map(squeeze), [
      '| ID | Name | OS-EXT-SRV-ATTR: Host | Host Id | hostId | Task State | Power State | OS-EXT-STS: Power State | Security Groups | Metadata | flavor: Ram | Flavor |',
      `| ${db.id} | db | None | | | powering-on | Shutdown | 4 | [] | {} | 512 | |`,
      `| ${web.id} | web | c01 | abc | abc | None | Running | 1 | default, default | {'role': "it's"} | 2048 | |`,
    ]);
  });

  it('sorts numbers as numbers', async () => {
    const screen = await run(list, '--fields flavor:ram', { answers: both });
    assert.deepEqual(screen.lines.slice(3, 5).map(squeeze), [`| ${db.id} | 512 |`, `| ${web.id} | 2048 |`]);
  });

  it("shows the flavor's id where servers carry no more of it", async () => {
    const old = { ...web, flavor: { id: '2', links: [] } };
    const screen = await run(list, '--fields flavor', { answers: { [detail]: { servers: [old] } } });
    assert.equal(squeeze(screen.lines[3]), `| ${web.id} | 2 |`);
  });

  it('knows the fields that the first server has, and no others', async () => {
    const screen = await run(list, "--fields name,bogus,it's", { answers: both });
    assert.equal(screen.error?.message, `Non-existent fields are specified: ['bogus', "it's"]`);
    const none = await run(list, '--fields bogus', { answers: { [detail]: empty } });
    assert.equal(squeeze(none.lines[1]), '| ID | Name | Status | Task State | Power State | Networks |');
    const onlyId = await run(list, '--fields id', { answers: both });
    assert.equal(squeeze(onlyId.lines[1]), '| ID | Name | Status | Task State | Power State | Networks |');
  });

  it('with --minimal asks for and shows ids and names', async () => {
    const answers = {
      'GET compute /servers': {
        servers: [
          { id: 'b', name: 'b' },
          { id: 'a', name: 'a', links: [] },
        ],
      },
    };
    const screen = await run(list, '--minimal', { answers });
    assert.deepEqual(screen.lines.slice(1, -1).map(squeeze), [
      '| ID | Name |',
      '+----+------+',
      '| a | a |',
      '| b | b |',
    ]);
    const wrong = await run(list, '--minimal --fields status', { answers });
    assert.equal(wrong.error?.message, "Non-existent fields are specified: ['status']");
  });
});

describe('nova list of servers that are not as they should be', () => {
  it('shows a server of a cell that is down', async () => {
    const partial = { id: 'x', status: 'UNKNOWN', tenant_id: 'p1', created: '2026-01-01T00:00:00Z', links: [] };
    const screen = await run(list, '', { answers: { [detail]: { servers: [partial] } } });
    assert.equal(squeeze(screen.lines[3]), '| x | | UNKNOWN | N/A | N/A | |');
  });

  it('never breaks, whatever the fields hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(oddServer(web), { maxLength: 4 }),
        fc.constantFrom('table', 'json', 'csv'),
        async (servers, format) => {
          const screen = await run(
            list,
            '--all-tenants 1',
            { answers: { [`${detail}?all_tenants=1`]: { servers } } },
            format,
          );
          assert.equal(screen.error, undefined);
          if (format === 'json')
            assert.equal((JSON.parse(screen.lines.join('\n')) as unknown[]).length, servers.length);
        },
      ),
    );
  });

  it('never breaks with fields chosen', async () => {
    const fields = '--fields networks,security_groups,power_state,task_state';
    await fc.assert(
      fc.asyncProperty(oddServer(web), async (server) => {
        const screen = await run(list, fields, { answers: { [detail]: { servers: [web, server] } } });
        const unknown = screen.error?.message ?? '';
        assert.equal(unknown, '');
      }),
    );
  });

  it('fails when something else stands among them, instead of leaving it out', async () => {
    for (const item of [null, 'x', 7, []]) {
      const screen = await run(list, '', { answers: { [detail]: { servers: [item, web] } } });
      assert.match(screen.error?.message ?? '', /holds a list of servers in which something else stands\.$/);
    }
  });
});
