import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { applets, loadApplet } from '../src/cli/applets.js';
import { globalOptions } from '../src/cli/globals.js';
import { longName } from '../src/cli/grammar.js';
import { code, type Import, importsOf, root, sources } from './support/imports.js';

const files = sources('src');
const imports = files.flatMap(importsOf);
const layerOf = (file: string): string => /^src\/([^/]+)\//.exec(file)?.[1] ?? 'top';
const ours = imports.filter(({ to }) => to.startsWith('src/'));
const foreign = imports.filter(({ to }) => !to.startsWith('src/') && !to.startsWith('node:'));
const say = ({ from, to, kind }: Import): string => `${from} → ${to} (${kind})`;

/** Who may import whom, beside itself. `types` may be taken from more places than code. */
const arrows: Readonly<Record<string, { readonly code: readonly string[]; readonly types?: readonly string[] }>> = {
  lib: { code: [] },
  http: { code: ['lib'] },
  output: { code: ['lib'] },
  config: { code: ['lib'], types: ['session'] },
  session: { code: ['lib', 'http'] },
  services: { code: ['lib', 'http'], types: ['session'] },
  command: { code: ['lib'], types: ['session'] },
  commands: { code: ['lib', 'command', 'services'], types: ['session'] },
  sim: { code: ['lib'], types: ['http'] },
  cli: { code: ['lib', 'command'], types: ['config', 'output'] },
};

/** A package is known to one file, so that it can be changed in one place. */
const adapters: Readonly<Record<string, string>> = {
  commander: 'src/cli/parse.ts',
  undici: 'src/http/undici.ts',
  conf: 'src/config/conf-file.ts',
  chalk: 'src/output/color.ts',
  'cli-table3': 'src/output/boxed.ts',
  'fastest-levenshtein': 'src/lib/nearest.ts',
  yaml: 'src/config/yaml.ts',
};

describe('who may import whom', () => {
  it('follows the arrows', () => {
    const wrong = ours.filter(({ from, to, kind }) => {
      const [here, there] = [layerOf(from), layerOf(to)];
      if (here === 'top' || here === there) return false;
      const allowed = arrows[here];
      return !(allowed?.code.includes(there) || (kind === 'type' && allowed?.types?.includes(there)));
    });
    const thunks = wrong.filter(
      ({ from, to, kind }) => !(from === 'src/cli/applets.ts' && layerOf(to) === 'commands' && kind === 'thunk'),
    );
    assert.deepEqual(thunks.map(say), []);
  });

  it('knows every folder', () => {
    assert.deepEqual([...new Set(files.map(layerOf))].sort(), [...Object.keys(arrows), 'top'].sort());
  });

  it('keeps each package in its one adapter file', () => {
    const wrong = foreign.filter(({ from, to }) => adapters[to.replace(/^(@[^/]+\/)?([^/]+).*/, '$1$2')] !== from);
    assert.deepEqual(wrong.map(say), []);
  });

  it('reaches the embedded cloud and every command by thunk only', () => {
    const wrong = ours.filter(
      ({ from, to, kind }) =>
        kind === 'static' &&
        ((layerOf(to) === 'sim' && layerOf(from) !== 'sim') ||
          (layerOf(to) === 'commands' && layerOf(from) !== 'commands')),
    );
    assert.deepEqual(wrong.map(say), []);
  });

  it('lets no command import another', () => {
    const wrong = ours.filter(
      ({ from, to, kind }) =>
        layerOf(from) === 'commands' && layerOf(to) === 'commands' && kind !== 'thunk' && from !== to,
    );
    assert.deepEqual(wrong.map(say), []);
  });

  it('lets no service of one kind import one of another', () => {
    const family = (file: string): string => /^src\/services\/([^/]+)\//.exec(file)?.[1] ?? '';
    const wrong = ours.filter(
      ({ from, to }) => family(from) !== '' && family(to) !== '' && family(from) !== family(to),
    );
    assert.deepEqual(wrong.map(say), []);
  });
});

describe('what only one place may do', () => {
  it('names the process in host.ts alone', () => {
    const wrong = files.filter((file) => file !== 'src/host.ts' && /(?<![.\w'-])process\./.test(code(file)));
    assert.deepEqual(wrong, []);
  });

  it('never uses the console', () => {
    assert.deepEqual(
      files.filter((file) => /(?<![\w'/.-])console\.\w+\(/.test(code(file))),
      [],
    );
  });

  it('asks for a format only in output/', () => {
    const wrong = files.filter((file) => layerOf(file) !== 'output' && /\bformat\s*[!=]==/.test(code(file)));
    assert.deepEqual(wrong, []);
  });

  it('has no base class of ours but the one of failures', () => {
    const wrong = files.filter((file) => {
      const bases = [...code(file).matchAll(/class\s+\w+\s+extends\s+(\w+)/g)].map(([, base]) => base);
      return bases.some((base) => !['Error', 'Failure', 'UsageError', 'HttpFailure'].includes(base ?? ''));
    });
    assert.deepEqual(wrong, []);
  });

  it('leaves nothing open', () => {
    assert.deepEqual(
      files.filter((file) => /\b(TODO|FIXME|XXX:)/.test(code(file))),
      [],
    );
  });
});

describe('manifests and commands', () => {
  for (const name of [...Object.keys(applets), 'stackline']) {
    it(`${name}: each subcommand is a file, and each file a subcommand`, async () => {
      const { commands } = await loadApplet(name);
      const folder = join(root, 'src', 'commands', name);
      const present = readdirSync(folder).filter((file) => file !== 'index.ts' && file.endsWith('.ts'));
      assert.deepEqual(
        present.map((file) => basename(file, '.ts')).sort(),
        Object.keys(commands)
          .map((verb) => verb.replaceAll(' ', '-'))
          .sort(),
      );
      assert.ok(existsSync(join(folder, 'index.ts')));
    });

    it(`${name}: names and aliases are each used once, and every summary is a sentence`, async () => {
      const { commands } = await loadApplet(name);
      const names = Object.entries(commands).flatMap(([verb, entry]) => [verb, ...(entry.aliases ?? [])]);
      assert.deepEqual(names, [...new Set(names)]);
      for (const [verb, { summary }] of Object.entries(commands)) assert.match(summary, /^[A-Z].*\.$/, verb);
    });

    it(`${name}: every command's options are well formed`, async () => {
      const { commands } = await loadApplet(name);
      const globals = Object.entries(globalOptions(name)).map(([key, option]) => longName(key, option));
      for (const [verb, entry] of Object.entries(commands)) {
        const { default: command } = await entry.load();
        const long = Object.entries(command.options).flatMap(([key, option]) => [
          longName(key, option),
          ...(option.aliases ?? []),
        ]);
        assert.deepEqual(long, [...new Set(long)], `${verb}: an option is spelled twice`);
        assert.deepEqual(
          long.filter((option) => globals.includes(option)),
          [],
          `${verb}: hides a global option`,
        );
        assert.deepEqual(
          Object.keys(command.options).filter((key) => key in globalOptions(name)),
          [],
          `${verb}: has the key of a global option, so that the value of one would be that of the other`,
        );
        for (const [key, option] of Object.entries(command.options)) {
          assert.match(option.help, /^[A-Z][\s\S]*[.)]$/, `${verb} --${longName(key, option)}: help is a sentence`);
          for (const other of option.conflicts ?? [])
            assert.ok(other in command.options, `${verb}: no option ${other}`);
        }
        for (const argument of Object.values(command.arguments)) assert.match(argument.placeholder, /^<.+>$/, verb);
      }
    });
  }
});
