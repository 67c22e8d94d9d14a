import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import nova from '../../src/classic/nova.js';
import { globalOptions } from '../../src/cli/globals.js';
import { parse } from '../../src/cli/parse.js';
import { report } from '../../src/cli/report.js';
import {
  argument,
  choice,
  flag,
  integer,
  many,
  optionalInteger,
  several,
  text,
  unknownOptions,
} from '../../src/command/options.js';
import { UsageError } from '../../src/core/errors.js';
import { fc, runs } from '../support/property.js';

const shape = {
  options: {
    allTenants: optionalInteger('<0|1>', 'All projects.', { env: ['ALL_TENANTS'] }),
    allowed: flag('Only what is allowed.'),
    name: text('<name>', 'Name.'),
    limit: integer('<n>', 'At most.'),
    sort: text('<key>', 'Sort.'),
    tags: many('<tag>', 'Tag.'),
    power: choice(['on', 'off'], 'Power.', { conflicts: ['allowed'] }),
  },
  arguments: { server: argument('<server>', 'Server.') },
  globals: globalOptions(),
};

const read = (line: string, env = {}) => parse(shape, line.split(' ').filter(Boolean), env);
const complaint = (line: string) => {
  try {
    read(line);
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    const { text } = report(error, { words: nova.errors, program: 'nova', command: 'nova show', debug: false });
    const [said = '', meant] = text
      .trimEnd()
      .replace(/^.*?error: /, '')
      .split('\n');
    return meant?.startsWith('Did you mean') ? `${said} / ${meant}` : said;
  }
  return assert.fail(`'${line}' was accepted`);
};

describe('options as the classic shells take them', () => {
  const rows: readonly (readonly [string, Record<string, unknown>])[] = [
    ['s1', { allTenants: 0, allowed: false, limit: undefined, tags: [] }],
    ['s1 --all-tenants', { allTenants: 1 }],
    ['s1 --all-tenants 0', { allTenants: 0 }],
    ['s1 --all-tenants=0', { allTenants: 0 }],
    ['--all-tenants=1 s1', { allTenants: 1 }],
    ['s1 --all_tenants 1', { allTenants: 1 }],
    ['s1 --all-t 1', { allTenants: 1 }],
    ['s1 --limit -1', { limit: -1 }],
    ['s1 --limit=-1', { limit: -1 }],
    ['s1 --limit +5', { limit: 5 }],
    ['s1 --name a --name b', { name: 'b' }],
    ['s1 --name=', { name: '' }],
    ['s1 --name=a=b', { name: 'a=b' }],
    ['s1 --tags a --tags b', { tags: ['a', 'b'] }],
    ['s1 --power on', { power: 'on' }],
    // `--sort` is the command's own, though `--sort-column` begins like it, and `--sor` can be nothing else here.
    ['s1 --sort x', { sort: 'x' }],
    ['s1 --sor x', { sort: 'x' }],
  ];
  for (const [line, expected] of rows) {
    it(line, () => {
      const { options } = read(line);
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(options[key], value, key);
    });
  }

  it('takes the environment where no option was given', () => {
    assert.equal(read('s1', { ALL_TENANTS: '1' }).options.allTenants, 1);
    assert.equal(read('s1', { ALL_TENANTS: 'no' }).options.allTenants, 0);
    assert.equal(read('s1', { ALL_TENANTS: '' }).options.allTenants, 0);
    assert.equal(read('s1 --all-tenants 0', { ALL_TENANTS: '1' }).options.allTenants, 0);
  });

  it('takes global options before and after the words', () => {
    const { globals, args } = read('--os_username u --os-tenant-name t s1 -f json -c ID -c Name --debug');
    assert.equal(globals.username, 'u');
    assert.equal(globals.projectName, 't');
    assert.equal(globals.format, 'json');
    assert.deepEqual(globals.column, ['ID', 'Name']);
    assert.equal(globals.debug, true);
    assert.deepEqual(args, { server: 's1' });
  });

  it('takes short options with their value attached', () => {
    assert.equal(read('s1 -fcsv').globals.format, 'csv');
  });

  it('takes everything after -- as words', () => {
    assert.deepEqual(read('-- --name').args, { server: '--name' });
  });

  it('reads a switch of three spellings for no cache', () => {
    for (const line of ['--no-cache', '--no_cache', '--no-caching'])
      assert.equal(read(`s1 ${line}`).globals.noCache, true);
  });
});

