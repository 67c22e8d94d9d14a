import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { dice } from '../support/dice.js';
import { deep, seed } from '../support/property.js';
import { bodyInstead, type FakeOptions, fakeHost, faultInstead, PASSWORD } from './fake-host.js';
import { hyperv } from './run.js';

const SOAP = { 'content-type': 'application/soap+xml;charset=UTF-8' };
const LIST = 'vm list -f value -c Name';
const NAMES = 'instance-0000002a\nbuild-agent\nfiles\n';

/** Runs the list against a host whose answers are not as they should be. */
async function list(t: TestContext, options: FakeOptions, more = '') {
  const host = await fakeHost(t, options);
  const [verb, noun, ...rest] = LIST.split(' ');
  return { host, ...(await hyperv([verb ?? '', noun ?? '', host.url, ...rest, ...more.split(' ').filter(Boolean)])) };
}

/** The right answer, or an error with one sentence; nothing else, and never half of a list or a secret. */
function judge(got: { code: number; stdout: string; stderr: string }, what: string): void {
  if (got.code === 0) assert.equal(got.stdout, NAMES, what);
  else {
    assert.equal(got.stdout, '', what);
    assert.equal(got.code, 1, `${what}: ${got.stderr}`);
    assert.match(got.stderr, /\S/, what);
    assert.doesNotMatch(got.stderr, /This is a bug|unexpected happened/, what);
  }
  assert.doesNotMatch(got.stdout + got.stderr, new RegExp(PASSWORD), what);
}

const instead = (send: (response: ServerResponse) => void): FakeOptions => ({
  spoil: (response) => {
    send(response);
    return true;
  },
});

