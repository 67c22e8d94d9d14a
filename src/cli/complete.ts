import { compareCodePoints } from '../lib/codepoints.js';
import { applets, loadApplet } from './applets.js';
import { longName } from './grammar.js';
import { builtIn } from './help.js';

/**
 * What `bash-completion` prints: all verbs and all options of a program's commands on one line, as the classic
 * programs' completion scripts read it, in order. Of a program with verbs of two words, the first words, or those that
 * follow one of them.
 */
export async function completions(name: string, words: readonly string[]): Promise<readonly string[]> {
  const { commands, replacements: elsewhere = {} } = await loadApplet(name);
  const verbs = Object.entries(commands).flatMap(([verb, { aliases = [] }]) => [verb, ...aliases]);
  if ([...verbs, ...Object.keys(elsewhere)].some((verb) => verb.includes(' '))) {
    const pairs = verbs.map((verb) => verb.split(' '));
    const [category] = words;
    if (category !== undefined)
      return line(pairs.filter(([first]) => first === category).map(([, second = '']) => second));
    return line(pairs.map(([first = '']) => first));
  }
  const loaded = await Promise.all(Object.values(commands).map(({ load }) => load()));
  const options = loaded.flatMap(({ default: { options: own } }) =>
    Object.entries(own).flatMap(([key, option]) => [longName(key, option), ...(option.aliases ?? [])]),
  );
  const more = name === 'stackline' ? Object.keys(applets) : [];
  return line([...verbs, ...more, ...Object.keys(builtIn), ...options.map((option) => `--${option}`), '--help', '-h']);
}

function line(words: readonly string[]): readonly string[] {
  const all = [...new Set(words)].filter((word) => word !== '').sort(compareCodePoints);
  return [`${all.join(' ')}\n`];
}
