import { spawn } from 'node:child_process';

/** How another program ended. */
export interface ProgramEnd {
  readonly stdout: string;
  /** Undefined: it could not be started, or was ended by a signal. */
  readonly code: number | undefined;
  /** Why it could not be started, or what ended it. */
  readonly reason?: string;
}

/** Bytes of output that are kept. */
const LARGEST = 64 * 1024;

/**
 * Runs a program without a shell, on our terminal, and gives what it prints. It is ended when it takes longer than the
 * limit.
 *
 * @param limit in milliseconds
 */
export function runProgram(words: readonly string[], limit: number): Promise<ProgramEnd> {
  const [program = '', ...args] = words;
  return new Promise((resolve) => {
    let size = 0;
    const chunks: Buffer[] = [];
    const child = spawn(program, args, { stdio: ['inherit', 'pipe', 'inherit'], timeout: limit });
    const text = (): string => Buffer.concat(chunks).toString('utf8');
    child.stdout.on('data', (chunk: Buffer) => {
      if (size < LARGEST) chunks.push(chunk);
      size += chunk.length;
    });
    child.on('error', (error) => {
      const isMissing = 'code' in error && error.code === 'ENOENT';
      resolve({ stdout: '', code: undefined, reason: isMissing ? 'there is no such program' : 'it cannot be run' });
    });
    child.on('close', (code, signal) => {
      const late = signal === 'SIGTERM' ? `it took longer than ${limit / 1000} seconds` : `signal ${signal} ended it`;
      resolve({ stdout: text(), code: code ?? undefined, ...(signal === null ? {} : { reason: late }) });
    });
  });
}
