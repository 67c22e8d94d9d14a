import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { readText } from '../../src/http/body.js';
import { type RetryOptions, retry } from '../../src/http/retry.js';
import type { HttpRequest, HttpResponse } from '../../src/http/transport.js';
import { answer, get, http, network, post, raw } from './servers.js';

const failed = (code: string): Failure =>
  new Failure(`no: ${code}`, { cause: Object.assign(new Error(code), { code }) });
const json = { 'content-type': 'application/json' };

/** Answers in turn, the last one for ever; a clock that only moves by sleeping. */
function story(answers: readonly (Failure | (() => HttpResponse))[], options: Partial<RetryOptions> = {}) {
  const notes: string[] = [];
  const pauses: number[] = [];
  const clock = { now: Date.parse('2013-05-22T03:00:00Z') };
  let sent = 0;
  const transport = retry({
    retries: 2,
    now: () => clock.now,
    sleep: async (pause) => {
      pauses.push(pause);
      clock.now += pause;
    },
    random: () => 0.5,
    note: (line) => void notes.push(line),
    ...options,
  })(async () => {
    const next = answers[Math.min(sent, answers.length - 1)];
    sent += 1;
    if (next === undefined || next instanceof Failure) throw next;
    return next();
  });
  return { transport, notes, pauses, sent: () => sent };
}

const ask = (method: HttpRequest['method']): HttpRequest => ({ method, url: 'http://cloud/v3?token=x', headers: {} });
const ok = (): HttpResponse => answer(200, json, '{}');

