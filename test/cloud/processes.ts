/** Starts clients as a person at a bare machine would: nothing in the environment but what the case says. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Env = Readonly<Record<string, string | undefined>>;

export interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
export const program: readonly string[] = [process.execPath, join(root, 'bin', 'stackline.js')];

/** Our program under the name of a classic client, as a link to it has it, beside the homes of a case. */
export function linked(applet: string, directory: string): readonly string[] {
  // No link has this name.
  if (applet === 'glance-v1') return [...program, applet];
  const link = join(directory, applet);
  if (!existsSync(link)) symlinkSync(join(root, 'bin', 'stackline.js'), link);
  return [process.execPath, link];
}

/** Nothing of this machine's environment: a client sees what the case says and no more. */
export const bare: Env = {
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  no_proxy: '127.0.0.1,localhost',
};

/** Runs a program to its end, with nothing on stdin; or with that, and without a terminal anywhere. */
export function run(argv: readonly string[], env: Env, cwd: string, input?: string): Promise<Result> {
  const [file = '', ...args] = argv;
  const defined = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: defined,
      detached: input !== undefined,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // It need not read it.
    child.stdin.on('error', () => undefined).end(input);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString(), code });
    });
  });
}

/** Lends a directory that is gone afterwards. */
export async function withDirectory<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'stackline-case-'));
  try {
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The environment of one run: a home of its own, which is made, so that nothing is remembered from another case. */
export function homely(env: Env, home: string): Env {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const xdg = { XDG_CACHE_HOME: join(home, 'cache'), XDG_CONFIG_HOME: join(home, 'config') };
  return { ...bare, HOME: home, ...xdg, ...env };
}

/** `a 'b c' "d"` to words; only what the cases need of a shell's quoting. */
export function words(line: string): string[] {
  const found = line.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g);
  return [...found].map(([word]) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}
