import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { tokenFiles } from '../../src/storage/token-files.js';
import { dice } from '../support/dice.js';
import { figure } from '../support/figures.js';
import { deep, runs, seed } from '../support/property.js';
import { memoryStore } from '../support/sessions.js';
import {
  chunked,
  type Fault,
  type FaultCloud,
  faultCloud,
  isList,
  isLogin,
  type Meant,
  on,
  wire,
  withHeaders,
  withoutLength,
} from './fault-cloud.js';
import { judge, type Outcome, run, type Setting, tally } from './judge.js';
import { fewCutPlaces } from './places.js';

/* Everything that a network and the servers on it can do to an answer. A case is right, or fails with a sentence. */

let cloud: FaultCloud;
let right: Outcome;
/** A login made before, for cases that are about the list alone. */
const kept = memoryStore();

before(async () => {
  cloud = await faultCloud();
  right = await run(cloud, 'list', { logins: kept });
  assert.match(right.stdout, /\| sandbox \| ACTIVE \|/);
});
after(() => {
  cloud.close();
  for (const [kind, { right, failed }] of tally()) {
    const count = right + failed;
    // How many bytes there are to be cut when they are compressed is up to the version of zlib.
    figure(`faults: ${kind}`, count < 1000 ? count : Math.floor(count / 100) * 100);
  }
});

const known = (): Setting => ({
  logins: { ...kept, save: async (_material, value) => void value(), drop: () => undefined },
});

/** A case: what the server does to answers that are meant so, and how the command ends. */
async function meet(kind: string, what: string, fault: Fault, setting?: Setting, line = 'list --retries 0') {
  cloud.fault = fault;
  const got = await run(cloud, line, setting);
  cloud.fault = undefined;
  return judge(cloud, kind, what, got, right);
}

/** A list that answers with these bytes and closes. */
const says = (make: (meant: Meant) => Buffer | string): Fault =>
  on(isList, (socket, meant) => void socket.end(make(meant)));

interface Cut {
  readonly name: string;
  readonly which: (meant: Meant) => boolean;
  readonly bytes: (meant: Meant) => Buffer;
  readonly setting: () => Setting;
  readonly line?: string;
}

/* Few places each, over sockets: `cut-answers.test.ts` has them all, in memory. */
const cuts: readonly Cut[] = [
  { name: 'a login over v2.0', which: isLogin, bytes: wire, setting: () => ({ version: 'v2.0' }) },
  { name: 'a login over v3', which: isLogin, bytes: wire, setting: () => ({ version: 'v3' }) },
  { name: 'a list', which: isList, bytes: wire, setting: known },
  { name: 'a list in chunks', which: isList, bytes: chunked, setting: known },
  { name: 'a list without a length', which: isList, bytes: (m) => wire(withoutLength(m)), setting: known },
  { name: 'a traced list', which: isList, bytes: wire, setting: known, line: 'list --retries 0 --debug' },
];

