import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, loadApplet, loadCommand, olderApplets, ownApplet } from '../../src/cli/applets.js';
import { globalOptions } from '../../src/cli/globals.js';
import { argumentName, longName } from '../../src/cli/grammar.js';
import { parse } from '../../src/cli/parse.js';
import type { Command } from '../../src/command/command.js';
import { namesOf } from '../../src/command/manifest.js';
import type { Option, Options } from '../../src/command/options.js';
import { UsageError } from '../../src/core/errors.js';
import { exitCodes } from '../../src/core/exit-codes.js';
import { deep } from '../support/property.js';

/* What every command says of its options and arguments is kept by the parser: nobody checks it again. */

interface Named {
  readonly name: string;
  readonly command: Command;
  readonly globals: Options;
}

async function everyCommand(): Promise<readonly Named[]> {
  const all: Named[] = [];
  for (const applet of [...Object.keys(applets), ...Object.keys(olderApplets), ownApplet]) {
    const { client, commands } = await loadApplet(applet);
    for (const name of namesOf(commands)) {
      const command = await loadCommand(applet, name);
      all.push({ name: `${applet} ${name}`, command, globals: globalOptions(client.globals) });
    }
  }
  return all;
}

const commands = await everyCommand();

/** An option as it can be typed. */
function typed(key: string, option: Option): readonly string[] {
  const flag = `--${longName(key, option)}`;
  if (option.kind === 'flag') return [flag];
  const value = option.choices?.[0] ?? (option.kind.endsWith('integer') ? '1' : 'x');
  return [`${flag}=${value}`];
}

/** The least that the command takes, without one option or argument if one is named. */
function least({ options, arguments: wanted }: Command, without?: string): readonly string[] {
  const must = Object.entries(options).filter(([key, { required }]) => required && key !== without);
  const words = Object.entries(wanted).filter(([key, { required }]) => required && key !== without);
  return [
    ...must.flatMap(([key, option]) => typed(key, option)),
    ...words.map(([, { choices }]) => choices?.[0] ?? 'x'),
  ];
}

function complaint({ command, globals }: Named, words: readonly string[]): string {
  try {
    parse({ options: command.options, arguments: command.arguments, globals }, words, {});
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    assert.equal(exitCodes[error.exitReason], 2);
    return error.message;
  }
  return '';
}

/** Each option of each command, those that all commands take among them, of which `fits` is true. */
function options(fits: (option: Option) => boolean) {
  return commands.flatMap((named) =>
    Object.entries({ ...named.globals, ...named.command.options })
      .filter(([, option]) => fits(option))
      .map(([key, option]) => ({
        named,
        key,
        option,
        flag: `--${longName(key, option)}`,
        said: argumentName(key, option),
      })),
  );
}

describe('every command', () => {
  it('takes the least that it says it takes, and no word more', () => {
    for (const named of commands) {
      assert.equal(complaint(named, least(named.command)), '', named.name);
      const isVariadic = Object.values(named.command.arguments).some(({ variadic }) => variadic);
      const optional = Object.values(named.command.arguments).filter(({ required }) => !required);
      // What may be a word is one here: a word more has no place left.
      const places = Object.entries(named.command.options).filter(([, { isWord }]) => isWord);
      const must = least(named.command).filter(
        (word) => !places.some(([key, one]) => word.startsWith(`--${longName(key, one)}=`)),
      );
      const full = [...must, ...[...optional, ...places].map(() => 'x')];
      const catches = Object.values(named.command.options).some(({ kind }) => kind === 'unknown');
      const expected = isVariadic || catches ? '' : 'unrecognized arguments: too many';
      assert.equal(complaint(named, [...full, 'too', 'many']), expected, named.name);
    }
  });

  it('misses each argument and each option that must be there', () => {
    let count = 0;
    for (const named of commands) {
      const { options: own, arguments: wanted } = named.command;
      for (const [key, option] of Object.entries(own)) {
        if (!option.required) continue;
        const words = `the following arguments are required: --${longName(key, option)}`;
        assert.equal(complaint(named, least(named.command, key)), words, named.name);
        count += 1;
      }
      const last = Object.entries(wanted).findLast(([, { required }]) => required);
      if (last === undefined) continue;
      const words = `the following arguments are required: ${last[1].placeholder}`;
      assert.equal(complaint(named, least(named.command, last[0])), words, named.name);
      count += 1;
    }
    assert.ok(count > 50, `${count} were looked at`);
  });

  it('refuses options that exclude one another, in whichever order', () => {
    const excluding = options(({ conflicts = [] }) => conflicts.length > 0);
    assert.ok(excluding.length > commands.length, `${excluding.length} were found`);
    const sample = new Set(commands.filter((_, at) => deep || at % 10 === 0));
    for (const { named, key, option, flag } of excluding) {
      // What all commands take is tried with a tenth of them, unless all cases are wanted.
      if (!(key in named.command.options || sample.has(named))) continue;
      const all: Options = { ...named.globals, ...named.command.options };
      for (const other of option.conflicts ?? []) {
        const rival = all[other];
        assert.ok(rival !== undefined, `${named.name}: there is no option ${other}`);
        const words = `argument ${flag}: not allowed with argument --${longName(other, rival)}`;
        const both = [typed(key, option), typed(other, rival)];
        for (const order of [both, both.toReversed()]) {
          assert.equal(complaint(named, [...least(named.command), ...order.flat()]), words, named.name);
        }
      }
    }
  });

  it('refuses what is none of the choices, and what is no number', () => {
    for (const { named, flag, said, option } of options(({ choices }) => choices !== undefined)) {
      const quoted = option.choices?.map((choice) => `'${choice}'`).join(', ');
      const words = `argument ${said}: invalid choice: 'no such' (choose from ${quoted})`;
      assert.equal(complaint(named, [...least(named.command), `${flag}=no such`]), words, named.name);
    }
    for (const { named, flag, said } of options(({ kind }) => kind.endsWith('integer'))) {
      const words = `argument ${said}: invalid int value: '1.5'`;
      assert.equal(complaint(named, [...least(named.command), `${flag}=1.5`]), words, named.name);
    }
  });

  it('shows its help whatever else is typed', () => {
    for (const named of commands) {
      assert.equal(complaint(named, ['--help', 'x', 'y', '--no-such-option', '--sort-ascending']), '', named.name);
      assert.equal(complaint(named, ['--sort-ascending', '--sort-descending', '--help']), '', named.name);
    }
  });
});
