/**
 * The list of an applet's commands, as `npm run manifest` makes it from the `about` of each command: all that help,
 * completion and spelling hints need without loading a command. A line is `name: summary`, `name: (hidden) summary` or
 * `other name = name`.
 *
 * It is a text, and searched as one, because every run looks up one command in it: to make an object of each of a
 * thousand commands would be a tenth of a run.
 */

/** What a command says of itself: `export const about = { summary: 'List servers.' }`. */
export interface About {
  /** Where it is not the name of the file, in which a dash stands for a blank: `service list` is in `service-list.ts`. */
  readonly name?: string;
  readonly summary: string;
  /** Other names, deprecated ones among them. */
  readonly aliases?: readonly string[];
  /** Not in the help. */
  readonly hidden?: boolean;
}

/** A command in a manifest. */
export interface Entry {
  readonly name: string;
  readonly summary: string;
}

/** Words come from a command line: one with a newline in it could look like several lines of a manifest. */
const NAME = /^[\w-]+( [\w-]+)?$/;

const HIDDEN = '(hidden) ';

/** A command by its name or by one of its other names. */
export function findEntry(manifest: string, word: string): Entry | undefined {
  if (!NAME.test(word)) return undefined;
  const name = lineRest(manifest, `${word} = `) ?? word;
  const said = lineRest(manifest, `${name}: `);
  return said === undefined ? undefined : { name, summary: said.startsWith(HIDDEN) ? said.slice(HIDDEN.length) : said };
}

/** Is the word a command, or the first word of one? */
export function isFirstWord(manifest: string, word: string): boolean {
  return NAME.test(word) && (manifest.includes(`\n${word}: `) || manifest.includes(`\n${word} `));
}

/** All commands, in order, with all that is said of them. */
export function entriesOf(manifest: string): readonly Required<About>[] {
  const lines = manifest.split('\n');
  const aliases = lines.flatMap((line) => (/^[\w -]+ = /.test(line) ? [line.split(' = ')] : []));
  return lines.flatMap((line) => {
    const [, name, hidden, summary] = /^([\w -]+): (\(hidden\) )?(.*)$/.exec(line) ?? [];
    if (name === undefined || summary === undefined) return [];
    const own = aliases.flatMap(([alias = '', real]) => (real === name ? [alias] : []));
    return [{ name, summary, aliases: own, hidden: hidden !== undefined }];
  });
}

/** The names of all commands, in order, without their other names. */
export function namesOf(manifest: string): readonly string[] {
  return manifest.split('\n').flatMap((line) => {
    const end = line.indexOf(': ');
    return end < 0 ? [] : [line.slice(0, end)];
  });
}

/** What follows the beginning of a line. */
function lineRest(manifest: string, beginning: string): string | undefined {
  const at = manifest.indexOf(`\n${beginning}`);
  return at < 0 ? undefined : manifest.slice(at + 1 + beginning.length, manifest.indexOf('\n', at + 1));
}
