import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exchangeFailure } from '../../src/http/connection-errors.js';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { stackline } from '../support/stackline.js';
import { response } from '../support/transports.js';

/* What changes something is done once, whatever becomes of its answer, its login and its place. */

const SERVER = '487be216-e5d8-4373-9427-ab6fac6da321';
const PATH = `/servers/${SERVER}/action`;

/** The connection is closed after the request was sent; nobody knows what the server has done. */
function closed(url: string): never {
  const at = { url, safe: false, started: false, received: 0, announced: undefined, readTimeout: 1000 };
  throw exchangeFailure(Object.assign(new Error('closed'), { code: 'CLOSED' }), at);
}

describe('a change', () => {
  it('that may have been made is not sent to the place that a new catalogue names', async () => {
    const cloud = simulate();
    const sent: string[] = [];
    const transport: Transport = async (request) => {
      if (request.method !== 'POST' || !request.url.includes('/servers/')) return cloud(request);
      sent.push(new URL(request.url).host);
      return closed(request.url);
    };
    const store = memoryStore();
    const at = { transport, env: loginEnv('admin', 'v3', { OS_COMPUTE_API_VERSION: '2' }), store };
    const first = sessionOf(at);
    await first.accessInfo();
    await first.settled();
    for (const [material, text] of store.held)
      store.held.set(material, text.replaceAll('cloud.example.com:8774', 'old.example.com:8774'));
    const call = {
      service: 'compute',
      path: PATH,
      method: 'POST',
      body: { 'os-stop': null },
      mayBeEmpty: true,
    } as const;
    await assert.rejects(sessionOf(at).json(call), { exitReason: 'unknown' });
    assert.deepEqual(sent, ['old.example.com:8774']);
  });

  it('that was not made for want of a login is sent again with a new one, once', async () => {
    const cloud = simulate();
    let made = 0;
    let refused = 0;
    const transport: Transport = async (request) => {
      if (request.method !== 'POST' || !request.url.includes('/servers/')) return cloud(request);
      if (refused === 0) {
        refused += 1;
        return response(401, { error: { code: 401, message: 'The request you have made requires authentication.' } });
      }
      made += 1;
      return response(202);
    };
    const logins = memoryStore();
    await stackline('list', { program: 'nova', transport: cloud, logins });
    const { code } = await stackline('stop monitor', { program: 'nova', transport, logins });
    assert.deepEqual([code, refused, made], [0, 1, 1]);
  });

  it('that was refused, or of which a server says that it broke, is sent once', async () => {
    for (const status of [409, 500, 502, 503, 504, 429, 413]) {
      const cloud = simulate();
      let sent = 0;
      const transport: Transport = async (request) => {
        if (request.method !== 'POST' || !request.url.includes('/servers/')) return cloud(request);
        sent += 1;
        return response(status, { computeFault: { message: 'no' } }, { 'retry-after': '0' });
      };
      const { code } = await stackline('stop monitor', { program: 'nova', transport });
      assert.deepEqual([code, sent], [status === 502 || status === 504 ? 5 : 1, 1], String(status));
    }
  });

  it('whose answer is cut ends with 5, the id of its request, and how to find out', async () => {
    const cloud = simulate();
    const lines: string[] = [];
    let id = '';
    for (const isBegun of [false, true]) {
      const transport: Transport = async (request) => {
        if (request.method !== 'POST' || !request.url.includes('/servers/')) return cloud(request);
        id = request.headers['x-openstack-request-id'] ?? '';
        if (!isBegun) return closed(request.url);
        const headers = { 'content-type': 'application/json', 'x-compute-request-id': 'req-of-the-service' };
        const body = (async function* (): AsyncGenerator<Uint8Array> {
          yield Buffer.from('{"ad');
          closed(request.url);
        })();
        return { status: 200, headers, body };
      };
      const appendLine = async (_: string, line: string): Promise<void> => void (line !== '' && lines.push(line));
      const { code, stderr } = await stackline('rescue monitor --log /l', { program: 'nova', transport, appendLine });
      assert.equal(code, 5, stderr);
      assert.match(stderr, /It is not known whether the server has done what was asked: look before you repeat it\./);
      assert.match(id, /^req-[0-9a-f]{8}-[0-9a-f-]{27}$/);
      const known = isBegun ? 'Its request id is req-of-the-service.' : `under the request id ${id}.`;
      assert.ok(stderr.includes(known), stderr);
      assert.match(stderr, new RegExp(`'nova instance-action-list ${SERVER}' tells`));
    }
    assert.deepEqual(
      lines.map((line) => [JSON.parse(line).result, JSON.parse(line).request_id]),
      [
        ['unknown', JSON.parse(lines[0] ?? '').request_id],
        ['unknown', 'req-of-the-service'],
      ],
    );
  });

  it('of one of several targets whose answer is cut says so of that one, and how to find out', async () => {
    for (const format of ['', ' -f json']) {
      const cloud = simulate();
      let sent = 0;
      const transport: Transport = async (request) => {
        if (request.method !== 'POST' || !request.url.includes('/servers/')) return cloud(request);
        sent += 1;
        return request.url.includes(SERVER) ? closed(request.url) : cloud(request);
      };
      const line = `stop 81db556b-8aa5-427d-a95c-2a9a6972f630 ${SERVER}${format}`;
      const { code, stdout, stderr } = await stackline(line, { program: 'nova', transport });
      assert.deepEqual([code, sent], [5, 2], stderr);
      const said = stderr.split('\n').filter((one) => one.startsWith(`${SERVER}: `));
      assert.match(said[0] ?? '', /It is not known whether the server has done what was asked: look before you repeat/);
      assert.match(said[1] ?? '', /: The services' logs have it under the request id req-[0-9a-f-]{36}\.$/);
      assert.ok(
        said[2]?.endsWith(`: 'nova instance-action-list ${SERVER}' tells what was asked of this server.`),
        stderr,
      );
      assert.doesNotMatch(stderr, /^81db556b/m);
      if (format === '') continue;
      const rows: readonly Record<string, unknown>[] = JSON.parse(stdout);
      assert.deepEqual(
        rows.map(({ Result }) => Result),
        ['accepted', 'not known'],
      );
    }
  });

  it('that was accepted in words that nobody understands ends with 5, and nobody is told to try it again', async () => {
    const cloud = simulate();
    const boot = 'boot --flavor m1.tiny --image cirros-0.3.1-x86_64 web';
    for (const [body, says] of [
      ['{"server":{"id":"7","ad', /cut short/],
      ['<html><body>OK</body></html>', /HTML, not JSON/],
      ['', /nothing, where JSON was expected/],
      ['{}', /holds no server/],
      ['{"server":{}}', /holds no server/],
    ] as const) {
      let sent = 0;
      const transport: Transport = async (request) => {
        if (request.method !== 'POST' || !request.url.endsWith('/servers')) return cloud(request);
        sent += 1;
        return {
          ...response(202),
          body: (async function* () {
            yield Buffer.from(body);
          })(),
        };
      };
      const { code, stderr, stdout } = await stackline(boot, { program: 'nova', transport });
      assert.deepEqual([code, sent, stdout], [5, 1, ''], `${body}: ${stderr}`);
      assert.match(stderr, says);
      assert.match(stderr, /It is not known whether the server has done what was asked: look before you repeat it\./);
      assert.doesNotMatch(stderr, /Try it again/);
    }
  });

  it('of which a proxy has waited in vain for what became of it is said to be in doubt, and so is it in the log', async () => {
    const cloud = simulate();
    for (const [status, result] of [
      [502, 'unknown'],
      [504, 'unknown'],
      [500, 'refused'],
    ] as const) {
      const lines: string[] = [];
      const appendLine = async (_: string, line: string): Promise<void> => void (line !== '' && lines.push(line));
      const transport: Transport = async (request) =>
        request.method !== 'POST' || !request.url.includes('/servers/')
          ? cloud(request)
          : response(status, { error: { message: 'no' } });
      const { code, stderr } = await stackline('rescue monitor --log /l', { program: 'nova', transport, appendLine });
      assert.equal(code, result === 'unknown' ? 5 : 1);
      assert.equal(/It is not known whether/.test(stderr), result === 'unknown', stderr);
      assert.equal(
        /logs have it under the request id req-[0-9a-f-]{36}\.$/m.test(stderr),
        result === 'unknown',
        stderr,
      );
      assert.deepEqual(
        lines.map((line) => JSON.parse(line).result),
        [result],
      );
    }
  });

  it('of several targets, one of which is in doubt and one refused, says so on its line and ends with 5', async () => {
    const REFUSED = '81db556b-8aa5-427d-a95c-2a9a6972f630';
    for (const status of [502, 504]) {
      for (const format of ['', ' -f json']) {
        const cloud = simulate();
        const transport: Transport = async (request) => {
          if (request.method !== 'POST' || !request.url.includes('/servers/')) return cloud(request);
          return response(request.url.includes(SERVER) ? status : 409, { error: { message: 'no' } });
        };
        const { code, stdout, stderr } = await stackline(`stop ${REFUSED} ${SERVER}${format}`, {
          program: 'nova',
          transport,
        });
        assert.equal(code, 5, stderr);
        const said = stderr.split('\n').filter((one) => one.startsWith(`${SERVER}: `));
        assert.match(said[0] ?? '', /: It is not known whether the server has done what was asked/);
        assert.match(said[1] ?? '', /: The services' logs have it under the request id req-[0-9a-f-]{36}\.$/);
        assert.match(said[2] ?? '', /: 'nova instance-action-list /);
        assert.doesNotMatch(stderr, new RegExp(`^${REFUSED}`, 'm'));
        if (format === '') continue;
        const rows: readonly Record<string, unknown>[] = JSON.parse(stdout);
        assert.deepEqual(
          rows.map(({ Result }) => Result),
          ['failed', 'not known'],
        );
      }
    }
  });

  it('of the servers of a host, one of which is in doubt, says of which, and ends with 5', async () => {
    for (const status of [504, 409]) {
      const cloud = simulate();
      let sent = 0;
      let first = '';
      const transport: Transport = async (request) => {
        if (request.method !== 'POST' || !request.url.endsWith('/action')) return cloud(request);
        sent += 1;
        if (sent > 1) return cloud(request);
        first = /\/servers\/([^/]+)/.exec(request.url)?.[1] ?? '';
        return response(status, { error: { message: 'no' } });
      };
      const { code, stdout, stderr } = await stackline('host-servers-migrate c01', { program: 'nova', transport });
      assert.match(stdout, /\| False +\| Error while migrating instance: no \(HTTP \d+\)/);
      assert.ok(sent > 1, stdout);
      assert.deepEqual(
        [code, stderr.startsWith(`${first}: It is not known whether`)],
        status === 504 ? [5, true] : [0, false],
      );
    }
  });

  it('of several requests that fails in the middle tells what was done before', async () => {
    const cloud = simulate();
    const transport: Transport = async (request) =>
      request.method === 'POST' && request.url.endsWith('/OS-KSADM/roles')
        ? response(409, { error: { code: 409, message: 'It is there.' } })
        : cloud(request);
    const { code, stderr } = await stackline('bootstrap --pass canary --tenant-name other', {
      program: 'keystone',
      transport,
    });
    assert.equal(code, 1);
    assert.match(stderr, /It is there\./);
    const lines = stderr.split('\n').filter((line) => line.startsWith('Done before that: '));
    assert.equal(lines.length, 1, stderr);
    assert.match(lines[0] ?? '', /^Done before that: POST http:\/\/\S+\/tenants$/);
    const whole = await stackline('bootstrap --pass canary --tenant-name other --role-name other --user-name other', {
      program: 'keystone',
      transport: simulate(),
    });
    assert.deepEqual([whole.code, whole.stderr], [0, '']);
  });

  it('to a server that nobody reaches was not sent, and is no matter of doubt', async () => {
    const cloud = simulate();
    const transport: Transport = async (request) => {
      if (request.method !== 'POST' || !request.url.includes('/servers/')) return cloud(request);
      const at = { url: request.url, safe: true, started: false, received: 0, announced: undefined, readTimeout: 1000 };
      throw exchangeFailure(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), at);
    };
    const { code, stderr } = await stackline('stop monitor --retries 0', { program: 'nova', transport });
    assert.equal(code, 1);
    assert.doesNotMatch(stderr, /not known/);
  });
});
