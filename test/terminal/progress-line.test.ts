import assert from 'node:assert/strict';
import { it } from 'node:test';
import { progressLine } from '../../src/app/progress-line.js';
import { fakeHost } from '../support/fake-host.js';

/* What a person is told while nothing comes. */

function line() {
  let at = 0;
  let look: () => void = () => undefined;
  const { host, stderr, stdout } = fakeHost({
    isTTY: () => true,
    now: () => at,
    every: (_, run) => {
      look = run;
      return () => undefined;
    },
  });
  const pass = (milliseconds: number): void => {
    at += milliseconds;
    look();
  };
  return { line: progressLine(host), stderr, stdout, pass };
}

/** Nobody looks into it. */
const bytes640 = Buffer.allocUnsafe(640 * 1024 * 1024);
const body = async function* (): AsyncGenerator<Uint8Array> {
  yield bytes640;
};

it('says after a second what is waited for, and takes it away before anything else is written', async () => {
  const { line: shown, stderr, pass } = line();
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const send = shown.decorator(async () => {
    await held;
    return { status: 200, headers: {}, body: body() };
  });
  const request = { method: 'POST', url: 'http://cloud.example.com:5000/v3/auth/tokens', headers: {} } as const;
  const sent = send(request);
  pass(900);
  assert.equal(stderr(), '');
  pass(200);
  assert.equal(stderr(), 'Waiting for the login at cloud.example.com:5000: 1 s');
  await shown.host.stdout.write('a row\n');
  assert.equal(stderr(), 'Waiting for the login at cloud.example.com:5000: 1 s\r\x1b[K');
  answer();
  for await (const _ of (await sent).body);
  pass(5000);
  assert.equal(stderr(), 'Waiting for the login at cloud.example.com:5000: 1 s\r\x1b[K', 'nothing is waited for');
});

it('counts pages and bytes', async () => {
  const { line: shown, stderr, pass } = line();
  const get = (url: string, headers = {}) =>
    shown.decorator(async () => ({ status: 200, headers, body: body() }))({ method: 'GET', url, headers: {} });
  for (let page = 1; page <= 12; page += 1) {
    const { body: bytes } = await get(`http://c:8774/v2.1/servers/detail${page > 1 ? `?marker=${page}` : ''}`);
    if (page < 12) for await (const _ of bytes);
    else pass(1500);
  }
  assert.match(stderr(), /Waiting for page 12 of servers: 1 s$/);
  const download = await get('http://c:9292/v2/images/x/file', { 'content-length': String(2048 * 1024 * 1024) });
  for await (const _ of download.body) pass(1000);
  assert.match(stderr(), /Waiting for file: 640 of 2,048 MiB, 2 s$/);
});

it('counts a list that is asked for again from its first page', async () => {
  const { line: shown, stderr, pass } = line();
  const get = (url: string) =>
    shown.decorator(async () => ({ status: 200, headers: {}, body: body() }))({ method: 'GET', url, headers: {} });
  for (const query of ['name=web01', 'name=web01&marker=1', 'name=web02']) {
    const { body: bytes } = await get(`http://c:8774/v2.1/servers?${query}`);
    if (query !== 'name=web02') for await (const _ of bytes);
  }
  pass(1500);
  assert.match(stderr(), /Waiting for servers: 1 s$/);
});

it('says which of several clouds is waited for, and counts the pages of each', async () => {
  const { line: shown, stderr, pass } = line();
  const get = (cloud: string, url: string) =>
    shown.decoratorOf(cloud)(async () => ({ status: 200, headers: {}, body: body() }))({
      method: 'GET',
      url,
      headers: {},
    });
  const { body: bytes } = await get('cloud a', 'http://a:8774/v2.1/servers/detail');
  for await (const _ of bytes);
  await get('cloud b', 'http://b:8774/v2.1/servers/detail');
  pass(1500);
  assert.match(stderr(), /Waiting for cloud b, servers: 1 s$/);
  await get('cloud b, region West', 'http://b:8774/v2.1/servers/detail?marker=x');
  pass(250);
  assert.match(stderr(), /Waiting for cloud b, region West, page 2 of servers: 1 s$/);
});

it('holds what is said on standard error while a pager has the terminal', async () => {
  const { line: shown, stderr } = line();
  shown.yieldTerminal();
  await shown.host.stderr.write('a warning\n');
  assert.equal(stderr(), '');
  await shown.close();
  assert.equal(stderr(), 'a warning\n');
});
