import type { Applet } from '../../command/applet.js';
import { kindOf, kindsOf } from './kinds.js';
import { fold, section } from './layout.js';
import { summaries } from './summaries.js';

/** The part of a summary that says enough beside a name: its first sentence. */
const first = (summary: string): string => /^.*?[.](?= [A-Z])/s.exec(summary)?.[0] ?? summary;

/**
 * What `stackline help nova` says: the client's commands by kind of thing, from its manifest alone, and what its name
 * promises and only its classic program does, with who does it.
 */
export async function clientScreen(
  program: string,
  { client, summary, commands, replacements }: Pick<Applet, 'client' | 'summary' | 'commands' | 'replacements'>,
  width: number,
): Promise<string> {
  const rows = summaries(commands);
  const kinds = await kindsOf(client);
  const titles = [...new Set([...Object.keys(kinds), ...rows.map(([name]) => kindOf(kinds, name))])];
  return [
    ...fold(summary, width),
    '',
    `usage: ${program} [options] <command> ...`,
    ...titles.flatMap((title) => {
      const own = rows.filter(([name]) => kindOf(kinds, name) === title);
      return section(
        title,
        own.map(([name, text]) => [name, first(text)]),
        width,
      );
    }),
    ...section('Done elsewhere', Object.entries(replacements ?? {}), width),
    '',
    ...fold(`${program} help <command>: all about one of them.`, width),
    '',
  ].join('\n');
}
