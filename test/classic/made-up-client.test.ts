import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClassicClient } from '../../src/classic/client.js';
import { givenSettings, globalOptions } from '../../src/cli/globals.js';
import { commandHelp } from '../../src/cli/help.js';
import { parse } from '../../src/cli/parse.js';
import { report } from '../../src/cli/report.js';
import { usage } from '../../src/cli/usage.js';
import { list, show } from '../../src/command/define.js';
import { argument, integer, text, unknownOptions } from '../../src/command/options.js';
import { missingSettings } from '../../src/config/missing.js';
import { withServiceType } from '../../src/config/service-type.js';
import { resolveSettings } from '../../src/config/settings.js';
import { Failure, UsageError } from '../../src/core/errors.js';
import type { Settings } from '../../src/core/settings.js';
import type { View } from '../../src/core/view.js';
import { httpFailure } from '../../src/http/api-errors.js';
import { render } from '../../src/output/index.js';

/*
 * A client that is not there, with the habits of several that are: tables as python-glanceclient 4.1 and
 * python-cinderclient 9.1 printed the same values, errors as cinder words them. It is nothing but this value.
 */

const picture: ClassicClient = {
  version: '4.1.0',
  service: 'picture',
  serviceTypes: { setting: 'imageApiVersion', byMajor: { 1: 'picture', 2: 'picturev2' }, otherwise: 'picturev2' },
  env: {
    username: ['OS_USERNAME', 'PICTURE_USERNAME'],
    endpointOverride: ['OS_PICTURE_URL'],
    token: ['OS_AUTH_TOKEN'],
  },
  globals: {
    endpointOverride: { long: 'os-picture-url', aliases: [] },
    username: { short: 'U', aliases: ['user'] },
    debug: { short: 'd', env: ['PICTURE_DEBUG'] },
    // Here -f is something else, which is taken and means nothing.
    format: { short: undefined },
    force: { kind: 'flag', short: 'f', help: 'Accepted for compatibility.', hidden: true, default: false },
  },
  login: {
    requirements: [
      { needs: 'user', sentence: 'You must provide a username via either --os-username or env[OS_USERNAME]' },
      { needs: 'password', sentence: 'You must provide a password' },
      { needs: 'scope', sentence: 'You must provide a project' },
      { needs: 'auth url', sentence: 'You must provide an auth url' },
    ],
    password: 'You must provide a password',
  },
  errors: {
    failure: (_, message) => `ERROR: ${message}`,
    argparse: 'python3',
    usagePrefix: 'program',
    usagePointsToHelp: false,
    unknownCommand: (word) => `no such command: ${word}`,
  },
  apiErrors: {
    picture: {
      kind: (status) => [`HTTP${status}`, 'refused'],
      sentence: ({ status, message }) => `HTTP ${status} ${message}`,
    },
  },
  help: { sections: { arguments: 'Required arguments', options: 'Options' }, column: 24, showsAliases: true },
  tables: {
    align: 'left',
    carriageReturn: 'blank',
    list: { null: '', falsy: '', nested: 'python3', empty: 'head', sortBy: 'nothing' },
    show: {
      null: 'None',
      nested: 'json',
      titles: ['Property', 'Value'],
      sorted: true,
      wrap: 'columns',
      splitsEscapedNewlines: false,
    },
  },
};

interface Picture {
  readonly id: string;
  readonly name: string | null;
  readonly size: number;
  readonly tags: readonly unknown[];
  readonly flag: boolean;
  readonly more: object;
}

const pictures: readonly Picture[] = [
  { id: 'b', name: null, size: 0, tags: [], flag: false, more: { a: 1 } },
  { id: 'a', name: 'x\ry', size: 12, tags: ['t', { k: null }], flag: true, more: {} },
];

const pictureList = list({
  options: {
    limit: integer('<LIMIT>', 'Maximum number of pictures to get.', { aliases: ['most'] }),
    filters: unknownOptions('Any attribute.'),
  },
  rows: async function* ({ options }) {
    const wanted = options.filters[0] === '--id' ? options.filters[1] : undefined;
    yield pictures.filter(({ id }) => wanted === undefined || wanted === id).slice(0, options.limit);
  },
  columns: {
    id: { title: 'ID', value: ({ id }: Picture) => id },
    name: { title: 'Name', value: ({ name }: Picture) => name },
    size: { title: 'Size', value: ({ size }: Picture) => size },
    tags: { title: 'Tags', value: ({ tags }: Picture) => tags },
    flag: { title: 'Flag', value: ({ flag }: Picture) => flag },
    more: { title: 'More', value: ({ more }: Picture) => more },
  },
});

const long = `${'word '.repeat(30)}\nsecond line that is not so long`;

