import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { stackline } from '../support/stackline.js';
import { lacking } from '../support/transports.js';

const OLD = 'what was there';

/** Runs a command line that writes to `out`, which is there already. */
async function toOut(line: string, setting: Parameters<typeof stackline>[1] = {}) {
  const files = new Map([['out', OLD]]);
  const screen = await stackline(`${line} -o out`, { ...setting, files });
  return { ...screen, file: files.get('out') };
}

describe('-o FILE', () => {
  for (const line of [
    'list',
    'list -f csv',
    'show devstack -f json',
    'limits -f html',
    'doctor',
    'console-log devstack',
  ]) {
    it(`has what would be printed, and nothing is printed: ${line}`, async () => {
      const printed = await stackline(line);
      const { stdout, stderr, file, code } = await toOut(line);
      assert.deepEqual([stdout, stderr, code], ['', printed.stderr, printed.code]);
      // The doctor says how long things took.
      const steady = (text: string | undefined) => text?.replace(/\d+ ms|[\d.]+ s\b/g, 'TIME');
      assert.equal(steady(file), steady(printed.stdout));
    });
  }

  it('is no terminal: no colour, no escapes for one', async () => {
    const { file } = await toOut('list -f csv', { tty: true });
    assert.equal(file, (await stackline('list -f csv')).stdout);
    assert.doesNotMatch((await toOut('list', { tty: true })).file ?? '', /\x1b/);
  });

  it('stays as it was when the command fails, which is said', async () => {
    const { stdout, stderr, code, file } = await toOut('show nothing');
    assert.deepEqual([stdout, code, file], ['', 1, OLD]);
    assert.match(stderr, /^out is left as it was\.\nERROR/);
    const cut = await toOut('list', { transport: lacking(simulate(), /servers/) });
    assert.deepEqual([cut.code, cut.file], [1, OLD]);
  });

  it('has all outcomes of a change that failed for some', async () => {
    const { stderr, code, file } = await toOut('nova delete monitor nothing --yes -f value -c Target -c Result');
    assert.deepEqual([code, file], [1, 'monitor accepted\nnothing failed\n']);
    assert.doesNotMatch(stderr, /left as it was/);
  });

  it('is written by a run for cron, of which nothing else is heard', async () => {
    const { stdout, stderr, code, file } = await toOut('list -f prom --only-problems --deadline 60');
    assert.deepEqual([stdout, stderr, code], ['', '', 0]);
    assert.match(file ?? '', /^# HELP stackline_server_info/);
  });

  it('- is standard output', async () => {
    assert.equal((await stackline('list -f csv -o -')).stdout, (await stackline('list -f csv')).stdout);
    assert.equal((await stackline('list -f csv --output=/dev/stdout')).stdout, (await stackline('list -f csv')).stdout);
  });

  it('is no format: nothing is asked, and it is said what is', async () => {
    const { stderr, code, requests } = await stackline('list -o json');
    assert.deepEqual([code, requests.length], [2, 0]);
    assert.equal(stderr, "stackline: -o names a file, which would be ./json. Did you mean '-f json'?\n");
    assert.match((await stackline('list -o wide')).stderr, /Did you mean '--wide'/);
    assert.match((await stackline(['list', '-o', ''])).stderr, /the file's name is empty/);
  });

  it("is swift's own where swift has one", async () => {
    const files = new Map<string, string>();
    const { stderr } = await stackline('download --output json backups', { program: 'swift', files });
    assert.doesNotMatch(stderr, /names a file/);
  });
});
