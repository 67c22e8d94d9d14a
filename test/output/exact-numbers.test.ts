import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { parseExactly } from '../../src/lib/exact-json.js';
import type { FormatName } from '../../src/output/index.js';
import { simulate } from '../../src/sandbox/index.js';
import { stackline } from '../support/stackline.js';
import { listOf, printed, showOf } from './views.js';

const texts = ['12345678901234567', '18446744073709551615', '1.0', '1e+22', '-0.0', '0.5', '7'];
const values = parseExactly(`[${texts.join(', ')}]`) as readonly unknown[];
const formats: readonly FormatName[] = ['table', 'json', 'yaml', 'csv', 'value', 'ndjson'];

describe('numbers are printed as the server wrote them', () => {
  for (const format of formats) {
    it(`as cells of a list and values of one thing, in ${format}`, async () => {
      for (const style of ['nova', 'keystone', 'cliff'] as const) {
        const list = await printed(
          listOf(
            style,
            ['ID', 'N'],
            values.map((value, at) => [`n${at}`, value]),
          ),
          { format },
        );
        const show = await printed(
          showOf(
            style,
            values.map((value, at) => [`n${at}`, value]),
          ),
          { format },
        );
        for (const text of texts) {
          // PyYAML wants a point before an exponent; a table of keystone's may pad on both sides.
          const shown = format === 'yaml' ? text.replace('1e+22', '1.0e+22') : text;
          const cell = new RegExp(`(^|[\\s,|:])${shown.replace(/[.+]/g, '\\$&')}([\\s,|}]|$)`, 'm');
          assert.match(list, cell, `${style} list: ${text}`);
          assert.match(show, cell, `${style} show: ${text}`);
        }
      }
    });
  }

  it('inside of lists and objects', async () => {
    const nested = parseExactly('{"a": [18446744073709551615, 1.0]}');
    assert.match(await printed(showOf('nova', [['n', nested]])), /\{"a": \[18446744073709551615, 1\.0\]\}/);
    assert.match(await printed(showOf('cliff', [['n', nested]])), /\{'a': \[18446744073709551615, 1\.0\]\}/);
    assert.match(
      await printed(showOf('cliff', [['n', nested]]), { format: 'yaml' }),
      /- 18446744073709551615\n\s*- 1\.0\n/,
    );
  });

  it('and sorted by their exact values', async () => {
    const rows = parseExactly(
      '[["c", 9007199254740993], ["a", 9007199254740992.0], ["b", 1.5], ["d", 9007199254740994]]',
    );
    const view = () => listOf('cliff', ['ID', 'N'], rows as readonly (readonly unknown[])[]);
    const sorted = await printed(view(), { format: 'value', columns: ['ID'], sortColumns: ['N'] });
    assert.equal(sorted, 'b\na\nc\nd\n');
  });

  it('of a server too, whose processor has worked for more than 104 days', async () => {
    const cloud = simulate();
    const transport: Transport = async (request) => {
      const answer = await cloud(request);
      if (!request.url.endsWith('/diagnostics')) return answer;
      const body = Buffer.from('{"cpu0_time": 12345678901234567, "memory": 524288, "load": 1.0}');
      return {
        ...answer,
        body: (async function* () {
          yield body;
        })(),
      };
    };
    const { stdout } = await stackline('diagnostics devstack', { transport });
    assert.match(stdout, /\| cpu0_time \| 12345678901234567 \|/);
    assert.match(stdout, /\| load +\| 1\.0 +\|/);
    assert.match(
      (await stackline('diagnostics devstack -f json', { transport })).stdout,
      /"cpu0_time": 12345678901234567,/,
    );
  });
});
