import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { readBytes, readText } from '../../src/http/body.js';
import { beginningOfJson } from '../../src/http/partial-json.js';
import { timings } from '../../src/http/timings.js';
import { trace } from '../../src/http/trace.js';
import type { HttpRequest, HttpResponse, Transport } from '../../src/http/transport.js';
import { fc } from '../support/property.js';
import { answer } from './servers.js';

const CANARY = 'canary-5f0c';
const JSON_TYPE = { 'content-type': 'application/json' };

/** A clock that goes on by 5 ms each time somebody looks. */
const clock = (): (() => number) => {
  let time = 0;
  return () => {
    time += 5;
    return time;
  };
};

function traced(transport: Transport): { send: Transport; lines: () => string[] } {
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  return { send: trace({ write, now: clock() })(transport), lines: () => text.split('\n').slice(0, -1) };
}

const get: HttpRequest = { method: 'GET', url: 'http://c01/v2', headers: { 'x-auth-token': CANARY } };

test('an exchange is shown as request, answer, body, id and time', async () => {
  const headers = { ...JSON_TYPE, 'x-openstack-request-id': 'req-1' };
  const { send, lines } = traced(async () => answer(200, headers, '{"serv', 'ers": []}'));
  assert.equal(await readText(await send({ ...get, headers: { accept: 'a/b' } })), '{"servers": []}');
  assert.deepEqual(lines(), [
    "REQ: curl -g -i -X GET 'http://c01/v2' -H 'Accept: a/b'",
    'RESP: [200] content-type: application/json x-openstack-request-id: req-1',
    'RESP BODY: {"servers":[]}',
    'GET call to http://c01/v2 used request id req-1 took 5 ms',
  ]);
});

test('no secret is shown, whichever way a body comes and ends', async () => {
  const bodies: [Record<string, string>, string][] = [
    [JSON_TYPE, JSON.stringify({ access: { token: { id: CANARY } } })],
    [JSON_TYPE, `{"access": {"token": {"expires": "x", "id": "${CANARY}", "a": 1}}, "b`],
    [JSON_TYPE, `{"access": {"token": {"id": "${CANARY}`],
    [JSON_TYPE, `{"access": {"token": {"id": "${CANARY}"}}} rubbish`],
    [{ 'content-type': 'text/plain' }, `password: ${CANARY}`],
    [{ 'content-type': 'application/octet-stream' }, CANARY],
    [{}, CANARY],
    [{ 'x-subject-token': CANARY, 'set-cookie': CANARY }, ''],
  ];
  for (const [headers, body] of bodies) {
    const { send, lines } = traced(async () => answer(201, headers, body));
    const login: HttpRequest = { ...get, method: 'POST', body: JSON.stringify({ password: CANARY }) };
    assert.equal(await readText(await send(login)), body);
    assert.doesNotMatch(lines().join('\n'), new RegExp(CANARY), body);
    assert.equal(lines().length, 4);
  }
});

test('the caller gets the same bytes, chunk by chunk, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 8 }),
      fc.constantFrom('application/json', 'text/plain', 'image/png', ''),
      async (chunks, type) => {
        const { send } = traced(async () => answer(200, { 'content-type': type }, ...chunks));
        const got: Uint8Array[] = [];
        for await (const chunk of (await send(get)).body) got.push(chunk);
        assert.deepEqual(
          got.map((chunk) => [...chunk]),
          chunks.map((chunk) => [...chunk]),
        );
      },
    ),
  );
});

test('a huge body is passed on as it comes; its beginning is shown, and that there is more', async () => {
  let made = 0;
  const body = (async function* () {
    yield Buffer.from('{"servers":[');
    for (; made < 20_000; made += 1)
      yield Buffer.from(`{"id":"${String(made).padStart(30, '0')}","adminPass":"${CANARY}"},`);
    yield Buffer.from('{}]}');
  })();
  const { send, lines } = traced(async () => ({ status: 200, headers: JSON_TYPE, body }));
  const response = await send(get);
  for await (const _ of response.body) if (made > 3) break;
  assert.ok(made < 10, 'the body was read ahead of its reader');
  assert.match(
    lines()[2] ?? '',
    /^RESP BODY: \{"servers":\[\{"id":"0+","adminPass":"\*\*\*"\}.*\(the beginning; not read to its end, /,
  );

  const whole = `{"servers":[${`{"id":"${'1'.repeat(60)}","adminPass":"${CANARY}"},`.repeat(10_000)}{}]}`;
  const second = traced(async () => answer(200, JSON_TYPE, whole));
  assert.equal((await readBytes(await second.send(get))).length, whole.length);
  const shown = second.lines()[2] ?? '';
  assert.ok(shown.length < 300 * 1024);
  assert.match(shown, new RegExp(`\\]\\} \\(the beginning; ${whole.length} bytes are too many to show\\)$`));
  assert.doesNotMatch(shown, new RegExp(CANARY));
});

test('an error passes through unchanged, and is noted', async () => {
  const failure = new Failure('Connection refused');
  const { send, lines } = traced(async () => {
    throw failure;
  });
  await assert.rejects(send(get), (error) => error === failure);
  assert.equal(lines().at(-1), 'GET call to http://c01/v2 failed after 5 ms');

  const halves = traced(
    async (): Promise<HttpResponse> => ({
      status: 200,
      headers: JSON_TYPE,
      body: (async function* () {
        yield Buffer.from('{"a":1,"b":');
        throw failure;
      })(),
    }),
  );
  await assert.rejects(readText(await halves.send(get)), (error) => error === failure);
  assert.equal(halves.lines()[2], 'RESP BODY: {"a":1} (the beginning; the connection broke, 11 bytes had come)');
});

test('nothing that a terminal would obey gets out', async () => {
  const evil = '\u001b[2J\u202e\u0007\u009b';
  const { send, lines } = traced(async () =>
    answer(200, { 'content-type': 'text/html', 'x-a': evil }, `<p>${evil}\n\n`),
  );
  await readText(await send({ ...get, url: `http://c01/${evil}`, body: evil }));
  assert.equal(lines().length, 4);
  for (const line of lines()) assert.doesNotMatch(line, /[\x00-\x1f\x7f-\x9f\u202a-\u202e]/);
});

test('the beginning of cut JSON holds whole members only', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, part) => {
        const whole = JSON.stringify(list);
        const cut = whole.slice(0, Math.floor(part * whole.length));
        const beginning = beginningOfJson(cut);
        if (beginning === undefined) return;
        const text = JSON.stringify(beginning).replace(/[\]}]+$/, '');
        assert.ok(whole.startsWith(text), `${text} is no beginning of ${whole}`);
      },
    ),
  );
});

test('timings: one entry per request, from its start to the end of its answer', async () => {
  const watch = timings(clock());
  const send = watch.decorator(async (request) => {
    if (request.method === 'POST') throw new Failure('refused');
    return answer(200, {}, 'a');
  });
  await readText(await send({ ...get, url: 'http://me:pw@c01/v2?token=abc' }));
  await assert.rejects(send({ ...get, method: 'POST' }));
  assert.deepEqual(watch.entries(), [
    { method: 'GET', url: 'http://me:***@c01/v2?token=***', seconds: 0.01 },
    { method: 'POST', url: 'http://c01/v2', seconds: 0.005 },
  ]);
});
