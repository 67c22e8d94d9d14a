import assert from 'node:assert/strict';
import { createServer as createHttpsServer } from 'node:https';
import { connect as connectTcp } from 'node:net';
import { after, before, describe, it, type TestContext } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import type { TransportOptions } from '../../src/http/http-transport.js';
import { type Environment, proxyFor } from '../../src/http/proxy.js';
import { proxyServer, type TestCertificate, testCertificate } from './proxy-server.js';
import { get, getText, http, listen, network, raw } from './servers.js';

const chosen = (url: string, env: Environment): string | undefined => proxyFor(new URL(url), env)?.shown;

describe('which proxy', () => {
  it('is that of the scheme, else the one for all; lower case wins', () => {
    const env = { http_proxy: 'http://one:3128', HTTPS_PROXY: 'two:8080', ALL_PROXY: 'https://three' };
    assert.equal(chosen('http://cloud:5000/v3', env), 'http://one:3128');
    assert.equal(chosen('https://cloud:5000/v3', env), 'http://two:8080');
    assert.equal(chosen('https://cloud/', { https_proxy: '', all_proxy: 'https://three' }), 'https://three');
    assert.equal(chosen('http://cloud/', { http_proxy: 'low', HTTP_PROXY: 'high' }), 'http://low');
    assert.equal(chosen('http://cloud/', { https_proxy: 'two' }), undefined);
  });

  it('is none where the variable in lower case is there and empty, whatever that in upper case says', () => {
    for (const empty of ['', ' ']) {
      assert.equal(chosen('http://cloud/', { http_proxy: empty, HTTP_PROXY: 'high' }), undefined);
      assert.equal(chosen('https://cloud/', { https_proxy: empty, HTTPS_PROXY: 'high' }), undefined);
      assert.equal(chosen('http://cloud/', { all_proxy: empty, ALL_PROXY: 'high' }), undefined);
      assert.equal(chosen('http://cloud/', { http_proxy: 'low', HTTP_PROXY: empty }), 'http://low');
    }
    assert.equal(chosen('http://cloud/', { http_proxy: '', HTTP_PROXY: 'high', ALL_PROXY: 'all' }), 'http://all');
    assert.equal(chosen('http://cloud/', { HTTP_PROXY: 'high', no_proxy: '', NO_PROXY: 'cloud' }), undefined);
  });

  it('is none that a client of a CGI script may have named', () => {
    assert.equal(chosen('http://cloud/', { HTTP_PROXY: 'evil', REQUEST_METHOD: 'GET' }), undefined);
    assert.equal(chosen('https://cloud/', { HTTPS_PROXY: 'good', REQUEST_METHOD: 'GET' }), 'http://good');
    assert.equal(chosen('http://cloud/', { http_proxy: 'good', REQUEST_METHOD: 'GET' }), 'http://good');
  });

  it('is none for the hosts that NO_PROXY names', () => {
    const through = (url: string, list: string): boolean =>
      chosen(url, { http_proxy: 'p', https_proxy: 'p', no_proxy: list }) !== undefined;
    const cases: readonly (readonly [string, string, boolean])[] = [
      ['http://cloud.example.com/', '*', false],
      ['http://cloud.example.com/', 'example.com', false],
      ['http://cloud.example.com/', '.example.com', false],
      ['http://cloud.example.com/', '*.example.com', false],
      ['http://cloud.example.com/', 'one, EXAMPLE.COM', false],
      ['http://cloud.example.com./', 'example.com', false],
      ['http://cloud.example.com/', 'one two cloud.example.com', false],
      ['http://cloud.example.com:5000/', 'example.com:5000', false],
      ['https://cloud.example.com/', 'example.com:443', false],
      ['http://cloud.example.com:5000/', 'example.com:8774', true],
      ['http://badexample.com/', 'example.com', true],
      ['http://example.com.evil.org/', 'example.com', true],
      ['http://cloud.example.com/', '', true],
      ['http://cloud.example.com/', ' , .,', true],
      ['http://10.1.2.3/', '10.0.0.0/8', false],
      ['http://10.1.2.3/', '10.1.2.3', false],
      ['http://10.1.2.3:5000/', '10.1.2.3:5000', false],
      ['http://10.1.2.3/', '2.3', true],
      ['http://11.1.2.3/', '10.0.0.0/8', true],
      ['http://10.1.2.3/', '10.0.0.0/99', true],
      ['http://10.example.com/', '10.0.0.0/8', true],
      ['http://[2001:db8::1]:5000/', '2001:db8::/32', false],
      ['http://[2001:db8::1]:5000/', '2001:0db8:0::1', false],
      ['http://[2001:db8::1]:5000/', '[2001:db8::1]:5000', false],
      ['http://[2001:db8::1]:5000/', '[2001:db8::1]:80', true],
      ['http://[2001:db9::1]/', '2001:db8::/32', true],
    ];
    for (const [url, list, expected] of cases) assert.equal(through(url, list), expected, `${url} NO_PROXY=${list}`);
  });

  it('is refused with the name of the variable, not with what it holds', () => {
    const refusal = (value: string): string => {
      try {
        chosen('https://cloud/', { https_proxy: value });
      } catch (error) {
        assert.ok(error instanceof Failure);
        return error.message;
      }
      return '';
    };
    assert.equal(refusal('http://user:hunter22@:bad'), 'https_proxy holds no URL of a proxy');
    assert.match(refusal('socks5://user:hunter22@host:1080'), /^https_proxy names a proxy of a kind .*: socks5:\/\/$/);
    assert.match(refusal('http://user:hunter%zz@host'), /^The user or the password in https_proxy has a %/);
  });
});

