import { applets } from '../cli/applets.js';
import type { Program } from '../command/context.js';
import type { Host } from '../host/host.js';

/** What our own commands may do beyond asking a cloud. */
export function programOf(
  host: Pick<Host, 'stdout' | 'sandbox' | 'files'>,
  { config, diagnostics }: Pick<Program, 'config' | 'diagnostics'>,
): Program {
  return {
    serve: host.sandbox.serve,
    isTerminal: () => host.stdout.isTTY(),
    createFile: host.files.create,
    names: Object.keys(applets),
    links: host.files.links,
    config,
    diagnostics,
  };
}