describe('a connection that is cut', () => {
  for (const { name, which, bytes, setting, line } of cuts) {
    for (const how of ['closed', 'reset'] as const) {
      it(`in ${name}, ${how}, gives an error, and never half an answer`, async () => {
        let places: readonly number[] = [];
        const whole = on(which, (socket, meant) => {
          places = fewCutPlaces(bytes(meant));
          socket.end(bytes(meant));
        });
        assert.equal(await meet('whole', name, whole, setting()), 'right');
        assert.ok(places.length > 10);
        for (const at of places) {
          const fault = on(which, (socket, meant) => {
            const all = bytes(meant);
            if (how === 'closed') return void socket.end(all.subarray(0, at));
            if (at === 0) return void socket.resetAndDestroy();
            socket.write(all.subarray(0, at), () => setTimeout(() => socket.resetAndDestroy(), 1));
          });
          const outcome = await meet(how === 'closed' ? 'cut' : 'reset', `${name} at ${at}`, fault, setting(), line);
          // Chunks end with a mark of a few bytes that carry nothing; nothing else may be missing.
          if (!/chunks|length/.test(name)) assert.equal(outcome, 'failed', `${name} at ${at}`);
        }
      });
    }
  }

  it('is tried again where that does no harm', async () => {
    for (const at of [0, 100, 300, 1000]) {
      let asked = 0;
      const once = on(isList, (socket, meant) => {
        asked += 1;
        socket.end(wire(meant).subarray(0, asked === 1 ? at : undefined));
      });
      assert.equal(await meet('tried again', `at ${at}`, once, known(), 'list'), 'right');
      assert.equal(asked, 2);
    }
    let logins = 0;
    const never = on(isLogin, (socket) => {
      logins += 1;
      socket.end();
    });
    assert.equal(await meet('tried again', 'login', never, {}, 'list --retries 5'), 'failed');
    assert.equal(logins, 1);
  });
});

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a server that is slow', () => {
  it('drips byte by byte, or pauses anywhere: the answer is right', async () => {
    const drip = on(isList, async (socket, meant) => {
      for (const byte of wire(meant)) {
        socket.write(Buffer.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    for (const version of ['v2.0', 'v3'] as const) assert.equal(await meet('slow', 'drip', drip, { version }), 'right');
    for (let at = 0; at < 1600; at += 100) {
      const slow = on(isList, async (socket, meant) => {
        socket.write(wire(meant).subarray(0, at));
        await pause(15);
        socket.write(wire(meant).subarray(at));
      });
      assert.equal(await meet('slow', `pause at ${at}`, slow, known()), 'right');
    }
  });

  it('falls silent anywhere: --timeout ends it', async () => {
    for (let at = 0; at < 1600; at += 50) {
      const silent = on(isList, (socket, meant) => void socket.write(wire(meant).subarray(0, at)));
      const outcome = await meet('silent', `at ${at}`, silent, known(), 'list --retries 0 --timeout 0.03');
      assert.equal(outcome, 'failed');
    }
    const silent = on(isLogin, () => undefined);
    assert.equal(await meet('silent', 'login', silent, {}, 'list --timeout 0.03'), 'failed');
    assert.equal(await meet('silent', 'deadline', silent, {}, 'list --deadline 0.03'), 'failed');
  });
});

describe('a server that talks nonsense', () => {
  it('bytes at random, with and without a head that is right', async () => {
    const roll = dice(seed);
    for (let number = 0; number < runs(400); number += 1) {
      const bytes = Buffer.from(Array.from({ length: roll(600) }, () => roll(256)));
      const which = number % 2 === 0 ? isList : isLogin;
      const fault = on(
        which,
        (socket, meant) => void socket.end(roll(2) === 0 ? bytes : withHeaders(meant, {}, bytes)),
      );
      const outcome = await meet('garbage', `number ${number}`, fault, which === isList ? known() : {});
      assert.equal(outcome, 'failed', `number ${number}`);
    }
  });

  it('one bit of the head turned', async () => {
    const roll = dice(seed);
    for (let at = 0; at < runs(240); at += 1) {
      const fault = says((meant) => {
        const bytes = Buffer.from(wire(meant));
        const head = bytes.indexOf('\r\n\r\n') + 4;
        bytes.writeUInt8(bytes.readUInt8(at % head) ^ (1 << roll(7)), at % head);
        return bytes;
      });
      await meet('head', `byte ${at}`, fault, known(), 'list --retries 0 --timeout 0.2');
    }
  });

  it('any status, with the right answer, a page or nothing', async () => {
    for (let status = 200; status < 600; status += status < 210 || status % 100 < 30 ? 1 : 11) {
      for (const [what, body] of [
        ['the answer', undefined],
        ['a page', '<html><head><title>Oops</title></head><body><h1>Oops</h1>It is broken.</body></html>'],
        ['{}', '{}'],
        ['null', 'null'],
        ['nothing', ''],
      ] as const) {
        const bytes = (meant: Meant): Meant => ({
          ...meant,
          status,
          body: body === undefined ? meant.body : Buffer.from(body),
        });
        const fault = says((meant) => withHeaders(bytes(meant), {}, bytes(meant).body));
        await meet('status', `${status} with ${what}`, fault, known());
        if (body === undefined) continue;
        const login = on(isLogin, (socket, meant) => void socket.end(withHeaders(bytes(meant), {}, bytes(meant).body)));
        assert.equal(
          await meet('status', `login ${status} with ${what}`, login, {}),
          'failed',
          `${status} with ${what}`,
        );
      }
    }
    for (const status of ['000', '99', '1000', '-1', 'abc', '']) {
      const odd = says((meant) => wire(meant).toString('latin1').replace('200', status));
      await meet('status', status, odd, known(), 'list --retries 0 --timeout 0.2');
    }
  });

  it('types that lie', async () => {
    for (const type of [
      'text/html',
      'image/png',
      'application/octet-stream',
      '',
      'application/json; charset=utf-16',
      'x',
    ]) {
      await meet(
        'type',
        `JSON as ${type}`,
        says((meant) => withHeaders(meant, { 'content-type': type })),
        known(),
      );
    }
    for (const body of [
      '<html>ok</html>',
      'true',
      '"servers"',
      '[]',
      '7',
      '{"servers": "none"}',
      '{"servers": {}}',
      '{"server": []}',
    ]) {
      const fault = says((meant) => withHeaders(meant, {}, Buffer.from(body)));
      assert.equal(await meet('type', body, fault, known()), 'failed', body);
    }
  });

  it('lengths that lie', async () => {
    for (const length of ['0', '1', '100', '99999', '-5', '1e3', '0x10', '', '99999999999999999999', '17, 18']) {
      const fault = says((meant) => withHeaders(meant, { 'content-length': length }));
      const outcome = await meet('length', length, fault, known(), 'list --retries 0 --timeout 0.2');
      assert.equal(outcome, 'failed', length);
    }
  });
});

describe('a server that compresses', () => {
  const pack = { gzip: gzipSync, 'x-gzip': gzipSync, deflate: deflateSync };
  for (const [encoding, compress] of Object.entries(pack)) {
    it(`${encoding}: right when whole, and not when cut or damaged`, async () => {
      const whole = says((meant) => withHeaders(meant, { 'content-encoding': encoding }, compress(meant.body)));
      assert.equal(await meet('compressed', encoding, whole, known()), 'right');
      let size = 1;
      for (let at = 0; at < size && encoding !== 'x-gzip'; at += deep ? 1 : 17) {
        const cut = says((meant) => {
          const packed = compress(meant.body);
          size = packed.length;
          return withHeaders(meant, { 'content-encoding': encoding }, packed.subarray(0, at));
        });
        assert.equal(await meet('compressed', `${encoding} cut at ${at}`, cut, known()), 'failed', `at ${at}`);
        const turned = says((meant) => {
          const packed = Buffer.from(compress(meant.body));
          packed.writeUInt8(packed.readUInt8(at) ^ (1 << (at % 8)), at);
          return withHeaders(meant, { 'content-encoding': encoding }, packed);
        });
        await meet('compressed', `${encoding} turned at ${at}`, turned, known());
      }
    });
  }

  it('into more than anybody can hold', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, ' '), { level: 1 });
    const fault = says((meant) => withHeaders(meant, { 'content-encoding': 'gzip' }, bomb));
    assert.equal(await meet('endless', 'gzip', fault, known()), 'failed');
  });
});