describe('an answer that is none', () => {
  const rows: readonly (readonly [string, (response: ServerResponse) => void, RegExp])[] = [
    [
      'a page',
      (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hi</html>'),
      /answered text\/html, which is no WS-Management \(200\)/,
    ],
    ['not found', (r) => r.writeHead(404).end(), /there is no WS-Management at .*\(404\)/],
    ['busy', (r) => r.writeHead(503, { 'content-type': 'text/html' }).end('busy'), /\(503\)\.\nIt is busy/],
    [
      'an empty error',
      (r) => r.writeHead(500).end(),
      /answered nothing \(500\)\.\nWindows does so where it wants messages to be sealed/,
    ],
    ['a redirect', (r) => r.writeHead(302, { location: 'https://example.com/' }).end(), /no WS-Management \(302\)/],
    ['nothing', (r) => r.writeHead(200, SOAP).end(), /answered nothing/],
    ['no XML', (r) => r.writeHead(200, SOAP).end('Hello'), /not XML as it is read here/],
    [
      'a document type',
      (r) => r.writeHead(200, SOAP).end('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
      /a document type declaration is not read/,
    ],
    ['other XML', (r) => r.writeHead(200, SOAP).end('<x/>'), /no SOAP envelope/],
    ['too deep', (r) => r.writeHead(200, SOAP).end('<x>'.repeat(100)), /more than 64 elements in one another/],
    [
      'packed though nobody asked for it',
      (r) => r.writeHead(200, { ...SOAP, 'content-encoding': 'gzip' }).end(gzipSync('<x/>')),
      /./,
    ],
    ['too long', (r) => r.writeHead(200, SOAP).end('x'.repeat(9 * 1024 * 1024)), /longer than 8 MiB/],
  ];
  for (const [what, send, sentence] of rows) {
    it(what, async (t) => {
      const got = await list(t, instead(send));
      judge(got, what);
      assert.match(got.stderr, sentence);
    });
  }

  it('of another message', async (t) => {
    const got = await list(t, { change: (text) => text.replace(/<a:RelatesTo>uuid:./, '<a:RelatesTo>uuid:Z') });
    assert.equal(got.code, 1);
    assert.match(got.stderr, /the answer belongs to another message/);
  });

  it('a host that says nothing is not waited for longer than it may take', async (t) => {
    const got = await list(
      t,
      instead(() => undefined),
      '--timeout 0.05',
    );
    assert.equal(got.code, 1);
    assert.match(got.stderr, /timed out|no answer|silent/i);
  });
});

describe('an answer that is cut off', () => {
  it('at any place is an error, or the whole list', async (t) => {
    const roll = dice(seed);
    for (let round = 0; round < (deep ? 200 : 12); round += 1) {
      const at = 1 + roll(6);
      const got = await list(t, {
        pageSize: 2,
        spoil: (response, { status, text }, count) => {
          if (count !== at) return false;
          const bytes = Buffer.from(text);
          response.writeHead(status, { ...SOAP, 'content-length': bytes.length });
          response.write(bytes.subarray(0, roll(bytes.length)), () => response.socket?.destroy());
          return true;
        },
      });
      judge(got, `cut in message ${at}`);
      assert.notEqual(got.code, 0);
    }
  });

  it('with a byte in it that is another is an error, or what it says', async (t) => {
    const roll = dice(seed + 1);
    for (let round = 0; round < (deep ? 400 : 20); round += 1) {
      const place = [roll(100_000), roll(256)] as const;
      const change = (text: string, count: number): string => {
        if (count !== 1 + (round % 3)) return text;
        const at = place[0] % text.length;
        return text.slice(0, at) + String.fromCharCode(place[1]) + text.slice(at + 1);
      };
      const got = await list(t, { change });
      assert.doesNotMatch(got.stderr, /This is a bug|unexpected happened/, `${place}`);
      assert.ok([0, 1].includes(got.code), `${place}`);
    }
  });
});

describe('a message that is cut off', () => {
  /** The answers of a host to one command, as they come without HTTP. */
  async function recorded(t: TestContext, words: readonly string[]): Promise<readonly string[]> {
    const answers: string[] = [];
    const change = (text: string): string => {
      answers.push(text);
      return text;
    };
    const host = await fakeHost(t, { pageSize: 2, jobs: { states: [7] }, change });
    const { code, stderr } = await hyperv([...words.slice(0, 2), host.url, ...words.slice(2)]);
    assert.equal(code, 0, stderr);
    return answers;
  }

  /** A link over which one of these answers is cut off at a place: what was sent, and with what the run ended. */
  async function cut(answers: readonly string[], words: readonly string[], at: number, place: number) {
    let count = 0;
    const sent: string[] = [];
    const single = async () => ({
      send: async ({ body }: { body?: unknown }) => {
        const message = String(body);
        sent.push(message);
        const id = /<a:MessageID>(.*?)<\/a:MessageID>/.exec(message)?.[1] ?? '';
        const whole = (answers[count] ?? '').replace(/(<a:RelatesTo>).*?</, `$1${id}<`);
        const text = count === at ? whole.slice(0, place) : whole;
        count += 1;
        const bytes = async function* () {
          yield Buffer.from(text);
        };
        return { status: 200, headers: SOAP, body: bytes() };
      },
      isUsed: () => true,
      certificate: () => undefined,
      close: async () => undefined,
    });
    const got = await hyperv([...words.slice(0, 2), 'hv01', ...words.slice(2)], { single });
    return { ...got, sent };
  }

  // Each place would take minutes: some of them, which are others each time where there is time for it.
  const places = (text: string, start: number): number[] => {
    const step = deep ? 97 : 701;
    const all: number[] = [];
    for (let place = start % step; place < text.length; place += step) all.push(place);
    return [...all, text.length - 1];
  };

  it('at each place is an error while something is read, and never half of a list', async (t) => {
    const words = ['vm', 'list', '-f', 'value', '-c', 'Name'];
    const answers = await recorded(t, words);
    assert.ok(answers.length > 4);
    for (const [at, text] of answers.entries()) {
      for (const place of places(text, seed + at)) {
        const got = await cut(answers, words, at, place);
        // A host that cannot sum up is told of, and its machines are shown.
        judge(got, `answer ${at} cut at ${place}`);
        assert.equal(got.code, 1, `answer ${at} cut at ${place}`);
      }
    }
  });

  it('at each place leaves open what became of a change, which is sent once', async (t) => {
    const words = ['kvp', 'set', 'files', 'key', 'data', '--yes'];
    const answers = await recorded(t, words);
    const change = answers.findIndex((text) => text.includes('AddKvpItems_OUTPUT'));
    assert.ok(change > 0);
    for (const [at, text] of answers.entries()) {
      for (const place of places(text, seed + at)) {
        const { code, sent, stderr } = await cut(answers, words, at, place);
        const changes = sent.filter((message) => message.includes('AddKvpItems_INPUT')).length;
        const what = `answer ${at} cut at ${place}: ${stderr}`;
        assert.equal(changes, at < change ? 0 : 1, what);
        assert.equal(code, at === change ? 5 : 1, what);
      }
    }
  });
});

describe('what a service may do', () => {
  it('answers that would be too long are asked for again in smaller pages', async (t) => {
    const got = await list(t, { maxAnswer: 4000 });
    assert.equal(got.stderr, '');
    assert.equal(got.stdout, NAMES);
  });

  it('a quota of one enumeration at a time is enough, and one that is used up is told of', async (t) => {
    const host = await fakeHost(t, { pageSize: 1, enumerations: 1, jobs: { states: [7] } });
    for (const line of [
      'host show HOST',
      'kvp list HOST files',
      'kvp set HOST files k v --yes',
      'vm show HOST files',
    ]) {
      const got = await hyperv(line.replace('HOST', host.url));
      assert.equal(got.code, 0, `${line}: ${got.stderr}`);
    }
    const got = await list(t, { enumerations: 0 });
    judge(got, 'used up');
    assert.match(got.stderr, /exceeded \(QuotaLimit, 0x803381A6\)\nThe host serves as many requests of this user/);
  });

  it('a context that is dropped is begun anew, once', async (t) => {
    let dropped = 0;
    const drop = (most: number): FakeOptions => ({
      pageSize: 1,
      change: (text) => {
        if (!text.includes('PullResponse') || dropped >= most) return text;
        dropped += 1;
        return faultInstead(text, 'n:InvalidEnumerationContext', 'gone');
      },
    });
    assert.equal((await list(t, drop(1))).stdout, NAMES);
    dropped = 0;
    const got = await list(t, drop(100));
    assert.equal(got.code, 1);
    assert.equal(got.stdout, '');
    assert.match(got.stderr, /gone \(InvalidEnumerationContext\)/);
  });

  it('more items than there can be in one page are an error, and no crash', async (t) => {
    const many = '<x/>'.repeat(200_001);
    const got = await list(t, {
      change: (text) => text.replace(/<w:Items>.*<\/w:Items>/s, `<w:Items>${many}</w:Items>`),
    });
    judge(got, 'many items');
    assert.match(got.stderr, /more than 200000 items/);
  });

  it('pages without an end and without items are not asked for for ever', async (t) => {
    const got = await list(t, {
      pageSize: 1,
      change: (text) => {
        if (!/PullResponse|Fault/.test(text)) return text;
        const context = '<n:EnumerationContext>again</n:EnumerationContext>';
        return bodyInstead(text, `<n:PullResponse>${context}<n:Items/></n:PullResponse>`);
      },
    });
    assert.match(got.stderr, /pages without an end and without items/);
    assert.deepEqual(new Set(got.host.log.slice(1)), new Set(['Pull', 'Release']));
    assert.ok(got.host.log.length < 15);
    assert.equal(got.code, 1);
    assert.equal(got.stdout, '');
  });

  it('the end mark in either namespace, an empty context and other prefixes are all understood', async (t) => {
    const shapes: readonly ((text: string) => string)[] = [
      (text) => text.replace(/<w:EndOfSequence\/>/, '<n:EndOfSequence/>'),
      (text) => text.replace(/<[wn]:EndOfSequence\/>/, ''),
      (text) => text.replace(/<n:EnumerationContext\/>/, '<n:EnumerationContext>7</n:EnumerationContext>'),
      (text) => text.replaceAll('xmlns:s=', 'xmlns:soap=').replaceAll('<s:', '<soap:').replaceAll('</s:', '</soap:'),
    ];
    for (const change of shapes) {
      const got = await list(t, { change });
      assert.equal(got.stdout, NAMES, got.stderr);
    }
  });

  it('a host that cannot sum up is told of, and its machines are shown', async (t) => {
    const got = await list(t, { change: (text) => text.replace('<p:ReturnValue>0<', '<p:ReturnValue>32770<') });
    assert.equal(got.code, 0);
    assert.equal(got.stdout, NAMES);
    assert.match(got.stderr, /no summary of its machines: NotSupported/);
  });

  it('a host that shows not even itself is not an empty host', async (t) => {
    const got = await list(t, { change: (text) => text.replace(/<w:Items>.*<\/w:Items>/s, '<w:Items/>') });
    assert.equal(got.code, 1);
    assert.match(got.stderr, /shows not even itself\.\nThe user may not see it/);
  });
});
