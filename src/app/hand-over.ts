/** Commands that we do not have, and that the classic program has. */
import { isApplet } from '../cli/applets.js';
import type { Host } from '../host/host.js';

/**
 * Called by the name of a classic program with a command that we do not have: runs the next program of that name in PATH
 * with the same words. Called by our own name that is done only for a script of the classic program's name to which we
 * have handed the line ourselves, and which has called us again. `STACKLINE_HANDOVER=off`, or `handover` of our own
 * settings, leaves it.
 *
 * @param verb the command that we do not have
 * @returns the exit code of that program; undefined where there is none, or it is not to be run
 */
export async function handOver(
  host: Pick<Host, 'program' | 'argv' | 'env' | 'stderr' | 'storage' | 'nextProgram'>,
  verb: string,
): Promise<number | undefined> {
  const { env, stderr, storage } = host;
  const [program = '', ...argv] = isApplet(host.program) ? [host.program, ...host.argv] : host.argv;
  if (!isApplet(program)) return undefined;
  const choice = env.STACKLINE_HANDOVER || (await storage.userConfig())?.values.handover;
  if (choice !== undefined && /^(?:off|no|false|0)$/i.test(choice)) return undefined;
  const next = await host.nextProgram(program);
  if (next === undefined) return undefined;
  if (argv.some((word) => word === '-v' || word === '--verbose')) {
    await stderr.write(`stackline has no '${program} ${verb}': ${next.file} runs\n`);
  }
  return next.run(argv);
}
