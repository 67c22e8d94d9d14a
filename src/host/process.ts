import { existsSync, fstatSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure, Quiet } from '../core/errors.js';
import { exitCodes } from '../core/exit-codes.js';
import type { TlsMemory } from '../http/connection-settings.js';
import type { HttpRequest } from '../http/transport.js';
import { cacheDirectory, configDirectory } from '../storage/directories.js';
import type { ProcessInfo } from '../storage/holder.js';
import { userConfigFile } from '../storage/user-config-file.js';
import type { Files, Host, Input, Network, Sandbox, Sink, Storage } from './host.js';

/** What a file of ours may end in: its name without that is the program's. */
const ENDINGS = ['.js', '.cjs', '.mjs'];

/** Milliseconds that a program may take to print a password: somebody may have to unlock a key for it. */
const PROGRAM_LIMIT = 120_000;

/** The host of this process. */
export function realHost(): Host & { exit(code: number): never } {
  // A shell script sees the same code whether the handler or the signal itself ended us.
  process.on('SIGINT', () => process.exit(exitCodes.interrupted));
  // What main cannot catch, such as an error in an event of a socket: a bug, reported as main reports one.
  process.on('uncaughtException', (error: unknown) => {
    const isDebug = process.argv.includes('--debug') && error instanceof Error;
    const said = isDebug ? `${error.stack}\n` : `Something unexpected happened: ${String(error)}\n`;
    try {
      writeSync(2, said);
    } finally {
      process.exit(exitCodes.failed);
    }
  });
  const [, path = 'stackline', ...argv] = process.argv;
  return {
    program: basename(path, ENDINGS.find((end) => path.endsWith(end)) ?? ''),
    argv,
    hideArguments: () => {
      process.title = basename(path);
    },
    env: process.env,
    stdin,
    stdout: sink(1, () => process.stdout),
    stderr: sink(2, () => process.stderr),
    network,
    sandbox,
    files,
    storage,
    now: Date.now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    every,
    untilEnd,
    openPager: async (command) => (await import('./pager.js')).openPager(command, process),
    runProgram: async (words) => (await import('./run-program.js')).runProgram(words, PROGRAM_LIMIT, process),
    lendTerminal: async (words) => (await import('./lend-terminal.js')).lendTerminal(words, process),
    nextProgram: async (name) => (await import('./next-program.js')).nextProgram(path, name, process.env, process),
    watch: async (limit) => (await import('./watchdog.js')).startWatchdog(limit, process),
    exit: (code) => process.exit(code),
  };
}

const stdin: Input = {
  isTTY: () => isTerminal(0),
  readLine: async () => (await import('./read-line.js')).readLine(process.stdin),
  askPassword: async (question) => (await import('./prompt.js')).askPassword(question),
};

const network: Network = {
  connect: async ({ keepTickets, ...options }) => {
    const [{ connect }, tls] = await Promise.all([
      import('../http/http-transport.js'),
      keepTickets ? tickets(process.env) : undefined,
    ]);
    const transport = connect({ ...options, clock, ...(tls === undefined ? {} : { tls }) });
    // The process ends right after its command, and with it every connection: undici would make errors of each first.
    const close = async () => undefined;
    return Object.assign((request: HttpRequest) => transport(request), { close, streams: transport.streams });
  },
  single: async (url, options) => (await import('../http/single-connection.js')).singleConnection(url, options),
  probe: async () => (await import('./probe.js')).realProbe(process.env),
};

/** Milliseconds, of a clock that nobody sets. */
const clock = (): number => {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
};

const sandbox: Sandbox = {
  simulate: async () => {
    const { simulate, sandboxLogin } = await import('../sandbox/index.js');
    return { transport: simulate(), login: sandboxLogin };
  },
  serve: async (port, compute) => (await import('../sandbox/serve.js')).serve({ port, compute }),
};

const files: Files = {
  cwd: () => {
    try {
      return process.cwd();
    } catch {
      return undefined; // removed behind our back
    }
  },
  reader: async () => {
    const { readTextFile } = await import('./read-file.js');
    return (path) => readTextFile(path, process.geteuid?.());
  },
  replace: async (path) => (await import('../storage/replace-file.js')).replaceFile(path, untilEnd),
  save: async (download) => (await import('../storage/save-download.js')).saveDownload(download, untilEnd),
  placeBelow: async (...where) => (await import('../storage/place-below.js')).placeBelow(...where),
  sumsOf: async (...file) => (await import('../storage/file-sums.js')).sumsOf(...file),
  checked: async function* (...bytes) {
    yield* (await import('../storage/checksum.js')).checked(...bytes);
  },
  create: async (...file) => (await import('../storage/create-file.js')).createFile(...file),
  appendLine: async (path, line) => (await import('../storage/append-line.js')).appendLine(path, line),
  recording: async (path) => (await import('../storage/recording-directory.js')).recordingDirectory(path),
  links: async () => (await import('./links.js')).linksTo(process.argv[1] ?? '', process.env.PATH),
};