describe('secrets', () => {
  it('stay where they are, whatever the server says of them, and whatever is kept', async (t) => {
    const directory = mkdtempSync(join(tmpdir(), 'faults-'));
    t.after(() => rmSync(directory, { recursive: true, force: true }));
    const cache = join(directory, 'cache');
    const logins = tokenFiles({ path: cache, within: directory }, process.geteuid?.());
    const echo = on(
      (meant) => isList(meant) || isLogin(meant),
      (socket, meant) => {
        const { request } = meant;
        const quoted = `${request.headers['x-auth-token'] ?? 'this:'} ${request.body}`;
        const body = Buffer.from(JSON.stringify({ error: { message: `I do not like ${quoted}` } }));
        socket.end(withHeaders({ ...meant, status: 400 }, {}, body));
      },
    );
    const half = on(isList, (socket, meant) => void socket.end(wire(meant).subarray(0, 700)));
    const lines = ['list --debug', 'list --timings', 'list -v'].flatMap((line) => [
      line,
      `${line} --record ${directory}/record`,
    ]);
    for (const line of lines) {
      for (const version of ['v2.0', 'v3'] as const) {
        const setting = { version, logins };
        assert.equal(await meet('secrets', line, () => false, setting, line), 'right');
        assert.equal(await meet('secrets', line, echo, setting, line), 'failed');
        assert.equal(await meet('secrets', line, half, setting, `${line} --retries 0`), 'failed');
      }
    }
    const files = [cache, join(directory, 'record')].flatMap((one) => readdirSync(one).map((name) => join(one, name)));
    assert.ok(files.length > 20, `${files.length} files`);
    for (const file of files) {
      const text = readFileSync(file, 'latin1');
      assert.ok(!`${file}${text}`.includes('test-password'), file);
      // The kept login is the one place for a token.
      const mayHold = file.startsWith(cache) && file.endsWith('.json');
      assert.ok(mayHold || [...cloud.tokens].every((token) => !text.includes(token)), file);
    }
  });
});

function counter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}

