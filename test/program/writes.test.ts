import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../support/imports.js';

/* The shipped program sends what changes something, over a real socket: every byte of it, and once. */

interface Asked {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly socket: unknown;
}

const bin = join(root, 'bin', 'stackline.js');
const home = mkdtempSync(join(tmpdir(), 'writes-'));
let server: Server;
let url = '';
let asked: Asked[] = [];
/** Told of each request that is never answered. */
let held = (): void => undefined;

before(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    asked.push({ line: `${request.method} ${request.url}`, headers: request.headers, body, socket: request.socket });
    const answer = (status: number, content?: unknown, headers = {}): void =>
      void response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(content === undefined ? undefined : JSON.stringify(content));
    if (request.url === '/v3/auth/tokens') {
      const endpoints = [{ interface: 'public', region: 'RegionOne', url: `${url}/v2.1`, id: 'e' }];
      answer(
        201,
        {
          token: {
            expires_at: '2999-01-01T00:00:00Z',
            user: { id: 'u', name: 'admin', domain: { id: 'default' } },
            project: { id: 'p', name: 'admin', domain: { id: 'default' } },
            roles: [{ name: 'admin' }],
            catalog: [{ type: 'compute', name: 'nova', endpoints }],
          },
        },
        { 'x-subject-token': 'gAAAA-the-token' },
      );
    } else if (request.url === '/v2.1/') {
      answer(200, { version: { id: 'v2.1', version: '2.60', min_version: '2.1' } });
    } else if (request.url?.includes('/servers/eeee')) held();
    else if (request.url?.endsWith('/lost')) request.socket.destroy();
    else if (request.method === 'DELETE') answer(204);
    else answer(200, { done: request.method });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(home, { recursive: true, force: true });
});

const environment = () => ({
  ...{ PATH: process.env.PATH, HOME: home, OS_AUTH_URL: `${url}/v3` },
  ...{ OS_USERNAME: 'admin', OS_PASSWORD: 'secret-password', OS_PROJECT_NAME: 'admin' },
});

async function run(...words: string[]) {
  asked = [];
  const child = spawn(process.execPath, [bin, ...words], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = ['', ''];
  for (const [index, stream] of [child.stdout, child.stderr].entries()) {
    stream.setEncoding('utf8').on('data', (text) => {
      texts[index] += text;
    });
  }
  const [code] = await once(child, 'close');
  const [stdout = '', stderr = ''] = texts;
  return { stdout, stderr, code };
}

describe('the shipped program, over a socket', () => {
  const body = '{"metadata":{"name":"Ёж"}}';
  for (const [method, words, sent, length, said] of [
    ['PUT', ['-d', body], body, '28', '{"done":"PUT"}\n'],
    ['PUT', [], '', '0', '{"done":"PUT"}\n'],
    ['PATCH', ['-d', body], body, '28', '{"done":"PATCH"}\n'],
    ['DELETE', [], '', undefined, ''],
    ['POST', ['-d', body], body, '28', '{"done":"POST"}\n'],
  ] as const) {
    it(`sends ${method} ${words.length > 0 ? 'with a body' : 'without one'}`, async () => {
      const ended = await run('api', method, 'compute', '/servers/7/metadata?x=1', ...words);
      assert.deepEqual(ended, { stdout: said, stderr: '', code: 0 });
      const writes = asked.filter(({ line }) => line === `${method} /v2.1/servers/7/metadata?x=1`);
      assert.equal(writes.length, 1);
      const { headers, body: got } = writes[0] ?? assert.fail();
      assert.equal(got, sent);
      assert.equal(headers['content-length'], length);
      assert.equal(headers['transfer-encoding'], undefined);
      assert.equal(headers['content-type'], sent === '' ? undefined : 'application/json');
      assert.equal(headers['x-auth-token'], 'gAAAA-the-token');
      assert.equal(headers.host, url.slice('http://'.length));
    });

    it(`sends ${method} ${words.length > 0 ? 'with a body' : 'without one'} once, and says that nobody knows whether it was done`, async () => {
      const { stdout, stderr, code } = await run('api', method, 'compute', '/lost', ...words);
      assert.deepEqual([stdout, code], ['', 5]);
      assert.match(
        stderr,
        /Remote end closed connection without response\n.*look before you repeat it\.\n.*request id req-[0-9a-f-]{36}\.\n$/,
      );
      assert.equal(asked.filter(({ line }) => line.startsWith(`${method} /v2.1/lost`)).length, 1);
    });
  }

  it('says at Ctrl-C in the middle of two hundred deletes which were done, and which were not', async () => {
    const idOf = (at: number): string =>
      `${at < 20 ? 'aaaa' : 'eeee'}0000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const ids = Array.from({ length: 200 }, (_, at) => idOf(at));
    let count = 0;
    const begun = new Promise<void>((resolve) => {
      held = () => {
        count += 1;
        if (count === 8) resolve();
      };
    });
    asked = [];
    const child = spawn(process.execPath, [bin, 'delete', '--yes', ...ids], {
      env: environment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const ended = once(child, 'close');
    await Promise.race([begun, ended]);
    child.kill('SIGINT');
    const [code, signal] = await ended;
    assert.ok(code === 130 || signal === 'SIGINT', `${code} ${signal}`);
    const [first, done, unknown, rest] = stderr.trim().split('\n');
    assert.equal(first, 'Interrupted.');
    assert.equal(done, `done: ${ids.slice(0, 20).join(', ')}`);
    assert.equal(unknown, `not known whether it was done: ${ids.slice(20, 28).join(', ')}`);
    assert.equal(rest, `not begun: ${ids.slice(28, 48).join(', ')} and 152 more`);
    assert.equal(asked.filter(({ line }) => line.startsWith('DELETE')).length, 28);
  });
});
