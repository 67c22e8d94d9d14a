import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DEEPEST, isTooDeep } from '../../src/core/nesting.js';
import { DEFAULT_LIMIT, readText } from '../../src/http/body.js';
import { decompress } from '../../src/http/decompress.js';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { deep } from '../support/property.js';
import { stackline } from '../support/stackline.js';
import { response } from '../support/transports.js';

/* How deep and how long an answer may be, and whose fault it is when it is more. */

const nested = (levels: number, open = '[', close = ']'): string =>
  open.repeat(levels) + (close === '}' ? '0' : '') + close.repeat(levels);

/** The embedded cloud, whose list of servers is this text. */
function answering(text: string): Transport {
  const cloud = simulate();
  return async (request) =>
    /\/servers(\/|\?|$)/.test(request.url)
      ? response(200, text, { 'content-type': 'application/json' })
      : cloud(request);
}

const withField = (text: string): string => `{"servers":[{"id":"1","name":"a","status":"ACTIVE","metadata":${text}}]}`;

describe('JSON of a server', () => {
  it('that has many lists and objects, too deeply nested, is not parsed, and brackets within texts are no levels', () => {
    const many = ',[{}]'.repeat(200_000);
    assert.ok(isTooDeep(nested(DEEPEST + 1) + many));
    assert.ok(isTooDeep(`${nested(DEEPEST + 1, '{"a":', '}')}${many}`));
    assert.ok(!isTooDeep(nested(DEEPEST) + many));
    assert.ok(!isTooDeep(`["${'['.repeat(DEEPEST + 1)}\\"${'{'.repeat(DEEPEST + 1)}"]${many}`));
    assert.ok(!isTooDeep(nested(DEEPEST + 1) + ' '.repeat(1024 * 1024)), 'few lists take little memory to parse');
    assert.ok(!isTooDeep('[{}],'.repeat(500_000)), 'wide');
    assert.ok(isTooDeep('['.repeat(2_000_000)), 'and never closed');
  });

  const fault = /nested more than 500 levels deep.*\nThat is a fault of the server/;

  it('that is nested 100,000 deep is said to be the fault of the server, whatever would print it', async () => {
    for (const deep of [nested(100_000), nested(100_000, '{"a":', '}')]) {
      for (const line of [
        'list -f json --fields name,metadata',
        'list -f yaml --fields name,metadata',
        'list --fields name,metadata',
        'list -f csv --fields name,metadata',
      ]) {
        const { stderr, code, stdout } = await stackline(line, { transport: answering(withField(deep)) });
        assert.match(stderr, fault, `${line}: ${stderr.slice(0, 300)}`);
        assert.doesNotMatch(stderr, /This is a bug|Something unexpected/, line);
        assert.equal(code, 1, line);
        assert.ok(stdout.length < 1000, line);
      }
    }
  });

  it('that is long as well is refused before it is parsed, by its address', async () => {
    for (const line of ['list', 'list -f json', '--debug list']) {
      const transport = answering(withField(nested(1_000_000)));
      const { stderr, code } = await stackline(line, { transport });
      assert.match(stderr, /The answer of http:\S+ is nested more than 500 levels deep/, line);
      assert.equal(code, 1);
    }
  });

  it('that holds numbers which are read exactly is no other case', async () => {
    const { stderr, code } = await stackline('list', { transport: answering(withField(`[1.0,${nested(100_000)}]`)) });
    assert.match(stderr, fault);
    assert.equal(code, 1);
  });

  it('that is nested as deep as may be is shown', async () => {
    const transport = answering(withField(nested(100)));
    const { stderr, code } = await stackline('list -f json --fields name,metadata', { transport });
    assert.deepEqual([stderr, code], ['', 0]);
  });
});

describe('an answer', () => {
  const url = 'http://cloud.example.com/v2/servers';
  /** Of a service that packs: the bytes are what it sent. */
  const packed = (bytes: Buffer) =>
    decompress(url, {
      status: 200,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: (async function* () {
        yield bytes;
      })(),
    });

  it('that unpacks to more than is read is given up on the way', async () => {
    const limit = deep ? DEFAULT_LIMIT : 1024 * 1024;
    await assert.rejects(readText(packed(gzipSync(Buffer.alloc(limit + 1, '['))), limit), {
      message: `The answer is longer than ${limit / 1024 / 1024} MiB, which is more than is read of one answer`,
      hint: /^That is a fault of the server/,
    });
    assert.equal((await readText(packed(gzipSync('['.repeat(1000))), 1000)).length, 1000);
  });
});
