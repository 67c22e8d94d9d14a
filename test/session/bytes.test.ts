import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import nova from '../../src/classic/nova.js';
import { resolveSettings } from '../../src/config/settings.js';
import { connect } from '../../src/http/http-transport.js';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { openSession } from '../../src/session/cloud-session.js';
import { loginEnv, memoryStore } from '../support/sessions.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const servers: Server[] = [];
after(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});

/** A session whose object store is a server of the test's own, and what that was asked. */
async function sessionAt(answer: Answer, readTimeout = 60_000, store = memoryStore()) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(
      `${request.method} ${request.url} ${request.headers['x-auth-token']} ${request.headers.range ?? ''}`.trim(),
    );
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const network = connect({ readTimeout });
  const streams: Transport = async (request) => (await network.streams())(request);
  const env = loginEnv('admin', 'v3', { OS_ENDPOINT_OVERRIDE: `http://127.0.0.1:${port}/v2` });
  const settings = resolveSettings({}, env, nova.env);
  const options = {
    transport: simulate(),
    streams,
    settings,
    store,
    service: 'image',
    now: Date.now,
    note: () => undefined,
  };
  return { session: openSession(options), asked, close: () => network.close() };
}

const call = { service: 'image', path: '/images/i1/file' };

async function read(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('bytes of a service', () => {
  it('come as they are stored, with the token, what was asked beside it, and the headers of the answer', async () => {
    const body = Buffer.from([0, 255, 10, 13, 128]);
    const { session, asked, close } = await sessionAt((_, response) => {
      response.writeHead(206, { 'content-range': 'bytes 5-9/10', 'content-encoding': 'gzip' });
      response.end(body);
    });
    const { status, headers, bytes } = await session.bytes({ ...call, headers: { range: 'bytes=5-' } });
    assert.deepEqual([status, headers['content-range']], [206, 'bytes 5-9/10']);
    assert.deepEqual(await read(bytes), body);
    assert.equal(asked.length, 1);
    assert.match(asked[0] ?? '', /^GET \/v2\/images\/i1\/file \S+ bytes=5-$/);
    await close();
  });

  it('are asked for once more with a new login when the kept one is refused', async () => {
    const store = memoryStore();
    const first = await sessionAt((_, response) => void response.end(), 60_000, store);
    await read((await first.session.bytes(call)).bytes);
    await first.session.settled();
    await first.close();
    const { session, asked, close } = await sessionAt(
      (_, response) => void response.writeHead(asked.length === 1 ? 401 : 200).end('content'),
      60_000,
      store,
    );
    const { bytes } = await session.bytes(call);
    assert.equal((await read(bytes)).toString(), 'content');
    assert.equal(asked.length, 2);
    assert.notEqual(asked[0], asked[1]);
    await close();
  });

  it('are refused in the words of any other request', async () => {
    const { session, close } = await sessionAt((_, response) => {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"itemNotFound":{"message":"No image i1"}}');
    });
    await assert.rejects(session.bytes(call), { message: 'No image i1 (HTTP 404)' });
    await close();
  });

  it('are not looked for elsewhere, because the token would go with the question', async () => {
    const { session, asked, close } = await sessionAt((_, response) => {
      response.writeHead(302, { location: 'http://198.51.100.1/file' }).end();
    });
    await assert.rejects(session.bytes(call), { message: /redirects to http:\/\/198\.51\.100\.1\/file/ });
    assert.equal(asked.length, 1);
    await close();
  });

  it('that end before their announced length are an error, and so is a server that says nothing more', async () => {
    const cut = await sessionAt((_, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('12345', () => response.destroy());
    });
    await assert.rejects(read((await cut.session.bytes(call)).bytes), { message: /was cut .* after 5 of 10 bytes/ });
    await cut.close();
    const silent = await sessionAt((_, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('12345');
    }, 200);
    await assert.rejects(read((await silent.session.bytes(call)).bytes), { message: /silent for 0\.2 seconds/ });
    await silent.close();
  });
});

describe('bytes of the compute service', () => {
  it('are asked for at the microversion of the session, as everything else there is', async () => {
    const versions: (string | undefined)[] = [];
    const transport = simulate({ compute: 'v2.1' });
    const streams: Transport = async (request) => {
      versions.push(request.headers['openstack-api-version']);
      return transport(request);
    };
    const env = loginEnv('admin', 'v3', { OS_COMPUTE_API_VERSION: '2.44' });
    const settings = resolveSettings({}, env, nova.env);
    const plain = { transport, streams, settings, store: memoryStore(), service: 'compute' };
    const session = openSession({ ...plain, now: Date.now, note: () => undefined });
    await read((await session.bytes({ service: 'compute', path: '/servers' })).bytes);
    await read((await session.bytes({ service: 'compute', path: '/servers', microversion: '2.1' })).bytes);
    assert.deepEqual(versions, ['compute 2.44', 'compute 2.1']);
  });
});
