import { UsageError } from '../core/errors.js';
import type { ExitReason } from '../core/exit-codes.js';
import type { Host, Sink } from '../host/host.js';
import { formats } from '../output/renderer.js';

/** The standard output, by the names that it has for programs that write files. */
const STANDARD_OUTPUT = ['-', '/dev/stdout', '/dev/fd/1'];

/**
 * Runs with what goes to standard output in a file, which is replaced once all of it is there (`-o`). Where the run fails
 * before that, or has only a part of what was asked for, the file stays as it was, and standard error says so. Nothing is
 * asked of a server where the file cannot be written.
 *
 * @throws UsageError for what looks like a format; Failure when the file cannot be written
 */
export async function toFile(host: Host, path: string, run: (host: Host) => Promise<ExitReason>): Promise<ExitReason> {
  if (STANDARD_OUTPUT.includes(path)) return run(host);
  checkName(path);
  const file = await host.files.replace(path);
  // A run whose time is over does not get beyond this, and leaves no file.
  const inTime = (): void | Promise<void> => host.stdout.write('');
  const stdout: Sink = { isTTY: () => false, write: (text) => file.write(text) };
  const keep = async (): Promise<void> => {
    file.discard();
    await host.stderr.write(`${path} is left as it was.\n`);
  };
  let exitReason: ExitReason;
  try {
    exitReason = await run({ ...host, stdout });
  } catch (error) {
    const { saidWithAllRows } = await import('../output/outcomes.js');
    if (!(error instanceof Error && saidWithAllRows.has(error))) {
      await keep();
      throw error;
    }
    await inTime();
    file.commit();
    throw error;
  }
  if (exitReason === 'incomplete') await keep();
  else {
    await inTime();
    file.commit();
  }
  return exitReason;
}

/** `-o json` is what other programs call `-f json`. */
function checkName(path: string): void {
  if (path === '') throw new UsageError("argument -o/--output: the file's name is empty");
  if (path === 'wide') throw misread(path, '--wide');
  if (!(formats as readonly string[]).includes(path)) return;
  throw misread(path, `-f ${path}`);
}

const misread = (path: string, meant: string): UsageError =>
  new UsageError(`-o names a file, which would be ./${path}. Did you mean '${meant}'?`, {
    wrong: { words: ['-o', path], place: { program: 'stackline', meant: [meant] }, isSlip: true },
  });
