import { applets } from '../cli/applets.js';
import type { Program } from '../command/context.js';
import type { Host } from '../host/host.js';

/** What our own commands may do beyond asking a cloud. */
export function programOf(host: Host, { config, diagnostics }: Pick<Program, 'config' | 'diagnostics'>): Program {
  return {
    serve: host.serve,
    isTerminal: () => host.stdout.isTTY(),
    createFile: host.createFile,
    names: Object.keys(applets),
    links: host.links,
    config,
    diagnostics,
  };
}