const pictureShow = show({
  options: { format: text('<FORMAT>', 'What it is shown as.') },
  arguments: { picture: argument('<PICTURE_ID>', 'ID of picture to describe.') },
  wrap: 80,
  fields: async () => [
    { name: 'name', value: null },
    { name: 'tags', value: ['a', { b: null }] },
    { name: 'id', value: 'x' },
    { name: 'zero', value: 0 },
    { name: 'long', value: long },
    { name: 'hash', value: 'f'.repeat(100) },
    { name: 'flag', value: false },
  ],
});

async function screen(command: typeof pictureList, words: readonly string[], client = picture): Promise<string[]> {
  const parsed = parse({ options: command.options, arguments: command.arguments, globals: {} }, words, {});
  const view = (await command.view({ ...parsed } as never)) as View;
  const options = { style: client.tables, format: 'table', columns: [], sortColumns: [], tty: false } as const;
  let out = '';
  await render(view, options, (chunk) => {
    out += chunk;
  });
  return out.split('\n').slice(0, -1);
}

const said = (error: unknown, command?: string, above?: string): string[] => {
  const context = { words: picture.errors, program: 'picture', debug: false };
  const { text: lines } = report(error, { ...context, ...(command && { command }), ...(above && { usage: above }) });
  return lines.split('\n').slice(0, -1);
};

function refused(words: readonly string[]): UsageError {
  const shape = { options: pictureList.options, arguments: pictureList.arguments, globals: {} };
  try {
    parse(shape, words, {});
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return error;
  }
  return assert.fail('it was accepted');
}