let certificate: TestCertificate;
before(() => {
  certificate = testCertificate();
});
after(() => certificate.remove());

function through(t: TestContext, env: Environment, options: TransportOptions = {}) {
  return network(t, { ...options, proxy: (url) => proxyFor(url, env) });
}

async function secureCloud(t: TestContext): Promise<string> {
  const server = createHttpsServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    response.end(`${request.url} ${request.headers['proxy-authorization'] ?? 'no credentials'}`);
  });
  server.on('tlsClientError', () => {});
  return (await listen(t, server)).replace('127.0.0.1', 'cloud.test');
}

const failureOf = async (promise: Promise<unknown>): Promise<Failure> => {
  const error = await promise.then(
    () => assert.fail('nothing went wrong'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Failure, String(error));
  return error;
};

describe('through a proxy', () => {
  it('http: the proxy gets the whole URL, and the server what it would have got without', async (t) => {
    const cloud = await http(t, (request, response) => response.end(`${request.url} ${request.headers.host}`));
    const { url, asked } = await proxyServer(t);
    const direct = await getText(network(t), `${cloud}/v3?a=b`);
    const transport = through(t, { http_proxy: url });
    assert.equal(await getText(transport, `${cloud}/v3?a=b`), direct);
    assert.equal(await getText(transport, `${cloud}/v3?a=b`), direct);
    assert.deepEqual(asked, [`GET ${cloud}/v3?a=b -`, `GET ${cloud}/v3?a=b -`]);
  });

  it('http: with a user, whose name the server does not see; without, the answer is the proxy’s 407', async (t) => {
    const cloud = await http(t, (request, response) =>
      response.end(String(request.headers['proxy-authorization'] ?? 'no credentials')),
    );
    const { url } = await proxyServer(t, { auth: true });
    const env = { http_proxy: url.replace('//', '//user:pa%20ss@') };
    assert.equal(await getText(through(t, env), `${cloud}/v3`), 'no credentials');
    assert.equal((await get(through(t, { http_proxy: url }), `${cloud}/v3`)).status, 407);
  });

  it('https: by CONNECT, with the server’s own certificate checked for its own name', async (t) => {
    const cloud = await secureCloud(t);
    const { url, asked } = await proxyServer(t);
    const transport = through(t, { https_proxy: url }, { cacert: certificate.path });
    assert.equal(await getText(transport, `https://${cloud}/v3`), '/v3 no credentials');
    assert.deepEqual(asked, [`CONNECT ${cloud} -`]);
    const other = await failureOf(get(transport, `https://${cloud.replace('cloud.test', 'other.test')}/v3`));
    assert.match(other.message, /it is not for 'other\.test', but for 127\.0\.0\.1, cloud\.test/);
    const untrusted = await failureOf(get(through(t, { https_proxy: url }), `https://${cloud}/v3`));
    assert.match(untrusted.message, /^SSL exception connecting to https:\/\/cloud\.test.*self-signed/);
  });

  it('https: with a user, through a proxy that speaks TLS itself', async (t) => {
    const cloud = await secureCloud(t);
    const { url, asked } = await proxyServer(t, { tls: certificate, auth: true });
    const env = { https_proxy: url.replace('//', '//user:pa%20ss@') };
    const transport = through(t, env, { cacert: certificate.path });
    assert.equal(await getText(transport, `https://${cloud}/v3`), '/v3 no credentials');
    assert.deepEqual(asked, [`CONNECT ${cloud} authorized`]);
    const untrusted = await failureOf(get(through(t, env), `https://${cloud}/v3`));
    assert.match(untrusted.message, /^SSL exception connecting to https:\/\/127\.0\.0\.1.*; it is the proxy/);
  });

  it('https: TLS sessions are resumed as without one', async (t) => {
    const cloud = await secureCloud(t);
    const { url } = await proxyServer(t);
    const kept = new Map<string, Buffer>();
    const tls = {
      get: (key: string) => kept.get(key),
      set: (key: string, ticket: Buffer) => void kept.set(key, ticket),
    };
    for (let run = 0; run < 2; run += 1) {
      const transport = through(t, { https_proxy: url }, { cacert: certificate.path, tls });
      assert.equal(await getText(transport, `https://${cloud}/v3`), '/v3 no credentials');
    }
    assert.equal(kept.size, 1);
  });

  it('says what the proxy did, and never its password', async (t) => {
    const dead = 'http://user:hunter22@127.0.0.1:9';
    const said: string[] = [];
    const fail = async (env: Environment, url: string, options?: TransportOptions): Promise<string> => {
      const { message, hint, stack } = await failureOf(get(through(t, env, options), url));
      said.push(`${message}${hint}${stack}`);
      return message.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST');
    };
    const where = 'Unable to establish connection to https://cloud.test/v3: ';
    assert.equal(
      await fail({ HTTPS_PROXY: dead }, 'https://cloud.test/v3'),
      `${where}through the proxy http://HOST (HTTPS_PROXY): Connection refused`,
    );
    assert.match(
      await fail({ http_proxy: dead }, 'http://cloud.test/v3'),
      /through the proxy http:\/\/HOST \(http_proxy\)/,
    );
    const strict = await proxyServer(t, { auth: true });
    assert.equal(
      await fail({ https_proxy: strict.url.replace('//', '//user:hunter22@') }, 'https://cloud.test/v3'),
      `${where}the proxy http://HOST (https_proxy) refuses: it wants a user and a password (HTTP 407)`,
    );
    const open = await proxyServer(t);
    assert.equal(
      await fail({ https_proxy: open.url }, 'https://cloud.test:9/v3'),
      'Unable to establish connection to https://cloud.test:9/v3: ' +
        'the proxy http://HOST (https_proxy) refuses: it answers HTTP 502',
    );
    const garbage = await raw(t, (socket) => void socket.end('220 smtp ready\r\n\r\n'));
    assert.match(await fail({ https_proxy: garbage }, 'https://cloud.test/v3'), /refuses: it does not answer in HTTP$/);
    const endless = await raw(t, (socket) => void socket.write('x'.repeat(40_000)));
    assert.match(await fail({ https_proxy: endless }, 'https://cloud.test/v3'), /it does not answer in HTTP$/);
    const half = await raw(t, (socket) => void socket.end('HTTP/1.1 200 OK\r\nVia: te'));
    assert.match(
      await fail({ https_proxy: half }, 'https://cloud.test/v3'),
      /through the proxy .*: Connection reset by peer$/,
    );
    const cut = await raw(t, (socket) => socket.destroy());
    assert.match(
      await fail({ https_proxy: cut }, 'https://cloud.test/v3'),
      /through the proxy .*: Connection reset by peer$/,
    );
    const mute = await raw(t, () => {});
    assert.match(
      await fail({ https_proxy: mute }, 'https://cloud.test/v3', { connectTimeout: 50 }),
      /timed out: no connection within 0\.05 seconds$/,
    );
    assert.doesNotMatch(said.join('\n'), /hunter22/);
  });

  it('https: whatever else stands in the answer to CONNECT, and in however many pieces it comes', async (t) => {
    const cloud = await secureCloud(t);
    const port = Number(cloud.split(':')[1]);
    const heads = [
      'HTTP/1.0 200 Connection established\r\n\r\n',
      'HTTP/1.1 200\n\n',
      'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
      // Lengths mean nothing here (RFC 9110, 9.3.6).
      'HTTP/1.1 200 OK\r\nContent-Length: 99\r\nX-Long: a\r\n b\r\n\r\n',
      'HTTP/1.1 204 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
    ];
    for (const head of heads) {
      const url = await raw(t, (socket) => {
        socket.removeAllListeners('data');
        const behind = connectTcp(port, '127.0.0.1', async () => {
          for (const byte of head) {
            socket.write(byte);
            await new Promise((resolve) => setImmediate(resolve));
          }
          behind.pipe(socket).pipe(behind);
        });
        behind.on('error', () => {});
        socket.on('close', () => behind.destroy());
      });
      const transport = through(t, { https_proxy: url }, { cacert: certificate.path });
      assert.equal(await getText(transport, `https://${cloud}/v3`), '/v3 no credentials', head);
    }
  });

  it('https: what comes right behind the answer to CONNECT is the first of the server, and not the proxy’s', async (t) => {
    const url = await raw(t, (socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\nSSH-2.0-OpenSSH_9.2\r\n'));
    const failure = await failureOf(get(through(t, { https_proxy: url }), 'https://cloud.test/v3'));
    assert.match(
      failure.message,
      /^SSL exception connecting to https:\/\/cloud\.test\/v3: this port does not speak TLS$/,
    );
  });
});
