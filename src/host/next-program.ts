import { spawn } from 'node:child_process';
import { accessSync, constants as fileConstants, realpathSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, delimiter, dirname, isAbsolute, join } from 'node:path';
import { Failure } from '../core/errors.js';
import type { NextProgram } from './host.js';
import { hasTerminal } from './run-program.js';

type Env = Readonly<Record<string, string | undefined>>;

/** The programs that a command line has been handed over to, in their order: none of them gets it twice. */
const HANDED_OVER = 'STACKLINE_HANDED_OVER';

/**
 * The program that PATH has under a name after the one that was called: no link of any kind to us, and none that has
 * handed the same command line to us, as a script of that name may. Directories that PATH names from the current one are
 * passed over.
 *
 * @param own the path by which we were called
 * @param name that of a classic program
 */
export function nextProgram(own: string, name: string, env: Env, self: NodeJS.Process): NextProgram | undefined {
  const file = fileAfter(own, name, env);
  return file === undefined ? undefined : { file, run: (words) => handOver(file, words, env, self) };
}

function fileAfter(own: string, name: string, env: Env): string | undefined {
  const passed = (env[HANDED_OVER] ?? '').split(delimiter);
  // A script of that name may have got it from us, and call us by our own name.
  const last = passed.at(-1) ?? '';
  const called = [own, last].find((file) => basename(file) === name);
  if (called === undefined) return undefined;
  const directories = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  const ours = realPath(dirname(called));
  const at = directories.findIndex((directory) => realPath(directory) === ours);
  const paths = [own, ...passed].map(realPath);
  return directories
    .slice(at + 1)
    .map((directory) => join(directory, name))
    .find((file) => isProgram(file) && !paths.includes(realPath(file)) && !isSameFile(file, own));
}

/** Is it a hard link to the file that we are? */
function isSameFile(file: string, own: string): boolean {
  const [one, other] = [file, own].map((path) => statSync(path, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}

/** Sent by others than the terminal, which tells the program itself. */
const PASSED_ON = ['SIGTERM', 'SIGHUP', 'SIGUSR2'] as const;

/**
 * Runs a program in our place, with our standard input, output and error: signals that are sent to us reach it, and
 * where one ends it, the same one ends us.
 *
 * @returns its exit code
 * @throws Failure when it cannot be started
 */
async function handOver(file: string, args: readonly string[], env: Env, self: NodeJS.Process): Promise<number> {
  const before = env[HANDED_OVER];
  const passed = before === undefined || before === '' ? file : `${before}${delimiter}${file}`;
  const signals = [...PASSED_ON, 'SIGINT', 'SIGQUIT'] as const;
  // A terminal sends these two to both of us.
  const isOurs = hasTerminal();
  const interrupts = self.listeners('SIGINT') as NodeJS.SignalsListener[];
  for (const listener of interrupts) self.off('SIGINT', listener);
  let passOn: NodeJS.SignalsListener = () => undefined;
  const heed: NodeJS.SignalsListener = (signal) => passOn(signal);
  for (const signal of signals) self.on(signal, heed);
  try {
    const end = await new Promise<number | NodeJS.Signals>((resolve, reject) => {
      const child = spawn(file, args, { stdio: 'inherit', env: { ...env, [HANDED_OVER]: passed } });
      passOn = (signal) => {
        if (isOurs && (signal === 'SIGINT' || signal === 'SIGQUIT')) return;
        child.kill(signal);
      };
      child.on('error', (cause) => reject(new Failure(`Unable to run ${file}.`, { cause })));
      child.on('exit', (code, signal) => resolve(signal ?? code ?? 1));
    });
    if (typeof end === 'number') return end;
    self.removeAllListeners(end);
    self.kill(self.pid, end);
    return 128 + constants.signals[end];
  } finally {
    for (const signal of signals) self.off(signal, heed);
    for (const listener of interrupts) self.on('SIGINT', listener);
  }
}

/** Where a path leads; itself where it leads nowhere. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, fileConstants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
