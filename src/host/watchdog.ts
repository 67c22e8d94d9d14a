/** The last resort of `--deadline`: nothing that runs in this process, or that it waits for, outlives it. */
import { Worker } from 'node:worker_threads';

/** Milliseconds after the deadline in which the run may end by itself. */
const GRACE = 3000;

/**
 * Ends this process by SIGKILL some seconds after the deadline, from a thread of its own: while this one computes, none of
 * its timers come. Its message is written without blocking: a pipe that nobody reads cannot hold it up.
 *
 * @param limit milliseconds from now
 * @param self this process
 */
export function startWatchdog(limit: number, self: NodeJS.Process): void {
  const workerData = {
    limit,
    grace: GRACE,
    pid: self.pid,
    text: `Timed out after ${limit / 1000} s (--deadline)\n`,
  };
  // Node makes streams of both, and a pipe that is a stream does not block: a full one does not hold up our own timers.
  void [self.stdout, self.stderr];
  new Worker(WATCH, { eval: true, workerData }).unref();
}

const WATCH = `
const fs = require('node:fs');
const { limit, grace, pid, text } = require('node:worker_threads').workerData;
// A process that was stopped until both are over has its grace too.
setTimeout(() => setTimeout(() => {
  try {
    const { O_WRONLY, O_APPEND, O_NONBLOCK } = fs.constants;
    fs.writeSync(fs.openSync('/proc/self/fd/2', O_WRONLY | O_APPEND | O_NONBLOCK), text);
  } catch {}
  require('node:process').kill(pid, 'SIGKILL');
}, grace), limit);
`;
