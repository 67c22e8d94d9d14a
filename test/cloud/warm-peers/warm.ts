/**
 * Runs Python clients without starting Python each time: half a second of a client's run is its imports. A process for each
 * client has imported it, and forks for each run (warm.py says how); a run with an environment that would have changed what
 * is imported, or how Python starts, starts Python.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bare, type Env, type Result, run } from '../processes.js';

let made: string | undefined;
/** Where the streams are connected, until this process ends. */
function directory(): string {
  if (made !== undefined) return made;
  const path = mkdtempSync(join(tmpdir(), 'stackline-warm-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  made = path;
  return path;
}

const warmPy = fileURLToPath(new URL('warm.py', import.meta.url));

/** What Python itself, its C library or OpenSSL read when they start. */
const readAtStart = /^(PYTHON|LC_|LD_|MALLOC_|OPENSSL_)|^(LANG|LANGUAGE|PATH|TZ)$/;

/** `#!/usr/bin/python3` to that; undefined for anything else than a Python program. */
function interpreterOf(file: string): string | undefined {
  const [line = ''] = readFileSync(file, 'latin1').split('\n', 1);
  return /^#! ?(\S*\/python[\d.]*)$/.exec(line)?.[1];
}

interface Run {
  readonly out: Buffer[];
  readonly err: Buffer[];
  readonly input: string | undefined;
  /** Two streams and the exit. */
  left: number;
  code: number | null;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

type Told =
  | { readonly reads: readonly string[] }
  | { readonly id: number; readonly code: number | null }
  | { readonly id: number; readonly failed: string };

/** One client, kept ready. Ends with this process, however that ends. */
class WarmPeer {
  readonly #child: ChildProcess;
  readonly #runs = new Map<number, Run>();
  readonly #directory = mkdtempSync(join(directory(), 'peer-'));
  /** The variables that decided something while the client was imported. */
  readonly reads: Promise<readonly string[]>;
  #count = 0;

  /** @param start the variables of its environment while it is imported */
  constructor(interpreter: string, script: string, start: Env) {
    const path = join(this.#directory, 'streams');
    const server = createServer({ allowHalfOpen: true }, (socket) => this.#connected(socket));
    server.listen(path).unref();
    this.#child = spawn(interpreter, [warmPy, script, path], {
      env: { ...start, XDG_CACHE_HOME: this.#directory },
      stdio: 'pipe',
    });
    const { stdin, stdout, stderr } = this.#child;
    for (const one of [this.#child, stdin, stdout, stderr] as (Socket | null)[]) one?.unref();
    let said = '';
    this.#child.stderr?.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
    });
    this.reads = new Promise((resolve, reject) => {
      const lost = (why: string): void => {
        const error = new Error(`${interpreter} ${warmPy} ${script}: ${why}\n${said}`);
        reject(error);
        for (const one of this.#runs.values()) one.reject(error);
        this.#runs.clear();
      };
      this.#child.on('error', ({ message }) => lost(message));
      this.#child.on('close', (code, signal) => lost(`ended by ${signal ?? `exit code ${code}`}`));
      this.#child.stdin?.on('error', () => undefined);
      createInterface({ input: this.#child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
        const told: Told = JSON.parse(line);
        if ('reads' in told) resolve(told.reads);
        else this.#told(told);
      });
    });
  }

  run(argv: readonly string[], env: Env, cwd: string, input: string | undefined): Promise<Result> {
    this.#count += 1;
    const id = this.#count;
    return new Promise((resolve, reject) => {
      this.#runs.set(id, { out: [], err: [], input, left: 3, code: null, resolve, reject });
      this.#child.stdin?.write(`${JSON.stringify({ id, argv, env, cwd, session: input !== undefined })}\n`);
    });
  }

  #told(told: Exclude<Told, { readonly reads: unknown }>): void {
    const one = this.#runs.get(told.id);
    if (one === undefined) return;
    if ('failed' in told) {
      this.#runs.delete(told.id);
      one.reject(new Error(told.failed));
      return;
    }
    one.code = told.code;
    this.#ended(told.id, one);
  }

  /** The first line of a connection says which run's and which stream it is. */
  #connected(socket: Socket): void {
    let first = Buffer.alloc(0);
    const read = (chunk: Buffer): void => {
      first = Buffer.concat([first, chunk]);
      const end = first.indexOf('\n');
      if (end < 0) return;
      socket.off('data', read);
      const [id = 0, stream] = first.toString('latin1', 0, end).split(' ').map(Number);
      const one = this.#runs.get(id);
      if (one === undefined) return void socket.destroy();
      socket.on('error', () => undefined);
      if (stream === 0) {
        // It need not read it.
        socket.end(one.input ?? '').resume();
        return;
      }
      const chunks = stream === 1 ? one.out : one.err;
      chunks.push(first.subarray(end + 1));
      socket.on('data', (more: Buffer) => chunks.push(more));
      socket.on('close', () => this.#ended(id, one));
      socket.on('end', () => socket.end());
    };
    socket.on('data', read);
  }

  #ended(id: number, one: Run): void {
    one.left -= 1;
    if (one.left > 0) return;
    this.#runs.delete(id);
    one.resolve({
      stdout: Buffer.concat(one.out).toString(),
      stderr: Buffer.concat(one.err).toString(),
      code: one.code,
    });
  }
}

/**
 * As `run`, for programs whose environment is mostly `start`; what a Python program prints and how it ends is the same, and
 * comes sooner.
 */
export function warmRunner(start: Env): typeof run {
  const peers = new Map<string, WarmPeer>();
  return async (argv, env, cwd, input) => {
    const [file = '', ...args] = argv;
    const differs = (name: string): boolean => env[name] !== start[name];
    const interpreter = interpreterOf(file);
    const names = [...Object.keys(env), ...Object.keys(start)];
    if (interpreter === undefined || names.some((name) => readAtStart.test(name) && differs(name)))
      return run(argv, env, cwd, input);
    const peer = peers.get(file) ?? new WarmPeer(interpreter, file, start);
    peers.set(file, peer);
    // The peers keep nobody from ending; who waits for one does.
    const waits = setInterval(() => undefined, 1 << 30);
    try {
      const reads = await peer.reads;
      if (reads.some((name) => name === '*' || differs(name))) return await run(argv, env, cwd, input);
      return await peer.run(args, env, cwd, input);
    } finally {
      clearInterval(waits);
    }
  };
}

/** Of cases, which have nothing else in their environment than what they say. */
export const runWarm = warmRunner(bare);
