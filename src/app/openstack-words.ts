import { isApplet, isTranslator } from '../cli/applets.js';
import type { Read } from '../cli/openstack/read.js';
import { Failure } from '../core/errors.js';
import type { Host } from '../host/host.js';

/**
 * The run that a command line in the words of `openstack` means, called as the program that has the command. Called by
 * that name ourselves, we hand over what we cannot say (`hand-over.ts`).
 *
 * @returns the exit code of the program that has had it instead; undefined where it is no such line, or where we were
 *   called as a program that has words of its own
 * @throws Failure for what openstack can say and we cannot
 */
export async function inOurWords(host: Host): Promise<Host | number | undefined> {
  const isOther = isTranslator(host.program);
  if (isApplet(host.program) && !isOther) return undefined;
  const read = isOther ? await readOrHandOver(host) : await readLine(host);
  if (read === undefined || typeof read === 'number') return read;
  const { program, verb, words, argv, isHelp } = read;
  if (isHelp) {
    const ours = `${program} ${verb}`;
    const sentence = `openstack's '${words}' is '${ours}' here: it takes openstack's options, and prints what ${ours} prints.`;
    await host.stdout.write(`${sentence}\n\n`);
  }
  if (isOther) return { ...host, program, argv };
  return { ...host, argv: isApplet(program) ? [program, ...argv] : argv };
}

const readLine = async ({ argv }: Host): Promise<Read | undefined> =>
  (await import('../cli/openstack/read.js')).readOpenstack(argv);

async function readOrHandOver(host: Host): Promise<Read | number | undefined> {
  try {
    return await readLine(host);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { handOver } = await import('./hand-over.js');
    const code = await handOver(host, host.argv.filter((word) => !word.startsWith('-')).join(' '));
    if (code === undefined) throw error;
    return code;
  }
}
