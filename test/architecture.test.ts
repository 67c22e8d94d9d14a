import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { applets, commandsOf, loadApplet, loadCommand, olderApplets, ownApplet } from '../src/cli/applets.js';
import { globalOptions } from '../src/cli/globals.js';
import { longName } from '../src/cli/grammar.js';
import { entriesOf, namesOf } from '../src/command/manifest.js';
import { circles, code, type Import, importsOf, root, sources } from './support/imports.js';

const files = sources('src');
const imports = files.flatMap(importsOf);
/** The directory below src/ that a file is in; `main` for main.ts, the only file that is in none. */
const layerOf = (file: string): string => /^src\/([^/]+?)(?:\/|\.ts$)/.exec(file)?.[1] ?? '';
const ours = imports.filter(({ to }) => to.startsWith('src/'));
const foreign = imports.filter(({ to }) => !to.startsWith('src/') && !to.startsWith('node:'));
/** Lines of a file, comments included. */
const lines = (file: string): number => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
const say = ({ from, to, kind }: Import): string => `${from} → ${to} (${kind})`;

/**
 * Who may import whom, beside itself. `types` may be taken from more places than code, `thunks` only when they are needed.
 * Every file of src/ is in a directory of this table, but main.ts.
 */
const arrows: Readonly<Record<string, Arrows>> = {
  core: { code: [] },
  lib: { code: ['core'] },
  http: { code: ['core', 'lib'] },
  classic: { code: ['core', 'lib'] },
  output: { code: ['core', 'lib'], types: ['classic'] },
  config: { code: ['core', 'lib'], types: ['classic'] },
  storage: { code: ['core', 'lib', 'http'], types: ['session'] },
  session: { code: ['core', 'lib', 'http'] },
  // The other kind of thing that commands work on, beside a session with a cloud.
  hyperv: { code: ['core', 'lib', 'http'] },
  services: { code: ['core', 'lib', 'http'], types: ['session'] },
  doctor: { code: ['core', 'lib', 'services'], types: ['session'] },
  // Which rows and columns of a view are wanted: between what commands give and what is written of it.
  selection: { code: ['core', 'lib', 'http', 'services'], types: ['session', 'classic'] },
  command: { code: ['core', 'lib'], types: ['classic', 'session', 'hyperv'] },
  // What fields mean.
  explain: { code: [] },
  commands: {
    // `wait --for` has the grammar of `--where`.
    code: ['core', 'lib', 'classic', 'command', 'services', 'selection', 'doctor', 'hyperv', 'explain'],
    types: ['session'],
  },
  cli: { code: ['core', 'lib', 'command'], types: ['classic'], thunks: ['commands'] },
  sandbox: { code: ['core', 'lib'], types: ['http'] },
  host: { code: ['core', 'lib', 'http', 'config', 'storage'], types: ['session', 'command'], thunks: ['sandbox'] },
  app: {
    code: ['core', 'lib', 'cli', 'config', 'http', 'session', 'output', 'command', 'hyperv', 'selection'],
    types: ['classic', 'host'],
  },
  main: { code: ['core', 'lib', 'app', 'cli', 'output'], types: ['host', 'command'] },
};

interface Arrows {
  readonly code: readonly string[];
  readonly types?: readonly string[];
  readonly thunks?: readonly string[];
}

/** A package is known to one file, so that it can be changed in one place. */
const adapters: Readonly<Record<string, string>> = {
  commander: 'src/cli/parse.ts',
  undici: 'src/http/undici.ts',
  conf: 'src/storage/write-user-config.ts',
  chalk: 'src/output/color.ts',
  'cli-table3': 'src/output/boxed.ts',
  'lossless-json': 'src/lib/exact-json.ts',
  'fastest-levenshtein': 'src/lib/nearest.ts',
  fflate: 'src/lib/zip.ts',
  jmespath: 'src/lib/jmespath.ts',
  saxes: 'src/lib/xml.ts',
  yaml: 'src/config/yaml.ts',
};

