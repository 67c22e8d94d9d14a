import type { Applet } from '../command/applet.js';
import { namesOf } from '../command/manifest.js';
import { Failure, UsageError } from '../core/errors.js';
import { isSlip, nearest } from '../lib/nearest.js';
import { flat, isApplet, loadApplet, ownApplet } from './applets.js';

/**
 * What is said of a word that stands where a verb should, in the words of the client that was called.
 * @param name the program whose verbs were looked through; `program`: the command line before the word
 * @param isFlat no program's name stands before the verb: it could be one of several programs
 */
export async function unknownVerb(
  { client, commands }: Applet,
  name: string,
  program: string,
  { before, words }: { readonly before: readonly string[]; readonly words: readonly string[] },
  isFlat: boolean,
): Promise<Failure> {
  const [word = '', ...following] = words;
  if (!isApplet(program)) {
    // Said in one line of our own: a slip here and now, all else by `wrong-words/line.ts`.
    const ours = isFlat ? [...Object.keys(flat), ...namesOf((await loadApplet(ownApplet)).commands)] : [];
    const slip = nearest(word, [...namesOf(commands), ...ours]);
    // What is longer or shorter than a command, as `users` and `action`, may have a meaning of its own.
    const isOne = slip !== undefined && isSlip(word, slip) && !word.startsWith(slip) && !slip.startsWith(word);
    const line = isOne ? `'${word}' is no command. Did you mean '${program} ${slip}'?` : '';
    const place = { program, client: isFlat ? ownApplet : name };
    const wrong = { words, before, place, isSlip: line !== '' };
    return new UsageError(line, { wrong, unknownVerb: word });
  }
  const meant = nearest(word, namesOf(commands));
  const { unknownCommand, unknownCommandIsUsage, usagePointsToHelp } = client.errors;
  const hint =
    meant === undefined
      ? `Try '${program} help' for all of ${name}'s commands.`
      : `Did you mean '${program} ${meant}'?`;
  if (unknownCommand !== undefined) {
    const end = unknownCommandIsUsage ? 'usage' : 'failed';
    return new Failure(unknownCommand(word, following), { hint, unknownVerb: word }, end);
  }
  // Where the client has a line of its own that points to its help, that stands there.
  const hasOwnLine = meant === undefined && usagePointsToHelp;
  return new UsageError(`argument <subcommand>: invalid choice: '${word}'`, {
    unknownVerb: word,
    ...(hasOwnLine ? {} : { hint }),
  });
}
