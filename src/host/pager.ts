import { type ChildProcess, spawn } from 'node:child_process';

/** A program that shows text screen by screen. */
export interface Pager {
  /** Gives it more; false once it has ended. */
  write(text: string | Uint8Array): Promise<boolean>;
  /** There is no more; resolves when the person has left it. False: it could not be started, and has shown nothing. */
  end(): Promise<boolean>;
}

/** What a shell says of a program that is not there, or is none. */
const NOT_STARTED = [126, 127];

/**
 * Starts a pager on our terminal. Ctrl-C is its own affair until it has ended: less stops reading then, and goes on.
 *
 * @param command a line for the user's shell, as `PAGER` has it; left out: less, which shows what fits on one screen
 *   and ends (`-F`), passes colours (`-R`) and leaves the text on the screen (`-X`)
 * @param self this process
 */
export function openPager(command: string | undefined, self: NodeJS.Process): Pager {
  const child: ChildProcess =
    command === undefined
      ? spawn('less', ['-FRX'], { stdio: ['pipe', 'inherit', 'inherit'] })
      : spawn(command, { stdio: ['pipe', 'inherit', 'inherit'], shell: true });
  const others = self.listeners('SIGINT');
  self.removeAllListeners('SIGINT');
  const ignore = (): void => undefined;
  self.on('SIGINT', ignore);
  let isOver = false;
  const ended = new Promise<boolean>((resolve) => {
    const over = (isStarted: boolean): void => {
      if (isOver) return;
      isOver = true;
      self.off('SIGINT', ignore);
      for (const other of others) self.on('SIGINT', other as NodeJS.SignalsListener);
      resolve(isStarted);
    };
    child.on('error', () => over(false));
    child.on('exit', (code) => over(code === null || !NOT_STARTED.includes(code)));
  });
  // It may leave whenever it wants.
  child.stdin?.on('error', () => undefined);
  return {
    write: (text) => {
      if (isOver) return Promise.resolve(false);
      const taken = new Promise<boolean>((resolve) => {
        child.stdin?.write(text, (error) => resolve((error ?? undefined) === undefined));
      });
      return Promise.race([taken, ended.then(() => false)]);
    },
    end: () => {
      child.stdin?.end();
      return ended;
    },
  };
}