const storage: Storage = {
  logins: async () => {
    const { tokenFiles } = await import('../storage/token-files.js');
    const directory = cacheDirectory(process.env);
    return directory === undefined ? undefined : tokenFiles(directory, process.geteuid?.(), processInfo());
  },
  lock: async (name) => {
    const { takeNamedLock } = await import('../storage/named-lock.js');
    return takeNamedLock(name, { ...processInfo(), env: process.env, uid: process.geteuid?.() });
  },
  userConfig: async () => {
    const path = userConfigFile(process.env);
    if (path === undefined || !existsSync(path)) return undefined;
    const [{ readUserConfig }, { readTextFile }] = await Promise.all([
      import('../config/user-config.js'),
      import('./read-file.js'),
    ]);
    const file = readTextFile(path, process.geteuid?.());
    return file === undefined ? undefined : { ...readUserConfig(file.text, path), isTrusted: file.isTrusted };
  },
  saveUserConfig: async (values) => {
    const directory = configDirectory(process.env);
    if (directory === undefined) throw new Failure('There is no home directory, and so no place for settings.');
    const [{ writeUserConfig }, { userConfigSchema }] = await Promise.all([
      import('../storage/write-user-config.js'),
      import('../config/user-config.js'),
    ]);
    return writeUserConfig(directory, process.geteuid?.(), values, userConfigSchema());
  },
};

/** Node's own variables decide whom a connection trusts, too: a ticket is good under the same ones only. */
async function tickets(env: NodeJS.ProcessEnv): Promise<TlsMemory | undefined> {
  const { tlsTickets } = await import('../storage/tls-tickets.js');
  const directory = cacheDirectory(env);
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, SSL_CERT_FILE, SSL_CERT_DIR } = env;
  const trust = [process.version, NODE_EXTRA_CA_CERTS, NODE_OPTIONS, SSL_CERT_FILE, SSL_CERT_DIR];
  return directory === undefined ? undefined : tlsTickets(directory, process.geteuid?.(), Date.now, trust);
}

/** What locks know of this process. */
const processInfo = (): ProcessInfo => ({
  pid: process.pid,
  isAlive,
  now: Date.now,
  atExit: (action) => void process.once('exit', action),
});

/** Undoes something if the process ends before it is done, also by a signal that would end it at once. */
function untilEnd(undo: () => void): () => void {
  const end = () => process.exit(exitCodes.terminated);
  const signals = ['SIGTERM', 'SIGHUP'] as const;
  process.once('exit', undo);
  for (const signal of signals) process.once(signal, end);
  return () => {
    process.off('exit', undo);
    for (const signal of signals) process.off(signal, end);
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM'; // it lives, and is somebody else's
  }
}

function isTerminal(fd: number): boolean {
  try {
    // Loading node:tty costs more than this look, and most output goes to files and pipes.
    return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd);
  } catch {
    return false; // closed, as cron may leave it
  }
}

function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds).unref();
  return () => clearInterval(timer);
}

/**
 * Writes straight to the descriptor: nothing is lost when the process exits, and process.stdout, which costs several
 * milliseconds to make, is needed only for a pipe that is full and does not block.
 */
function sink(fd: 1 | 2, stream: () => NodeJS.WriteStream): Sink {
  return {
    isTTY: () => isTerminal(fd),
    // Node keeps them up to date when a terminal is resized.
    columns: () => (isTerminal(fd) ? stream().columns || undefined : undefined),
    rows: () => (isTerminal(fd) ? stream().rows || undefined : undefined),
    write: (text) => {
      let bytes: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text;
      try {
        while (bytes.length > 0) bytes = bytes.subarray(writeSync(fd, bytes));
        return;
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') throw writeFailure(fd, error);
      }
      const rest = bytes;
      return new Promise((resolve, reject) => {
        const out = stream();
        if (out.listenerCount('error') === 0) out.on('error', () => undefined);
        out.write(rest, (error) => (error ? reject(writeFailure(fd, error)) : resolve()));
      });
    },
  };
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

function writeFailure(fd: 1 | 2, error: unknown): Failure | Quiet {
  const code = codeOf(error);
  if (code === 'EPIPE') return new Quiet('brokenPipe');
  const what = fd === 1 ? 'the output' : 'to standard error';
  const why = code === 'ENOSPC' ? 'no space left on device' : code === 'EBADF' ? 'it is closed' : String(code);
  return new Failure(`Cannot write ${what}: ${why}.`, { cause: error });
}
