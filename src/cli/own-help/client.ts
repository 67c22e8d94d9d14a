import { type Kinds, kindOf } from './kinds.js';
import { fold, type Rows, section } from './layout.js';

/** The part of a summary that says enough beside a name: its first sentence. */
const first = (summary: string): string => /^.*?[.](?= [A-Z])/s.exec(summary)?.[0] ?? summary;

/**
 * What `stackline help nova` says: the client's commands by kind of thing, from its manifest alone.
 * @param elsewhere what the client's name promises and only its classic program does, with who does it
 */
export function clientScreen(
  program: string,
  about: { readonly summary: string; readonly rows: Rows; readonly elsewhere: Rows; readonly kinds: Kinds },
  width: number,
): string {
  const { summary, rows, elsewhere, kinds } = about;
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
    ...section('Done elsewhere', elsewhere, width),
    '',
    ...fold(`${program} help <command>: all about one of them.`, width),
    '',
  ].join('\n');
}
