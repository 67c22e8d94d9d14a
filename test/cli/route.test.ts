import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findRoute } from '../../src/cli/route.js';
import { UsageError } from '../../src/core/errors.js';

const words = (line: string): string[] => line.split(' ').filter(Boolean);

describe('where a command line leads', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['stackline', 'list --all-tenants', 'stackline: nova list | --all-tenants'],
    ['stackline', 'nova list', 'stackline nova: nova list | '],
    ['stackline', '--debug nova --os-username u list', 'stackline nova: nova list | --debug --os-username u'],
    ['stackline', '--os-username nova list', 'stackline: nova list | --os-username nova'],
    ['stackline', 'service-list', 'stackline: keystone service-list | '],
    ['stackline', '--os-token t service-list', 'stackline: keystone service-list | --os-token t'],
    ['stackline', 'keystone endpoint-list', 'stackline keystone: keystone endpoint-list | '],
    ['stackline', 'demo', 'stackline: stackline demo | '],
    ['nova', 'list', 'nova: nova list | '],
    [
      'keystone',
      '--os-token t --os-endpoint e service-list',
      'keystone: keystone service-list | --os-token t --os-endpoint e',
    ],
  ];
  for (const [program, line, expected] of rows) {
    it(`${program} ${line}`, async () => {
      const route = await findRoute(program, words(line));
      assert.equal(`${route.program}: ${route.applet} ${route.verb} | ${route.words.join(' ')}`, expected);
    });
  }

  it('says what was probably meant', async () => {
    await assert.rejects(findRoute('nova', ['lsit']), (error) => {
      assert.ok(error instanceof UsageError);
      assert.equal(error.message, "argument <subcommand>: invalid choice: 'lsit'");
      assert.equal(error.hint, "Did you mean 'nova list'?");
      return true;
    });
  });

  it('refuses words such as constructor, which every JavaScript object has', async () => {
    for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      await assert.rejects(findRoute('stackline', [word]), UsageError, word);
    }
  });
});
