import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Failure } from '../core/errors.js';

/**
 * Runs a program without a shell of ours, with our standard input, output and error, until it ends. Ctrl-C is the
 * program's meanwhile: the terminal sends it to both, and we wait for what the program makes of it.
 *
 * @returns its exit code; 128 and the number of the signal that ended it, as shells count
 * @throws Failure when it cannot be started
 */
export async function lendTerminal(words: readonly string[], self: NodeJS.Process): Promise<number> {
  const [program = '', ...args] = words;
  const interrupts = self.listeners('SIGINT') as NodeJS.SignalsListener[];
  const wait = (): void => undefined;
  for (const listener of interrupts) self.off('SIGINT', listener);
  self.on('SIGINT', wait);
  try {
    return await new Promise<number>((resolve, reject) => {
      const child = spawn(program, args, { stdio: 'inherit' });
      child.on('error', (cause) => reject(new Failure(`Unable to run ${program}.`, { cause })));
      child.on('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    });
  } finally {
    self.off('SIGINT', wait);
    for (const listener of interrupts) self.on('SIGINT', listener);
  }
}
