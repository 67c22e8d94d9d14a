/** Commands of two words, as the *-manage programs and our own have them, that are none. */
import type { Applet } from '../command/applet.js';
import { namesOf } from '../command/manifest.js';
import { Failure, UsageError } from '../core/errors.js';
import { nearest } from '../lib/nearest.js';
import { isApplet } from './applets.js';

/** What is said of the two words; undefined where neither is known. */
export function noSuchAction(applet: Applet, program: string, word: string, second: string | undefined) {
  return noSuchVerb(applet, program, word, second) ?? unsupportedCommand(applet, word, second);
}

/** Half a verb of two words, or one with a slip in its second. */
function noSuchVerb(
  { commands }: Applet,
  program: string,
  category: string,
  typed: string | undefined,
): UsageError | undefined {
  const verbs = namesOf(commands).filter((verb) => verb.startsWith(`${category} `));
  const actions = verbs.map((verb) => verb.slice(category.length + 1));
  if (actions.length === 0) return undefined;
  if (typed === undefined) return new UsageError('too few arguments', { hint: `What it can do: ${verbs.join(', ')}.` });
  const meant = nearest(typed, actions);
  if (meant === undefined) return undefined;
  if (!isApplet(program)) {
    const [, ...client] = program.split(' ');
    const place = { program: `${program} ${category}`, meant: [[...client, category, meant].join(' ')] };
    return new UsageError(`'${typed}' is no command`, { wrong: { words: [typed], place } });
  }
  return new UsageError(`argument action: invalid choice: '${typed}'`, {
    unknownVerb: `${category} ${typed}`,
    hint: `Did you mean '${program} ${category} ${meant}'?`,
  });
}

/** The sentence about what only the classic program does, with the code of a wrong usage; undefined for other words. */
export function unsupportedCommand(
  { replacements: elsewhere = {} }: Applet,
  word: string,
  second: string | undefined,
): Failure | undefined {
  const key = [`${word} ${second}`, word].find((candidate) => Object.hasOwn(elsewhere, candidate));
  const sentence = key === undefined ? undefined : elsewhere[key];
  return sentence === undefined ? undefined : new Failure(`${key}: ${sentence}`, { unknownVerb: word }, 'usage');
}