describe('a client that is one value', () => {
  it('has its own tables', async () => {
    assert.deepEqual(await screen(pictureList, []), [
      '+----+------+------+--------------------+------+----------+',
      '| ID | Name | Size | Tags               | Flag | More     |',
      '+----+------+------+--------------------+------+----------+',
      "| b  |      |      |                    |      | {'a': 1} |",
      "| a  | x y  | 12   | ['t', {'k': None}] | True |          |",
      '+----+------+------+--------------------+------+----------+',
    ]);
    assert.deepEqual(await screen(pictureList, ['--limit', '0']), [
      '+----+------+------+------+------+------+',
      '| ID | Name | Size | Tags | Flag | More |',
      '+----+------+------+------+------+------+',
      '+----+------+------+------+------+------+',
    ]);
    assert.deepEqual(await screen(pictureShow, ['x']), [
      '+----------+----------------------------------------------------------------------------------+',
      '| Property | Value                                                                            |',
      '+----------+----------------------------------------------------------------------------------+',
      '| flag     | False                                                                            |',
      `| hash     | ${'f'.repeat(80)} |`,
      `|          | ${'f'.repeat(20).padEnd(80)} |`,
      '| id       | x                                                                                |',
      `| long     | ${'word '.repeat(16).padEnd(80)} |`,
      `|          | ${'word '.repeat(14).padEnd(80)} |`,
      '|          | second line that is not so long                                                  |',
      '| name     | None                                                                             |',
      '| tags     | ["a", {"b": null}]                                                               |',
      '| zero     | 0                                                                                |',
      '+----------+----------------------------------------------------------------------------------+',
    ]);
  });

  it('may have other ones instead: sorted, with all values, or an item a line', async () => {
    const { list: texts, show: fields } = picture.tables;
    const { falsy: _, ...plain } = texts;
    const sorted = { ...plain, null: '-', sortBy: 'first column' } as const;
    const volume = { ...picture, tables: { ...picture.tables, list: sorted } };
    assert.deepEqual(await screen(pictureList, [], volume), [
      '+----+------+------+--------------------+-------+----------+',
      '| ID | Name | Size | Tags               | Flag  | More     |',
      '+----+------+------+--------------------+-------+----------+',
      "| a  | x y  | 12   | ['t', {'k': None}] | True  | {}       |",
      "| b  | -    | 0    | []                 | False | {'a': 1} |",
      '+----+------+------+--------------------+-------+----------+',
    ]);
    const titles = ['Field', 'Value'] as const;
    const tables = { ...picture.tables, show: { ...fields, null: '', nested: 'lines', titles } } as const;
    const lines = await screen(pictureShow, ['x'], { ...picture, tables });
    assert.deepEqual(
      lines.map((line) => line.slice(0, 24).trimEnd()).filter((line) => /Field|name|tags|null/.test(line)),
      ['| Field | Value', '| name  |', '| tags  | a', '|       | {"b": null}'],
    );
  });

  it('takes command lines as its commands say', async () => {
    const lines = await screen(pictureList, ['--id', 'a', '--most=5']);
    assert.equal(lines.length, 5);
    assert.match(lines[3] ?? '', /^\| a /);
  });

  it('has its own words for what goes wrong', () => {
    const above = usage('picture list', pictureList.options, pictureList.arguments);
    assert.deepEqual(said(refused(['--limit', 'x']), 'picture list', above), [
      'usage: picture list [--limit <LIMIT>]',
      "picture list: error: argument --limit: invalid int value: 'x'",
    ]);
    assert.deepEqual(said(new Failure('No picture.', { hint: 'Look again.' })), ['ERROR: No picture.', 'Look again.']);
    const request = { method: 'GET', url: 'http://cloud.example.com/', headers: {} } as const;
    const body = JSON.stringify({ message: 'There is none' });
    const refusal = httpFailure(request, { status: 404, headers: {} }, body, picture.apiErrors?.picture);
    assert.deepEqual([refusal.name, ...said(refusal)], ['HTTP404', 'ERROR: HTTP 404 There is none']);
  });

  it('has its own options and variables', () => {
    const shape = { options: {}, arguments: {}, globals: globalOptions(picture.globals) };
    const settingsOf = (line: string, env: Record<string, string>) => {
      const { globals } = parse(shape, line.split(' ').filter(Boolean), env);
      return { ...resolveSettings(givenSettings(globals), env, picture.env), debug: globals.debug };
    };
    const typed = settingsOf('-U u --os_picture_url http://h -f -d', {});
    assert.deepEqual([typed.username, typed.endpointOverride, typed.debug], ['u', 'http://h', true]);
    const env = { PICTURE_USERNAME: 'p', OS_PICTURE_URL: 'http://e', OS_TOKEN: 't', PICTURE_DEBUG: '1' };
    const { username, endpointOverride, token, debug } = settingsOf('--user u', env);
    assert.deepEqual([username, endpointOverride, token, debug], ['u', 'http://e', undefined, true]);
    assert.equal(settingsOf('', env).username, 'p');
    assert.equal(settingsOf('', { ...env, OS_USERNAME: 'o', PICTURE_DEBUG: '' }).username, 'o');
    assert.equal(settingsOf('', { PICTURE_DEBUG: '' }).debug, false);
    assert.throws(() => settingsOf('--bypass-url http://h', {}), /unrecognized arguments: --bypass-url/);
    // The others keep theirs.
    const everybody = parse({ ...shape, globals: globalOptions() }, ['-f', 'json', '--bypass-url', 'x'], env).globals;
    assert.deepEqual([everybody.format, everybody.endpointOverride, everybody.debug], ['json', 'x', false]);
  });

  it('asks for the type of its service that its version has', () => {
    const typeFor = (settings: Partial<Settings>) => withServiceType(settings as Settings, picture).serviceType;
    assert.equal(typeFor({}), 'picturev2');
    assert.equal(typeFor({ imageApiVersion: '1' }), 'picture');
    assert.equal(typeFor({ imageApiVersion: '2.16' }), 'picturev2');
    assert.equal(typeFor({ imageApiVersion: '__proto__' }), 'picturev2');
    assert.equal(typeFor({ imageApiVersion: '1', serviceType: 'mine' }), 'mine');
    assert.equal(withServiceType({ imageApiVersion: '1' } as Settings, {}).serviceType, undefined);
  });

  it('has its own layout of help', () => {
    const about = { summary: 'List pictures you can access.', command: pictureList };
    assert.deepEqual(commandHelp('picture list', picture.help, about).split('\n'), [
      'usage: picture list [--limit <LIMIT>]',
      '',
      'List pictures you can access.',
      '',
      'Options:',
      '  --limit <LIMIT>, --most <LIMIT>',
      '                        Maximum number of pictures to get.',
      '',
    ]);
    assert.match(
      commandHelp('picture show', picture.help, { ...about, command: pictureShow }),
      /\nRequired arguments:\n/,
    );
  });

  it('asks for what a login lacks in its own order and words', () => {
    const missing = (settings: object, canAsk = false, login = picture.login): string | undefined =>
      missingSettings(settings as Settings, login, () => canAsk)?.message;
    assert.equal(missing({}), 'You must provide a username via either --os-username or env[OS_USERNAME]');
    assert.equal(missing({ username: 'u' }), 'You must provide a password');
    assert.equal(missing({ username: 'u', passwordCommand: ['pass'] }), 'You must provide a project');
    assert.equal(missing({ username: 'u', password: 'p', projectId: '1' }), 'You must provide an auth url');
    assert.equal(missing({ username: 'u', password: 'p', projectId: '1', authUrl: 'http://h' }), undefined);
    // It asks nobody for a password; one that does misses none where somebody is there.
    assert.equal(missing({ username: 'u' }, true), 'You must provide a password');
    const asking = { ...picture.login, passwordPrompt: 'OS Password: ' };
    assert.equal(missing({ username: 'u' }, true, asking), 'You must provide a project');
    assert.equal(missing({ username: 'u' }, false, asking), 'You must provide a password');
  });
});