describe('what is wrong with a command line, in argparse’s words', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['', 'the following arguments are required: <server>'],
    ['s1 s2', 'unrecognized arguments: s2'],
    ['s1 --bogus --worse', 'unrecognized arguments: --bogus --worse'],
    ['s1 --nmae x', 'unrecognized arguments: --nmae x / Did you mean --name?'],
    ['s1 --limit', 'argument --limit: expected one argument'],
    ['s1 --limit --name x', 'argument --limit: expected one argument'],
    ['s1 --limit ten', "argument --limit: invalid int value: 'ten'"],
    ['s1 --all-tenants two', "argument --all-tenants: invalid int value: 'two'"],
    ['s1 --power maybe', "argument --power: invalid choice: 'maybe' (choose from 'on', 'off')"],
    ['s1 --allowed=1', "argument --allowed: ignored explicit argument '1'"],
    ['s1 --power on --allowed', 'argument --power: not allowed with argument --allowed'],
    ['s1 --al', 'ambiguous option: --al could match --all-tenants, --allowed'],
    [
      's1 -f xml',
      "argument -f/--format: invalid choice: 'xml' (choose from 'table', 'json', 'yaml', 'csv', 'value', 'ndjson', 'shell', 'markdown', 'html', 'prom')",
    ],
  ];
  for (const [line, expected] of rows) it(line, () => assert.equal(complaint(line), expected));
});

describe('a command that catches unknown options', () => {
  const filtering = { ...shape, options: { ...shape.options, filters: unknownOptions('Filter.') }, arguments: {} };
  const filters = (line: string) => {
    const { options } = parse(filtering, line.split(' ').filter(Boolean), {});
    return options.filters;
  };

  it('gives them as they stand, and knows its own and the common ones', () => {
    const line =
      '--admin_state_up True --name a --fixed-ips type=dict list=true --debug --shared --limit 3 --x=-1 -f csv';
    assert.deepEqual(filters(line), '--admin_state_up True --fixed-ips type=dict list=true --shared --x=-1'.split(' '));
    assert.deepEqual(filters('--id 1 --id 2 --__proto__ x'), '--id 1 --id 2 --__proto__ x'.split(' '));
    assert.deepEqual(filters(''), []);
  });

  it('catches short ones and words that no argument takes, and all behind --', () => {
    assert.deepEqual(filters('-z word'), ['-z', 'word']);
    assert.deepEqual(filters('--x b -- --name x'), ['--', '--name', 'x']);
  });
});

describe('any words at all', () => {
  it('either parse or are refused with a sentence, never anything else', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '--all-tenants',
        '--limit',
        '--',
        '-',
        '--=',
        '-f',
        '--os',
        '-c',
        '--__proto__',
        '--constructor=1',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        try {
          const { args } = parse(shape, words, {});
          assert.equal(typeof args.server, 'string');
        } catch (error) {
          assert.ok(error instanceof UsageError, `${JSON.stringify(words)}: ${String(error)}`);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('an option that takes several words', () => {
  const shapeOfSeveral = {
    options: { metadata: several('<key=value>', 'Metadata.'), group: text('<id>', 'Group.', { long: 'group_id' }) },
    arguments: {},
    globals: globalOptions(),
  };
  const given = (line: string) => parse(shapeOfSeveral, line.split(' ').filter(Boolean), {}).options;

  it('takes all words up to the next option, each time it is given', () => {
    assert.deepEqual(given('--metadata a=1 b=2 --group_id x --metadata c=3').metadata, [['a=1', 'b=2'], ['c=3']]);
  });

  it('takes none, one behind an equals sign, and what is a number', () => {
    assert.deepEqual(given('--metadata --metadata=a=1 --metadata -5 x').metadata, [[], ['a=1'], ['-5', 'x']]);
    assert.deepEqual(given('').metadata, []);
  });

  it('leaves the words behind an attached value and behind -- alone', () => {
    assert.throws(() => given('--metadata=a=1 b'), /unrecognized arguments: b/);
    assert.throws(() => given('--metadata a=1 -- b'), /unrecognized arguments: b/);
  });

  it('is found by a spelling with underscores or dashes', () => {
    assert.equal(given('--group-id x').group, 'x');
    assert.equal(given('--group_id=x').group, 'x');
  });
});
