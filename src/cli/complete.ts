import { entriesOf } from '../command/manifest.js';
import { compareCodePoints } from '../lib/codepoints.js';
import { applets, loadApplet, loadCommand } from './applets.js';
import { builtIn } from './built-in-verbs.js';
import { isUnknown, longName } from './grammar.js';

/**
 * What `bash-completion` prints: all verbs and all options of a program's commands on one line, as the classic
 * programs' completion scripts read it, in order. Of a program with verbs of two words, the first words, or those that
 * follow one of them.
 */
export async function completions(name: string, words: readonly string[]): Promise<string> {
  const { commands, multiCall, replacements: elsewhere = {} } = await loadApplet(name);
  const entries = entriesOf(commands);
  const verbs = entries.flatMap((entry) => [entry.name, ...entry.aliases]);
  if ([...verbs, ...Object.keys(elsewhere)].some((verb) => verb.includes(' '))) {
    const pairs = verbs.map((verb) => verb.split(' '));
    const [category] = words;
    if (category !== undefined)
      return line(pairs.filter(([first]) => first === category).map(([, second = '']) => second));
    return line(pairs.map(([first = '']) => first));
  }
  const loaded = await Promise.all(entries.map((entry) => loadCommand(name, entry.name)));
  const options = loaded.flatMap(({ options: own }) =>
    Object.entries(own).flatMap(([key, option]) =>
      isUnknown(option) ? [] : [longName(key, option), ...(option.aliases ?? [])],
    ),
  );
  const more = multiCall ? Object.keys(applets) : [];
  return line([...verbs, ...more, ...Object.keys(builtIn), ...options.map((option) => `--${option}`), '--help', '-h']);
}

function line(words: readonly string[]): string {
  const all = [...new Set(words)].filter((word) => word !== '').sort(compareCodePoints);
  return `${all.join(' ')}\n`;
}
