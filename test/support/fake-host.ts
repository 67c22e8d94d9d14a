import type { Host } from '../../src/host/host.js';

const notHere = (): Promise<never> => Promise.reject(new Error('not in this test'));

const textOf = (written: string | Uint8Array): string => Buffer.from(written as Uint8Array).toString('utf8');

/** What a test gives of a host: of each part only what the test is about. */
type Given = Partial<Omit<Host, Part>> & { readonly [Name in Part]?: Partial<Host[Name]> } & {
  /** For all three streams. */
  readonly isTTY?: () => boolean;
  /** Lines of the terminal. */
  readonly rows?: number | undefined;
  /** How wide the terminal is. */
  readonly columns?: number | undefined;
};
type Part = 'stdin' | 'network' | 'sandbox' | 'files' | 'storage';

/**
 * A host on which nothing is there: no terminal, no files, no kept logins. What a test does not give is refused, or
 * empty where every run asks for it.
 */
export function fakeHost({
  isTTY = () => false,
  rows,
  columns,
  stdin,
  network,
  sandbox,
  files,
  storage,
  ...given
}: Given): {
  readonly host: Host;
  stdout(): string;
  stderr(): string;
} {
  const out: string[] = [];
  const err: string[] = [];
  const host: Host = {
    program: 'stackline',
    argv: [],
    env: {},
    stdin: { isTTY, readLine: notHere, askPassword: notHere, ...stdin },
    stdout: { isTTY, rows: () => rows, columns: () => columns, write: (text) => void out.push(textOf(text)) },
    stderr: { isTTY, write: (text) => void err.push(textOf(text)) },
    network: { connect: notHere, single: notHere, probe: notHere, ...network },
    sandbox: { simulate: notHere, serve: notHere, ...sandbox },
    files: {
      cwd: () => '/here',
      reader: async () => () => undefined,
      create: notHere,
      save: notHere,
      replace: notHere,
      checked: (bytes) => bytes,
      placeBelow: notHere,
      sumsOf: notHere,
      appendLine: notHere,
      recording: notHere,
      links: notHere,
      ...files,
    },
    storage: {
      logins: async () => undefined,
      lock: notHere,
      userConfig: async () => undefined,
      saveUserConfig: notHere,
      ...storage,
    },
    hideArguments: () => undefined,
    now: Date.now,
    sleep: async () => undefined,
    every: () => () => undefined,
    untilEnd: () => () => undefined,
    openPager: notHere,
    runProgram: notHere,
    lendTerminal: notHere,
    nextProgram: async () => undefined,
    watch: async () => undefined,
    ...given,
  };
  return { host, stdout: () => out.join(''), stderr: () => err.join('') };
}
