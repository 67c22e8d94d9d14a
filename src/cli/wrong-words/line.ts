import type { Command } from '../../command/command.js';
import type { WrongWords } from '../../core/errors.js';
import { ownApplet } from '../applets.js';
import { globalOptions } from '../globals.js';
import { Grammar } from '../grammar.js';
import type { Route } from '../route.js';
import { selectionOptions } from '../selection-options.js';
import { THINGS } from './meanings.js';
import { commandsMeant, optionMeant } from './suggest.js';

/** What was resolved before words turned out to be wrong. */
interface Resolved {
  /** Our own name, as it was called. */
  readonly name: string;
  readonly route?: Route | undefined;
  readonly command?: Command | undefined;
}

/** The one line about words that are no command, no option, or too many, with what was probably meant. */
export async function wrongLine({ words, place, before = [] }: WrongWords, given: Resolved): Promise<string> {
  const [word = ''] = words;
  const { name, route, command } = given;
  if (place !== undefined) {
    const known = new Grammar(selectionOptions({}), () => globalOptions(route?.client.globals)).names();
    const option = before.find((one) => one.startsWith('--') && !known.includes(one.replace(/=.*/s, '')));
    if (option !== undefined) {
      const likely = optionMeant(option, word, known);
      // The word behind it was its value.
      if (likely !== undefined) return said(place.program, `'${option}' is no option`, [`'${likely}'`], `${name} help`);
    }
    const meant = 'meant' in place ? place.meant : await commandsMeant(place.client, words);
    const help = route?.verb === 'help' ? ' help' : '';
    const lines = meant.map((line) => `'${name}${help} ${line}'`);
    return said(
      place.program,
      `'${word}' is no command`,
      lines,
      'meant' in place ? `${name} help` : `${place.program} help`,
    );
  }
  const line = route === undefined ? name : `${route.program} ${route.typed ?? route.verb ?? ''}`.trimEnd();
  const help =
    route?.verb === undefined || route.verb === 'help' ? `${name} help` : `${route.program} help ${route.verb}`;
  if (!word.startsWith('-')) {
    // `list volumes`: what is listed stands behind the action elsewhere.
    const isThing = Object.hasOwn(THINGS, word.toLowerCase()) && route?.verb !== undefined;
    const meant = isThing ? await commandsMeant(ownApplet, [route.typed ?? route.verb ?? '', word]) : [];
    return said(
      line,
      `too many words: '${words.join(' ')}'`,
      meant.slice(0, 1).map((one) => `'${name} ${one}'`),
      help,
    );
  }
  const own = command?.options ?? {};
  const grammar = new Grammar({ ...selectionOptions(own), ...own }, () => globalOptions(route?.client.globals));
  const meant = optionMeant(word, words[1], grammar.names());
  return said(line, `'${word}' is no option`, meant === undefined ? [] : [`'${meant}'`], help);
}

function said(who: string, what: string, meant: readonly string[], help: string): string {
  const last = meant.at(-1);
  const others = meant.slice(0, -1).join(', ');
  const hint = last === undefined ? `See '${help}'.` : `Did you mean ${others === '' ? last : `${others} or ${last}`}?`;
  return `${who}: ${what}. ${hint}\n`;
}
