/** What a client sends to a service, written down on the way by a proxy that it is told of as of any other (`http_proxy`). */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Env } from './processes.js';

/** A request that changes something; the path is below the version, with the query sorted. */
export interface Written {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** As in `compute 2.92`; left out: none was asked for. */
  readonly microversion: string | undefined;
}

export interface Recorder {
  /** What leads a client through it. */
  readonly env: Env;
  /** What has been sent since it was asked last; reads are left out. */
  take(): readonly Written[];
  close(): Promise<void>;
}

/** Passes everything on as it is, and remembers what goes to one service. */
export async function recorder(target: string): Promise<Recorder> {
  const service = new URL(target);
  let written: Written[] = [];
  const proxy = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url = '' } = asked;
      const to = new URL(url);
      // A login changes nothing.
      const isRead = ['GET', 'HEAD'].includes(method) || to.pathname.endsWith('/tokens');
      if (!isRead && to.host === service.host) {
        written.push({
          method,
          path: pathOf(to, service.pathname),
          microversion: microversionOf(asked.headers['openstack-api-version']?.toString()),
          body: body.length === 0 ? undefined : JSON.parse(body.toString(), inOrder),
        });
      }
      // A connection of its own: one that is kept may be closed by the service just then.
      const passed = request(to, { method, headers: asked.headers, agent: false }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      passed.on('error', () => answer.destroy());
      passed.end(body);
    });
  });
  // A client that waits a while finds its connection as it was.
  proxy.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    env: { http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, no_proxy: '' },
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

/** The members of an object in one order: Python 2 has none. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function pathOf({ pathname, searchParams }: URL, version: string): string {
  searchParams.sort();
  const query = searchParams.toString();
  return `${decodeURIComponent(pathname).replace(version, '')}${query === '' ? '' : `?${query}`}`;
}

/** 2.1 is what the compute service does where nothing is said. */
function microversionOf(header: string | undefined): string | undefined {
  return header === 'compute 2.1' ? undefined : header;
}