describe('who may import whom', () => {
  it('each file imports only from directories that its own may use', () => {
    const wrong = ours.filter(({ from, to, kind }) => {
      const [here, there] = [layerOf(from), layerOf(to)];
      const { code: always = [], types = [], thunks = [] } = arrows[here] ?? {};
      const allowed = [...always, ...(kind === 'type' ? types : []), ...(kind === 'thunk' ? thunks : [])];
      return here !== there && !allowed.includes(there);
    });
    assert.deepEqual(wrong.map(say), []);
  });

  it('the table of who may import whom has every directory of src/', () => {
    assert.deepEqual([...new Set(files.map(layerOf))].sort(), Object.keys(arrows).sort());
  });

  it('has no circle of files', () => {
    assert.deepEqual(circles(ours), []);
  });

  it('keeps the file system out of config/', () => {
    const wrong = imports.filter(
      ({ from, to }) => layerOf(from) === 'config' && /^node:(fs|child_process|net)/.test(to),
    );
    assert.deepEqual(wrong.map(say), []);
  });

  it('keeps each package in its one adapter file', () => {
    const wrong = foreign.filter(({ from, to }) => adapters[to.replace(/^(@[^/]+\/)?([^/]+).*/, '$1$2')] !== from);
    assert.deepEqual(wrong.map(say), []);
  });

  it('names a client only where its program is described', () => {
    const wrong = ours.filter(
      ({ from, to, kind }) =>
        kind !== 'type' && layerOf(to) === 'classic' && layerOf(from) !== 'classic' && basename(from) !== 'index.ts',
    );
    assert.deepEqual(wrong.map(say), []);
  });

  it('reaches the embedded cloud and every command by thunk only', () => {
    const wrong = ours.filter(
      ({ from, to, kind }) =>
        kind === 'static' &&
        ((layerOf(to) === 'sandbox' && layerOf(from) !== 'sandbox') ||
          (layerOf(to) === 'commands' && layerOf(from) !== 'commands')),
    );
    assert.deepEqual(wrong.map(say), []);
  });

  it('lets no command import another', () => {
    const wrong = ours.filter(
      ({ from, to, kind }) =>
        layerOf(from) === 'commands' &&
        layerOf(to) === 'commands' &&
        kind !== 'thunk' &&
        !to.startsWith('src/commands/shared/') &&
        !(basename(from) === 'index.ts' && ['manifest.ts', 'examples.ts'].includes(basename(to))),
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
    const wrong = files.filter((file) => file !== 'src/host/process.ts' && /(?<![.\w'-])process\./.test(code(file)));
    assert.deepEqual(wrong, []);
  });

  /** Every other file is read by lib/regular-file.ts, which waits for no pipe: these need something else. */
  const openers: Readonly<Record<string, string>> = {
    'src/lib/regular-file.ts': 'the one way to read a file',
    'src/host/prompt.ts': 'the terminal, to ask there',
    'src/host/run-program.ts': 'the terminal, to see whether there is one, and /proc',
    'src/host/watchdog.ts': 'standard error, without blocking',
    'src/storage/append-line.ts': 'a log, to its end (O_APPEND)',
    'src/storage/atomic-file.ts': 'files that are not there yet (O_EXCL)',
    'src/storage/file-sums.ts': 'a file in pieces, without blocking',
    'src/storage/holder.ts': '/proc',
    'src/storage/random.ts': '/dev/urandom',
    'src/storage/replace-file.ts': 'what an answer is written to: a draft beside the file, or a device in its place',
    'src/storage/save-download.ts': 'what is written: a new file, the part of one, and a pipe that somebody reads',
    'src/storage/token-files.ts': 'files of ours alone, without following a link and without blocking',
  };

  it('opens files whose names somebody else has chosen in one file', () => {
    const opens =
      /(?<![\w.])(?:open|openSync|readFileSync|createReadStream|createWriteStream|appendFileSync)\(|fs\/promises/;
    const found = files.filter((file) => {
      const text = code(file);
      return /node:fs|require\('node:fs/.test(text) && opens.test(text.replaceAll('fs.openSync', 'openSync'));
    });
    assert.deepEqual(found.sort(), Object.keys(openers).sort());
  });

  it('no file uses the console', () => {
    assert.deepEqual(
      files.filter((file) => /(?<![\w'/.-])console\.\w+\(/.test(code(file))),
      [],
    );
  });

  it('asks for a format only in output/', () => {
    const wrong = files.filter((file) => layerOf(file) !== 'output' && /\bformat\s*[!=]==/.test(code(file)));
    assert.deepEqual(wrong, []);
  });

  it('asks a client for what it is, and never for its name', () => {
    const clients = files.flatMap((file) => /^src\/classic\/(\w+)\.ts$/.exec(file)?.[1] ?? []);
    const named = `'(?:${[...clients, ...Object.keys(applets), ownApplet].join('|')})'`;
    const asked = '\\b(?:applet|client|program|style|tables)(?:\\.(?:name|applet|program))?';
    const comparisons = [
      `${asked}\\s*[!=]==(?!\\s*undefined)`,
      `[!=]==\\s*${named}`,
      `\\bcase ${named}`,
      `${named}\\s*[!=]==`,
    ];
    const comparison = new RegExp(comparisons.join('|'));
    // The embedded cloud is the other side: there a name is a service's, a user's or a zone's.
    const others = files.filter((file) => !['classic', 'sandbox'].includes(layerOf(file)));
    assert.deepEqual(
      others.filter((file) => comparison.test(code(file))),
      [],
    );
    for (const wrong of [
      "applet === 'x'",
      'route.applet !== own',
      "name === 'nova'",
      "case 'keystone':",
      'style === plain',
    ]) {
      assert.match(wrong, comparison);
    }
  });

  it('has no base class of ours but the one of failures', () => {
    const wrong = files.filter((file) => {
      const bases = [...code(file).matchAll(/class\s+\w+\s+extends\s+(\w+)/g)].map(([, base]) => base);
      return bases.some(
        (base) => !['Error', 'Failure', 'UsageError', 'HttpFailure', 'Quiet', 'Number'].includes(base ?? ''),
      );
    });
    assert.deepEqual(wrong, []);
  });

  it('no source has more than 250 lines', () => {
    assert.deepEqual(
      // The list of an applet's commands is made, and has a line for each.
      files.filter((file) => lines(file) > 250 && basename(file) !== 'manifest.ts'),
      [],
    );
  });

  it('the build is at most 250 lines, with the lists of commands that it reads', () => {
    const local = /^import .* from '\.\/(.*)'/gm;
    const files = ['build.mjs', ...[...code('build.mjs').matchAll(local)].map(([, file]) => file ?? '')];
    assert.equal(files.length, 2);
    const count = files.reduce((sum, file) => sum + lines(file), 0);
    assert.ok(count <= 250, `${count} lines`);
  });

  it('no file says TODO, FIXME or XXX', () => {
    assert.deepEqual(
      files.filter((file) => /\b(TODO|FIXME|XXX:)/.test(code(file))),
      [],
    );
  });
});

/** Waiting has a limit under the name that everybody's has; how long a server may stay silent is then left to the settings. */
const hidden: Readonly<Record<string, readonly string[]>> = {
  'stackline wait': ['timeout'],
  // The client's own option means the same: a file, or - for standard output.
  'swift download': ['output'],
  // The version of the build: nova-manage tells its own as a command, `version`.
  'nova-manage agent create': ['version'],
  'nova-manage agent modify': ['version'],
};

describe('manifests and commands', () => {
  for (const name of [...Object.keys(applets), ...Object.keys(olderApplets), 'stackline']) {
    it(`${name}: each subcommand is a file, and each file a subcommand`, async () => {
      const { commands, examples } = await loadApplet(name);
      const directory = join(root, 'src', 'commands', commandsOf(name));
      assert.deepEqual(
        readdirSync(directory).sort(),
        ['index', 'manifest', ...(examples === undefined ? [] : ['examples']), ...namesOf(commands)]
          .map((verb) => `${verb.replaceAll(' ', '-')}.ts`)
          .sort(),
      );
    });

    it(`${name}: names and aliases are each used once`, async () => {
      const { commands } = await loadApplet(name);
      const names = entriesOf(commands).flatMap((entry) => [entry.name, ...entry.aliases]);
      assert.deepEqual(names, [...new Set(names)]);
    });

    it(`${name}: every command's options are well formed`, async () => {
      const { client, commands } = await loadApplet(name);
      const shared = Object.entries(globalOptions(client.globals));
      for (const verb of namesOf(commands)) {
        const command = await loadCommand(name, verb);
        // One that is for something else than what the command shows hides nothing.
        const globals = shared
          .filter(([, { shows }]) => shows?.some((kind) => kind === command.shows) ?? true)
          .map(([key, option]) => longName(key, option));
        const long = Object.entries(command.options).flatMap(([key, option]) => [
          longName(key, option),
          ...(option.aliases ?? []),
        ]);
        assert.deepEqual(long, [...new Set(long)], `${verb}: an option is spelled twice`);
        assert.deepEqual(
          long.filter((option) => globals.includes(option)),
          hidden[`${name} ${verb}`] ?? [],
          `${verb}: hides a global option`,
        );
        assert.deepEqual(
          Object.keys(command.options).filter((key) => key in globalOptions(client.globals)),
          [],
          `${verb}: has the key of a global option, so that the value of one would be that of the other`,
        );
        for (const [key, option] of Object.entries(command.options)) {
          assert.match(option.help, /^[A-Z][\s\S]*[^,:;\s]$/, `${verb} --${longName(key, option)}: help is a sentence`);
          for (const other of option.conflicts ?? [])
            assert.ok(other in command.options, `${verb}: no option ${other}`);
        }
        for (const argument of Object.values(command.arguments))
          assert.match(argument.placeholder, /^(<.+>|[A-Z][A-Z0-9_]*)$/, verb);
      }
    });
  }
});
