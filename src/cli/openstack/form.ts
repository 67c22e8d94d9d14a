import type { Command } from '../../command/command.js';
import type { Option } from '../../command/options.js';
import { markedPlace, ownNames, PLACE, piecesOf } from './names.js';

/** What an option of openstack says of a command of ours. */
export interface Take {
  /** The option or the argument, by its key. */
  readonly key: string;
  /** A value belongs to it. */
  readonly takesValue: boolean;
  /** What the key is where the option stands alone, if that is not simply true. */
  readonly meaning?: string;
  /** What stands before and after what is the key's in the value. */
  readonly around?: readonly [before: string, after: string];
  /** The command means something else without it. */
  readonly required: boolean;
}

/** Words that have to be there as they are, one after the other, and what they say. */
export interface Fixed {
  readonly words: readonly string[];
  readonly key?: string;
  readonly required: boolean;
}

/** A plain word: one that has to be there, or the value of a key. */
export type Positional =
  | { readonly word: string }
  | { readonly key: string; readonly required: boolean; readonly variadic: boolean };

/** A translation as something that a line is compared with. */
export interface Form {
  readonly takes: ReadonlyMap<string, Take>;
  readonly fixed: readonly Fixed[];
  readonly positionals: readonly Positional[];
  /** What is meant by the words: flags that are set, and arguments that have one value. */
  readonly meant: readonly string[];
}

/** Options in translations that stand alone though a word follows them. */
const ALONE = new Set([
  ...['--absolute', '--class', '--compute', '--default', '--diagnostics', '--disable', '--down', '--enable'],
  ...['--encryption-type', '--live-migration', '--mks', '--network', '--offload', '--password-prompt', '--rdp'],
  ...['--root-password', '--serial', '--spice', '--topology', '--up', '--usage', '--volume'],
]);

/** What openstack's options for consoles of the kind that has no choices here are called. */
const CONSOLES = ['novnc', 'xvpvnc'];

/** Options that change what openstack shows, not what it is asked for: they may be left out. */
const SHAPES = new Set(['--long', '--names']);

/** The words of a translation by which openstack finds its command: `server add fixed ip`. */
export function commandWords(translation: string): string {
  const pieces = piecesOf(translation);
  const end = pieces.findIndex((piece) => !/^[a-z0-9]+$/.test(piece));
  return pieces.slice(0, end < 0 ? undefined : end).join(' ');
}

/** What a line must be, so that a command is meant by this translation of it. */
export function formOf(command: Command, translation: string): Form {
  const takes = new Map<string, Take>();
  const fixed: Fixed[] = [];
  const positionals: Positional[] = [];
  const meant: string[] = [];
  const named = new Set<string>();
  const add = (name: string, take: Take) => takes.set(name, take);
  const pieces = piecesOf(translation).slice(commandWords(translation).split(' ').length);
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    const place = markedPlace(piece);
    if (place !== undefined) {
      const { key, mark, name } = place;
      if (mark === '!') meant.push(key);
      if (mark !== ':') {
        // A meant key may stand in the words as well.
        if (mark === '?') named.add(key);
        continue;
      }
      named.add(key);
      if (name === '') positionals.push({ key, required: false, variadic: false });
      else if (name.includes(' ')) fixed.push({ words: name.split(' '), key, required: false });
      else for (const [one, take] of optionsIn(name, key, kindOf(command, key))) add(one, take);
      continue;
    }
    for (const [, key = ''] of piece.matchAll(PLACE)) named.add(key);
    if (!piece.startsWith('-')) {
      const [, key] = /^\{(\w+)\}$/.exec(piece) ?? [];
      if (key === undefined) positionals.push({ word: piece });
      else positionals.push({ key, required: true, variadic: command.arguments[key]?.variadic ?? false });
      continue;
    }
    const next = pieces[at + 1];
    if (/\{\w+\}/.test(piece)) {
      for (const [one, take] of optionsOfWord(command, piece)) add(one, take);
    } else if (next === undefined || ALONE.has(piece) || next.startsWith('-') || markedPlace(next) !== undefined) {
      fixed.push({ words: [piece], required: !SHAPES.has(piece) });
    } else {
      at += 1;
      const [before = '', key, after = ''] = next.split(/\{(\w+)\}/);
      if (key !== undefined) named.add(key);
      if (key === undefined) fixed.push({ words: [piece, next], required: true });
      else add(piece, { key, takesValue: true, required: true, around: [before, after] });
    }
  }
  for (const [key, { required, variadic }] of Object.entries(command.arguments)) {
    if (!named.has(key) && !meant.includes(key)) positionals.push({ key, required, variadic });
  }
  for (const key of Object.keys(command.options)) {
    const name = Object.hasOwn(ownNames, key) ? ownNames[key] : undefined;
    if (name === undefined || named.has(key) || takes.has(name)) continue;
    for (const [one, take] of optionsIn(name, key, kindOf(command, key))) add(one, take);
  }
  return { takes, fixed, positionals, meant };
}

/** The option's kind; an argument has a value. */
const kindOf = ({ options }: Command, key: string): Option['kind'] => options[key]?.kind ?? 'text';

/** `--lines`, or `--locked|--unlocked`. */
function optionsIn(name: string, key: string, kind: Option['kind']): readonly (readonly [string, Take])[] {
  const [yes = '', no] = name.split('|');
  if (no !== undefined) {
    return [
      [yes, { key, takesValue: false, meaning: 'true', required: false }],
      [no, { key, takesValue: false, meaning: 'false', required: false }],
    ];
  }
  const isAlone = kind === 'flag' || (kind === 'optional-integer' && yes === '--all-projects');
  return [[yes, { key, takesValue: !isAlone, required: false }]];
}

/** `--{type}`: an option for each value that there may be. */
function optionsOfWord(command: Command, piece: string): readonly (readonly [string, Take])[] {
  const [, key = ''] = /\{(\w+)\}/.exec(piece) ?? [];
  const values = (command.arguments[key] ?? command.options[key])?.choices ?? CONSOLES;
  return values.map((value) => [
    piece.replace(`{${key}}`, value),
    { key, takesValue: false, meaning: value, required: true },
  ]);
}
