import { Failure } from '../../src/core/errors.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { main } from '../../src/main.js';
import { simulate } from '../../src/sandbox/index.js';
import type { TokenStore } from '../../src/session/token-cache.js';
import { fakeHost } from './fake-host.js';

/** How a cloud behaves: as it should, refuses connections, or says nothing until it is told to. */
export type Kind = 'good' | 'dead' | 'held';

/** Clouds of clouds.yaml, each an embedded one of its own at `NAME.example.com`, with a password of its own. */
export function manyClouds(
  kinds: Readonly<Record<string, Kind>>,
  change: (name: string) => Transport | undefined = () => undefined,
) {
  const gates = new Map<string, () => void>();
  /** What each cloud was sent, by its name. */
  const sent = new Map<string, HttpRequest[]>();
  const clouds = Object.entries(kinds).map(([name, kind]) => {
    const cloud = change(name) ?? simulate({ publicUrl: `http://${name}.example.com` });
    const opened = kind === 'held' ? new Promise<void>((resolve) => gates.set(name, resolve)) : Promise.resolve();
    const transport: Transport = async (request) => {
      if (kind === 'dead') throw new Failure('Unable to establish connection: Connection refused');
      await opened;
      const { body } = request;
      // The embedded cloud has one password for all.
      const known = body?.replace(`"${passwordOf(name)}"`, '"admin-password"');
      return cloud(known === undefined ? request : { ...request, body: known });
    };
    return [name, transport] as const;
  });
  const transports = new Map(clouds);
  const network: Transport = async (request) => {
    const [name = ''] = new URL(request.url).hostname.split('.');
    sent.set(name, [...(sent.get(name) ?? []), request]);
    const transport = transports.get(name);
    if (transport === undefined) throw new Failure(`nobody is at ${request.url}`);
    return transport(request);
  };
  return { names: Object.keys(kinds), network, sent, release: (name: string) => gates.get(name)?.() };
}

export const passwordOf = (name: string): string => `password-of-${name}`;

interface Given {
  readonly isTTY?: boolean;
  readonly askPassword?: (question: string) => Promise<string | undefined>;
  readonly logins?: TokenStore;
  /** Clouds of which no file says the password. */
  readonly without?: readonly string[];
}

/** Begins a command line; what it has printed so far, and how it ends. */
export function begin(line: string, clouds: ReturnType<typeof manyClouds>, given: Given = {}) {
  const entries = clouds.names.map((name) => {
    const password = given.without?.includes(name) ? '' : `password: ${passwordOf(name)}, `;
    const auth = `auth_url: http://${name}.example.com/identity/v2.0, username: admin, ${password}project_name: admin`;
    return `  ${name}: {auth: {${auth}}, region_name: RegionOne}\n`;
  });
  const text = `clouds:\n${entries.join('')}`;
  const { isTTY = false, askPassword } = given;
  const screen = fakeHost({
    argv: line.split(' '),
    env: { OS_CLIENT_CONFIG_FILE: '/clouds.yaml' },
    isTTY: () => isTTY,
    ...(askPassword === undefined ? {} : { stdin: { askPassword } }),
    network: { connect: async () => Object.assign(clouds.network, { close: async () => undefined }) },
    files: { reader: async () => (path) => (path === '/clouds.yaml' ? { text, isTrusted: true } : undefined) },
    storage: { logins: async () => given.logins },
  });
  return { ...screen, code: main(screen.host) };
}

/** The same to its end. */
export async function end(line: string, clouds: ReturnType<typeof manyClouds>, given: Given = {}) {
  const run = begin(line, clouds, given);
  const code = await run.code;
  return { code, stdout: run.stdout(), stderr: run.stderr() };
}

/** Lets everything go on until something has come; rejects when nothing goes on any more. */
export async function until(isThere: () => boolean): Promise<void> {
  for (let count = 0; count < 100_000; count += 1) {
    if (isThere()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('it never came');
}