describe('what does not end', () => {
  it('429 for ever, for a while, or for a day', async () => {
    for (const [status, wish] of [
      [429, '0'],
      [503, '0'],
      [429, '86400'],
      [503, 'Fri, 31 Dec 2999 23:59:59 GMT'],
    ] as const) {
      const busy = (meant: Meant): Buffer =>
        withHeaders(
          { ...meant, status },
          { 'retry-after': wish },
          Buffer.from('{"overLimit": {"message": "Slow down"}}'),
        );
      let asked = 0;
      const forEver = on(isList, (socket, meant) => {
        asked += 1;
        socket.write(busy(meant));
      });
      assert.equal(await meet('busy', `${status} for ever`, forEver, known(), 'list'), 'failed');
      assert.equal(asked, wish === '0' ? 3 : 1);
      if (wish !== '0') continue;
      asked = 0;
      const once = on(isList, (socket, meant) => {
        asked += 1;
        socket.write(asked === 1 ? busy(meant) : wire(meant));
      });
      assert.equal(await meet('busy', `${status} once`, once, known(), 'list'), 'right');
    }
  });

  it('redirects: to itself, on and on, back and forth, elsewhere, to nothing', async () => {
    const count = counter();
    const targets: readonly (readonly [string, (meant: Meant) => string])[] = [
      ['itself', ({ request }) => request.url],
      ['on and on', ({ request }) => `${request.url}/servers/detail/${count()}`],
      ['elsewhere', () => 'http://127.0.0.1:9/servers/detail'],
      ['another scheme', ({ request }) => request.url.replace('http:', 'https:')],
      ['nothing', () => ''],
      ['no URL', () => 'http://['],
      ['a file', () => 'file:///etc/passwd'],
    ];
    for (const status of [301, 302, 303, 307, 308]) {
      for (const [what, target] of targets) {
        for (const which of [isList, isLogin]) {
          const fault = on(
            which,
            (socket, meant) =>
              void socket.write(withHeaders({ ...meant, status }, { location: target(meant) }, Buffer.alloc(0))),
          );
          const outcome = await meet('redirect', `${status} to ${what}`, fault, which === isList ? known() : {});
          assert.equal(outcome, 'failed', `${status} to ${what}`);
        }
      }
    }
  });

  it('pages: the same again, back and forth, elsewhere, and always one more', async () => {
    const count = counter();
    const links: readonly (readonly [string, (url: string) => unknown])[] = [
      ['itself', (url) => url],
      ['the first', (url) => `${url.replace(/\?.*/, '')}?marker=1`],
      ['another host', () => 'http://127.0.0.1:9/servers/detail?marker=1'],
      ['another list', (url) => `${new URL(url).origin}/identity/v3/users?marker=1`],
      ['no URL', () => 'http://['],
      ['one more', (url) => `${url.replace(/\?.*/, '')}?marker=${count()}`],
    ];
    for (const [what, link] of links) {
      let page = {};
      const fault = on(isList, (socket, meant) => {
        if (!meant.request.url.includes('?')) page = JSON.parse(meant.body.toString()) as object;
        const next = [{ rel: 'next', href: link(meant.request.url) }];
        const body = Buffer.from(JSON.stringify({ ...page, servers_links: next }));
        socket.write(withHeaders({ ...meant, status: 200 }, {}, body));
      });
      const outcome = await meet('pages', what, fault, known(), 'list --retries 0 --deadline 1');
      assert.equal(outcome, 'failed', what);
    }
  });

  it('a body of 2 GB, announced or not, a head of 2 GB, and interim answers', { timeout: 60_000 }, async () => {
    const piece = Buffer.alloc(1024 * 1024, ' ');
    const pour = async (socket: Socket, head: string | Buffer, make: (piece: Buffer) => readonly Buffer[]) => {
      socket.write(head);
      for (let size = 0; size < 2 ** 31 && !socket.destroyed; size += piece.length) {
        for (const part of make(piece)) {
          if (!socket.write(part)) await Promise.race([new Promise((r) => socket.once('drain', r)), pause(200)]);
        }
      }
      socket.end();
    };
    const announced = on(isList, (socket, meant) =>
      pour(
        socket,
        wire({ ...meant, headers: { ...meant.headers, 'content-length': String(2 ** 31) }, body: Buffer.alloc(0) }),
        (one) => [one],
      ),
    );
    assert.equal(await meet('endless', 'announced', announced, known()), 'failed');
    const endless = on(isList, (socket, meant) =>
      pour(
        socket,
        wire({ ...withoutLength(meant, { 'transfer-encoding': 'chunked' }), body: Buffer.alloc(0) }),
        (one) => [Buffer.from(`${one.length.toString(16)}\r\n`), one, Buffer.from('\r\n')],
      ),
    );
    assert.equal(await meet('endless', 'chunks', endless, known()), 'failed');
    const head = on(isList, (socket) =>
      pour(socket, 'HTTP/1.1 200 OK\r\nx: ', (one) => [Buffer.from(one.toString().replaceAll(' ', 'x'))]),
    );
    assert.equal(await meet('endless', 'head', head, known()), 'failed');
    const interim = on(isList, async (socket) => {
      for (let number = 0; number < 2000 && !socket.destroyed; number += 1)
        socket.write('HTTP/1.1 102 Processing\r\n\r\n');
    });
    assert.equal(await meet('endless', 'interim', interim, known(), 'list --retries 0 --timeout 0.3'), 'failed');
  });
});
