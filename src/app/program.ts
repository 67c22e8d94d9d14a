import { applets, translator } from '../cli/applets.js';
import type { Program } from '../command/context.js';
import type { Host } from '../host/host.js';
import { progressBar } from '../lib/progress-bar.js';

/** What our own commands may do beyond asking a cloud. */
export function programOf(
  host: Pick<Host, 'stdin' | 'stdout' | 'stderr' | 'sandbox' | 'files' | 'sleep' | 'lendTerminal'>,
  { config, diagnostics, cloud, onlyProblems }: Pick<Program, 'config' | 'diagnostics' | 'cloud' | 'onlyProblems'>,
): Program {
  return {
    serve: host.sandbox.serve,
    isTerminal: () => host.stdout.isTTY(),
    askSecret: async (question) =>
      host.stdin.isTTY() ? host.stdin.askPassword(question) : (await host.stdin.readLine()) || undefined,
    isAskable: () => host.stdin.isTTY(),
    lendTerminal: host.lendTerminal,
    createFile: host.files.create,
    save: host.files.save,
    checked: host.files.checked,
    placeBelow: host.files.placeBelow,
    sumsOf: host.files.sumsOf,
    progress: (total) => {
      if (total === undefined || total === 0 || !host.stderr.isTTY()) return () => undefined;
      // Bytes: a carriage return is to be obeyed here.
      return progressBar(total, (text) => void host.stderr.write(Buffer.from(text)));
    },
    sleep: host.sleep,
    names: Object.keys(applets),
    otherNames: [translator],
    links: host.files.links,
    config,
    diagnostics,
    cloud,
    onlyProblems,
  };
}
