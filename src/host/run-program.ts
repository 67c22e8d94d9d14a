import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { waitFor } from '../lib/waiting.js';

/** How another program ended. */
export interface ProgramEnd {
  readonly stdout: string;
  /** Undefined: it could not be started, or was ended by a signal. */
  readonly code: number | undefined;
  /** Why it could not be started, or what ended it. */
  readonly reason?: string;
}

/** Bytes of output that are taken; a program that prints more is ended. */
const LARGEST = 64 * 1024;

/** Milliseconds from SIGTERM to SIGKILL, and from there until it is not waited for any more. */
const GRACE = 2000;

/**
 * Runs a program without a shell, on our terminal, and gives what it prints. It has ended when it has ended itself, even
 * if what it started still holds its output. When it takes longer than the limit, or prints without end, it is ended by
 * SIGTERM and then by SIGKILL, with all that it started; and with us, when we are ended while it runs.
 *
 * @param limit in milliseconds (`waitFor`)
 * @param self this process: whatever ends it ends the program
 */
export function runProgram(words: readonly string[], limit: number, self: NodeJS.Process): Promise<ProgramEnd> {
  const [program = '', ...args] = words;
  return new Promise((resolve) => {
    let size = 0;
    let ended: string | undefined;
    const chunks: Buffer[] = [];
    // A group of its own has no terminal, on which it may have to ask for something.
    const isGroup = !hasTerminal();
    let child: ChildProcess | undefined;
    const kill = (signal: NodeJS.Signals): void => killAll(self, child?.pid, isGroup, signal);
    const killNow = (): void => kill('SIGKILL');
    const dying = (signal: NodeJS.Signals): void => {
      killNow();
      for (const one of SIGNALS) self.off(one, dying);
      self.kill(self.pid, signal);
    };
    // From before it starts: a signal that comes while it does is met once it has.
    for (const one of SIGNALS) self.on(one, dying);
    self.on('exit', killNow);
    const started = spawn(program, args, { stdio: ['inherit', 'pipe', 'inherit'], detached: isGroup });
    child = started;
    const stopWaiting = waitFor(limit, () => end(`it took longer than ${limit / 1000} seconds`));
    const timers: NodeJS.Timeout[] = [];
    const settle = (result: ProgramEnd): void => {
      stopWaiting();
      for (const timer of timers) clearTimeout(timer);
      for (const one of SIGNALS) self.off(one, dying);
      self.off('exit', killNow);
      started.stdout.destroy();
      resolve(result);
    };
    const end = (why: string): void => {
      if (ended !== undefined) return;
      ended = why;
      kill('SIGTERM');
      timers.push(
        setTimeout(() => {
          killNow();
          // Not even that ends what waits for a disk that is gone.
          timers.push(setTimeout(() => settle({ stdout: '', code: undefined, reason: why }), GRACE));
        }, GRACE),
      );
    };
    started.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST) chunks.push(chunk);
      else end(`it printed more than ${LARGEST / 1024} KiB`);
    });
    started.on('error', (error) => {
      const isMissing = 'code' in error && error.code === 'ENOENT';
      settle({ stdout: '', code: undefined, reason: isMissing ? 'there is no such program' : 'it cannot be run' });
    });
    started.on('exit', (code, signal) => {
      if (ended !== undefined) {
        // What it started does not have to heed the signal that it heeded.
        killNow();
        settle({ stdout: '', code: undefined, reason: ended });
        return;
      }
      afterReading(() => {
        const reason = ended ?? (signal === null ? undefined : `signal ${signal} ended it`);
        const stdout = Buffer.concat(chunks).toString('utf8');
        settle({ stdout, code: code ?? undefined, ...(reason === undefined ? {} : { reason }) });
      });
    });
  });
}

/** Without a handler, these end a process at once; SIGINT has one, which exits. */
const SIGNALS = ['SIGTERM', 'SIGHUP'] as const;

/** When all has been read that had been written by now: each turn reads what there is. */
function afterReading(then: () => void): void {
  setImmediate(() => setImmediate(() => setImmediate(then)));
}

/** Can something be asked at the terminal? */
export function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}

function killAll(self: NodeJS.Process, pid: number | undefined, isGroup: boolean, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  for (const one of isGroup ? [-pid] : [...descendants(pid), pid]) {
    try {
      self.kill(one, signal);
    } catch {
      // It has ended.
    }
  }
}

/** The processes that a process started, and those that they started (proc(5)); none where the system does not tell. */
function descendants(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  try {
    for (const name of readdirSync('/proc')) {
      const parent = /^\d+$/.test(name) ? parentOf(name) : undefined;
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    }
  } catch {
    return [];
  }
  const found: number[] = [...(children.get(pid) ?? [])];
  // What is found is appended to while it is gone through.
  for (const one of found) found.push(...(children.get(one) ?? []));
  return found;
}

function parentOf(name: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined; // it has ended meanwhile
  }
}
