import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { tokenFiles } from '../../src/storage/token-files.js';
import { dice } from '../support/dice.js';
import { runs, seed } from '../support/property.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { chunked, isList, isLogin, type Meant, on, wire, withHeaders, withoutLength } from './fault-cloud.js';
import type { Setting } from './judge.js';
import { cloud, known, meet, pause, says } from './meeting.js';
import { fewCutPlaces } from './places.js';

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

describe('secrets', () => {
  it('stay where they are, whatever the server says of them, and whatever is kept', async (t) => {
    const directory = temporaryDirectory(t);
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
