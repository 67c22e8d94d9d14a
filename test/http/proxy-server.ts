import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, request as httpRequest, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { listen } from './servers.js';

export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
  /** Of the file of the certificate, which is its own CA. */
  readonly path: string;
  remove(): void;
}

/** A certificate for 127.0.0.1 and `cloud.test`, self-signed. */
export function testCertificate(): TestCertificate {
  const directory = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, path] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=localhost'],
      ...['-days', '30', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:cloud.test', '-keyout', key, '-out', path],
    ],
    { stdio: 'pipe' },
  );
  const remove = (): void => rmSync(directory, { recursive: true });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(path, 'utf8'), path, remove };
}

export interface ProxySeen {
  readonly url: string;
  /** What the proxy was asked, first line and credentials. */
  readonly asked: string[];
}

/** A proxy that wants `user:pa ss` if it is told to; every name leads to loopback. */
export async function proxyServer(
  t: TestContext,
  options: { readonly tls?: TestCertificate; readonly auth?: boolean } = {},
): Promise<ProxySeen> {
  const asked: string[] = [];
  const authorization = `Basic ${Buffer.from('user:pa ss').toString('base64')}`;
  const forward: RequestListener = (request, response) => {
    const given = request.headers['proxy-authorization'];
    asked.push(`${request.method} ${request.url} ${given === undefined ? '-' : 'authorized'}`);
    if (options.auth && given !== authorization) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
      return;
    }
    const { 'proxy-authorization': _own, ...headers } = request.headers;
    const { port, pathname, search } = new URL(request.url ?? '');
    request.pipe(
      httpRequest(
        { host: '127.0.0.1', port, path: pathname + search, method: request.method, headers },
        (answer) => void answer.pipe(response.writeHead(answer.statusCode ?? 0, answer.headers)),
      ),
    );
  };
  const server = options.tls
    ? createHttpsServer({ key: options.tls.key, cert: options.tls.cert }, forward)
    : createHttpServer(forward);
  server.on('tlsClientError', () => {});
  server.on('connect', (request, socket) => {
    socket.on('error', () => {});
    const given = request.headers['proxy-authorization'];
    asked.push(`CONNECT ${request.url} ${given === undefined ? '-' : 'authorized'}`);
    if (options.auth && given !== authorization) return void socket.end('HTTP/1.1 407 No\r\n\r\n');
    const behind = connectTcp(Number(request.url?.split(':').pop()), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\nVia: test\r\n\r\n');
      behind.pipe(socket).pipe(behind);
    });
    behind.on('error', () => void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    socket.on('close', () => behind.destroy());
  });
  return { url: `${options.tls ? 'https' : 'http'}://${await listen(t, server)}`, asked };
}
