/** Who holds a lock, and whether that process still lives. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isRecord } from '../lib/read.js';

/** A process, so that another one can tell whether it still lives. What the system does not say is an empty text. */
export interface Holder {
  /** Another one for each time that a lock is taken: a few digits and small letters. */
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970 at which the lock was taken. */
  readonly since: number;
  /** The boot of its system (random(4): boot_id). */
  readonly boot: string;
  /** The namespace in which it has its number (pid_namespaces(7)): each container may have one. */
  readonly namespace: string;
  /** When it began, in ticks of the system's clock since the boot. */
  readonly start: string;
}

/** What a lock needs to know of this process and its system. */
export interface ProcessInfo {
  readonly pid: number;
  /** Is there a process of this number, be it somebody else's? */
  readonly isAlive: (pid: number) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs it when this process ends, unless it is killed. */
  readonly atExit?: (action: () => void) => void;
  /** Waits so many milliseconds; a clock of its own if left out. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** Where the system tells of processes (proc(5)); /proc if left out. */
  readonly proc?: string;
}

/** `stopped`: it lives, but does nothing until it is continued. `elsewhere`: only its own system knows. */
export type State = 'lives' | 'stopped' | 'dead' | 'elsewhere';

/** This process as a holder. */
export function thisHolder({ pid, now, proc = '/proc' }: ProcessInfo): Holder {
  const id = Math.random().toString(36).slice(2);
  const boot = attempt(() => readFileSync(join(proc, 'sys/kernel/random/boot_id'), 'latin1').trim());
  const namespace = attempt(() => readlinkSync(join(proc, 'self/ns/pid')));
  return { id, pid, host: hostname(), since: now(), boot, namespace, start: statOf(pid, proc)?.start ?? '' };
}

/** What has become of a holder, as far as `own`, this process, can tell. */
export function stateOf(holder: Holder, own: Holder, { isAlive, proc = '/proc' }: ProcessInfo): State {
  const { host, boot, namespace, pid, start } = holder;
  if (host !== own.host) return 'elsewhere';
  // The machine has been started again since.
  if (boot !== '' && own.boot !== '' && boot !== own.boot) return 'dead';
  if (namespace !== own.namespace) return 'elsewhere';
  if (!isAlive(pid)) return 'dead';
  const stat = statOf(pid, proc);
  if (stat === undefined) return 'lives';
  // Another process has its number now; or it has ended, and nobody has taken notice yet.
  if ((start !== '' && stat.start !== start) || /[ZX]/.test(stat.state)) return 'dead';
  return /[Tt]/.test(stat.state) ? 'stopped' : 'lives';
}

/** A holder from the text of its file; undefined when it is not whole. */
export function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    const { id, pid, host, since, boot, namespace, start } = value;
    if (typeof id !== 'string' || !/^[0-9a-z]{1,20}$/.test(id) || typeof host !== 'string') return undefined;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid < 1 || typeof since !== 'number') return undefined;
    if (typeof boot !== 'string' || typeof namespace !== 'string' || typeof start !== 'string') return undefined;
    return { id, pid, host, since, boot, namespace, start };
  } catch {
    return undefined;
  }
}

/** The third field of /proc/PID/stat, and the 22nd; undefined where there is no such file. */
function statOf(pid: number, proc: string): { readonly state: string; readonly start: string } | undefined {
  const stat = attempt(() => readFileSync(join(proc, `${pid}/stat`), 'latin1'));
  // The second field is the program's name, which may hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, start] = [fields[0], fields[19]];
  return state === undefined || start === undefined ? undefined : { state, start };
}

function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
