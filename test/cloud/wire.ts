/** What a client sends to a service, written down on the way by a proxy in front of it. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that changes something; the path is below the version, with the query sorted. */
export interface Written {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Recorder {
  /** In the place of the service's URL. */
  readonly url: string;
  /** What has been sent since it was asked last; reads are left out. */
  take(): readonly Written[];
  close(): Promise<void>;
}

/** Stands before a service on this machine, and passes everything on as it is. */
export async function recorder(target: string): Promise<Recorder> {
  const service = new URL(target);
  let written: Written[] = [];
  const proxy = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url = '' } = asked;
      if (!['GET', 'HEAD'].includes(method)) {
        written.push({
          method,
          path: pathOf(url, service.pathname),
          body: body.length === 0 ? undefined : JSON.parse(body.toString()),
        });
      }
      const headers = { ...asked.headers, host: service.host };
      const passed = request({ host: service.hostname, port: service.port, method, path: url, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      passed.on('error', () => answer.destroy());
      passed.end(body);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${service.pathname}`,
    take: () => {
      const taken = written;
      written = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

function pathOf(url: string, version: string): string {
  const { pathname, searchParams } = new URL(url, 'http://service');
  searchParams.sort();
  const query = searchParams.toString();
  return `${decodeURIComponent(pathname).replace(version, '')}${query === '' ? '' : `?${query}`}`;
}