describe('trying again', () => {
  for (const status of [429, 502, 503, 504]) {
    it(`reading meets HTTP ${status}: waits longer each time, says so, and takes the answer that comes`, async () => {
      const busy = (): HttpResponse => answer(status, {}, 'busy');
      const { transport, notes, pauses, sent } = story([busy, busy, ok]);
      const response = await transport(ask('GET'));
      assert.deepEqual([response.status, await readText(response), sent()], [200, '{}', 3]);
      assert.deepEqual(pauses, [400, 800]);
      assert.deepEqual(notes, [
        `GET http://cloud/v3?token=***: HTTP ${status}; again in 0.4 s (1 of 2).`,
        `GET http://cloud/v3?token=***: HTTP ${status}; again in 0.8 s (2 of 2).`,
      ]);
    });
  }

  it('gives the last answer when the tries are used up', async () => {
    const { transport, sent } = story([() => answer(503, {}, 'busy')]);
    const response = await transport(ask('HEAD'));
    assert.deepEqual([response.status, await readText(response), sent()], [503, 'busy', 3]);
  });

  it('never with --retries 0', async () => {
    const { transport, sent } = story([() => answer(503, {}, 'busy'), ok], { retries: 0 });
    assert.deepEqual([(await transport(ask('GET'))).status, sent()], [503, 1]);
  });

  for (const status of [200, 301, 400, 401, 403, 404, 408, 409, 500, 501]) {
    it(`not on HTTP ${status}`, async () => {
      const { transport, sent } = story([() => answer(status, {}, 'said'), ok]);
      assert.deepEqual([(await transport(ask('GET'))).status, sent()], [status, 1]);
    });
  }

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    it(`${method} only where nothing was sent`, async () => {
      const busy = story([() => answer(503, {}, 'busy'), ok]);
      assert.deepEqual([(await busy.transport(ask(method))).status, busy.sent()], [503, 1]);
      const cut = story([failed('ECONNRESET'), ok]);
      await assert.rejects(cut.transport(ask(method)), /ECONNRESET/);
      const refused = story([failed('ECONNREFUSED'), ok]);
      assert.deepEqual([(await refused.transport(ask(method))).status, refused.sent()], [200, 2]);
    });
  }

  it('reading meets a connection that is refused or cut; not one that is not trusted or silent', async () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'CLOSED', 'EAI_AGAIN']) {
      const { transport, sent } = story([failed(code), ok]);
      assert.deepEqual([(await transport(ask('GET'))).status, sent()], [200, 2], code);
    }
    for (const code of ['CERT_HAS_EXPIRED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']) {
      const { transport, sent } = story([failed(code), ok]);
      await assert.rejects(transport(ask('GET')), new RegExp(code));
      assert.equal(sent(), 1, code);
    }
    const { transport } = story([new Failure('timed out', { name: 'ConnectTimeout' }), ok]);
    await assert.rejects(transport(ask('GET')), /timed out/);
  });

  it('waits as long as Retry-After asks, in seconds or until a date', async () => {
    const after = (value: string) => story([() => answer(503, { 'retry-after': value }), ok]);
    for (const [value, pause] of [
      ['7', 7000],
      ['0', 400],
      ['Wed, 22 May 2013 03:00:09 GMT', 9000],
      ['Wed, 22 May 2013 02:00:00 GMT', 400],
      ['soon', 400],
      ['-5', 400],
    ] as const) {
      const { transport, pauses } = after(value);
      assert.equal((await transport(ask('GET'))).status, 200);
      assert.deepEqual(pauses, [pause], value);
    }
  });

  it('does not wait for more than a minute, or past the deadline', async () => {
    const long = story([() => answer(503, { 'retry-after': '61' }), ok]);
    assert.deepEqual([(await long.transport(ask('GET'))).status, long.pauses], [503, []]);
    const deadline = Date.parse('2013-05-22T03:02:00Z');
    const allowed = story([() => answer(503, { 'retry-after': '61' }), ok], { deadline });
    assert.deepEqual([(await allowed.transport(ask('GET'))).status, allowed.pauses], [200, [61_000]]);
    const late = story([() => answer(503, { 'retry-after': '120' }), ok], { deadline });
    assert.deepEqual([(await late.transport(ask('GET'))).status, late.pauses], [503, []]);
    const refused = story([failed('ECONNREFUSED')], { deadline: Date.parse('2013-05-22T03:00:01Z') });
    await assert.rejects(refused.transport(ask('GET')), /ECONNREFUSED/);
    assert.deepEqual(refused.pauses, [400]);
  });

  it('pauses at random, so that many do not come back at once', async () => {
    for (const [random, pause] of [
      [0, 200],
      [1, 600],
    ] as const) {
      const { transport, pauses } = story([failed('ECONNREFUSED'), ok], { random: () => random });
      await transport(ask('GET'));
      assert.deepEqual(pauses, [pause]);
    }
  });

  it('over sockets: JSON that breaks off is asked for again, a file that is being read is not', async (t) => {
    let asked = 0;
    const type = { json: 'application/json', file: 'application/octet-stream' };
    for (const [kind, outcome] of [
      ['json', 'whole'],
      ['file', 'cut'],
    ] as const) {
      asked = 0;
      const url = await raw(t, (socket) => {
        asked += 1;
        const body = asked === 1 ? '{"ser' : '{"servers": []}';
        socket.end(`HTTP/1.1 200 OK\r\nContent-Type: ${type[kind]}\r\nContent-Length: 15\r\n\r\n${body}`);
      });
      const transport = retry({ retries: 2, now: Date.now, sleep: async () => {}, random: () => 0, note: () => {} })(
        network(t),
      );
      const got = await get(transport, url)
        .then(readText)
        .then(
          () => 'whole',
          () => 'cut',
        );
      assert.deepEqual([got, asked], [outcome, outcome === 'whole' ? 2 : 1]);
    }
  });

  it('over sockets: a login is sent once, whatever happens to it', async (t) => {
    let asked = 0;
    const url = await raw(t, (socket) => {
      asked += 1;
      socket.destroy();
    });
    const options = { retries: 5, now: Date.now, sleep: async () => {}, random: () => 0, note: () => {} };
    await assert.rejects(post(retry(options)(network(t)), url, '{}'), Failure);
    assert.equal(asked, 1);
    const busy = await http(t, (_, response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    assert.equal((await post(retry(options)(network(t)), busy, '{}')).status, 503);
    assert.equal(asked, 2);
  });
});
