import type { Host } from '../host/host.js';
import { pagedOutput } from './paged-output.js';
import { columnsOf } from './screen.js';

/**
 * Shows help to a person: as wide as the terminal, and through a pager where it is longer than the screen, as long
 * answers are (`--no-pager`, `PAGER`).
 * @param text makes the help for so many columns
 */
export async function sayOnTerminal(host: Host, text: (columns?: number) => Promise<string>): Promise<void> {
  const help = await text(columnsOf(host));
  const pages = pagedOutput(host, { noPager: host.argv.includes('--no-pager') }, () => undefined);
  if (pages === undefined) {
    await host.stdout.write(help);
    return;
  }
  try {
    await pages.write(help);
  } finally {
    await pages.end();
  }
}
