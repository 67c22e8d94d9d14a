import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completionOf } from '../../../src/cli/completion/completion-of.js';
import { printed, wordsOf } from '../../../src/cli/completion/shells.js';
import { isFile, thingOf } from '../../../src/cli/completion/things.js';

/** The candidates of a line that fit what was typed of its last word. */
async function candidates(line: string, program = 'stackline'): Promise<readonly string[]> {
  const { candidates: all, typed } = await completionOf(program, line.split(' '));
  return all.map(({ word }) => word).filter((word) => word.startsWith(typed));
}

const thing = async (line: string, program = 'stackline') => (await completionOf(program, line.split(' '))).names;

describe('what may follow', () => {
  it('is at first a command of ours, one of nova, one that is typed flat, a client, or help', async () => {
    const first = await candidates('');
    for (const word of ['list', 'whoami', 'links', 'service-list', 'neutron', 'help', 'completion'])
      assert.equal(first.filter((one) => one === word).length, 1, word);
    assert.ok(!first.includes('net-list') && !first.includes('complete-word'));
    assert.deepEqual(await candidates('console-l'), ['console-log']);
    assert.deepEqual(await candidates('--debug console-l'), ['console-log']);
    assert.deepEqual(await candidates('--os-cloud mine console-l'), ['console-log']);
  });

  it('is the second word of a command that has two, and a command of a client behind its name', async () => {
    assert.deepEqual([...(await candidates('links '))].sort(), ['install', 'list', 'remove']);
    assert.ok((await candidates('nova-manage service ')).includes('list'));
    assert.deepEqual(await candidates('glance md-tag-s'), ['md-tag-show']);
    assert.deepEqual(await candidates('help glance md-tag-s'), ['md-tag-show']);
    assert.deepEqual(await candidates('md-tag-s', 'glance'), ['md-tag-show']);
    assert.deepEqual(await candidates('links', 'glance'), []);
  });

  it('is an option of the command or of all commands, but none that can change nothing', async () => {
    assert.deepEqual([...(await candidates('list --all-'))].sort(), ['--all-clouds', '--all-regions', '--all-tenants']);
    assert.deepEqual(await candidates('list --where'), ['--where']);
    assert.deepEqual(await candidates('show --sort-'), []);
    assert.deepEqual(await candidates('--os-clo'), ['--os-cloud']);
    assert.deepEqual(await candidates('list -- --all-'), []);
  });

  it('is a value that an option or an argument may have', async () => {
    assert.deepEqual(await candidates('list -f js'), ['json']);
    assert.deepEqual(await candidates('list --format js'), ['json']);
    assert.deepEqual(await candidates('list --form js'), ['json']);
    assert.deepEqual(await candidates('completion '), ['bash', 'zsh', 'fish']);
    const { lead, typed } = await completionOf('stackline', ['list', '--format=js']);
    assert.deepEqual([lead, typed], ['--format=', 'js']);
    assert.deepEqual((await completionOf('stackline', ['list', '--os-password', 'x'])).candidates, []);
  });

  it('is the name of a thing', async () => {
    assert.equal(await thing('show '), 'server');
    assert.equal(await thing('delete web01 '), 'server');
    assert.equal(await thing('show web01 '), undefined);
    assert.equal(await thing('boot --flavor '), 'flavor');
    assert.equal(await thing('boot --image=c'), 'image');
    assert.equal(await thing('--os-cloud '), 'cloud');
    assert.equal(await thing('neutron net-show '), 'network');
    assert.equal(await thing('net-show ', 'neutron'), 'network');
    assert.equal(await thing('keystone tenant-get '), 'project');
    assert.equal(await thing('keystone user-get '), 'user');
    assert.equal(await thing('glance image-show '), 'image');
    assert.equal(await thing('cinder show '), 'volume');
  });

  it('knows things and files by their placeholders', () => {
    const things = { '<tenant-id>': 'project', SECURITY_GROUP: 'security_group', '<volume-type>': undefined };
    for (const [placeholder, known] of Object.entries(things)) assert.equal(thingOf(placeholder), known, placeholder);
    assert.deepEqual(['<file>', '<dir>', '<ca-certificate>', '<name>'].map(isFile), [true, true, true, false]);
  });

  it('is told where a secret is among the words', async () => {
    for (const line of ['--os-password hunter2 li', '--os-password=hunter2 li', 'list --os-password hunter2 --al'])
      assert.equal((await completionOf('stackline', line.split(' '))).hasSecret, true, line);
    assert.equal((await completionOf('stackline', ['list', '--os-username', 'x', ''])).hasSecret, false);
  });
});

describe('what a shell is given', () => {
  const some = (...words: string[]) => ({ candidates: words.map((word) => ({ word, meaning: '' })), isFile: false });
  const inBash = (word: string, typed: string, raw: string, lead = ''): string =>
    printed('bash', { ...some(word), lead, typed }, raw).split('\n')[1] ?? '';

  it('is one candidate a line, with what it means in zsh and fish', () => {
    const candidates = [
      { word: 'list', meaning: 'List servers. And more.' },
      { word: 'show', meaning: '' },
    ];
    const found = { candidates, isFile: false, lead: '', typed: 'l' };
    assert.equal(printed('bash', found, 'l'), 'words\nlist\n');
    assert.equal(printed('zsh', found, 'l'), 'words\nlist\tList servers.\n');
    assert.equal(printed('fish', { ...found, lead: '--x=' }, '--x=l'), 'words\n--x=list\tList servers.\n');
    assert.equal(printed('bash', { ...found, candidates: [], isFile: true }, 'l'), 'files\n');
  });

  it('is nothing that a terminal obeys, that hides, or that is an option', () => {
    const hostile = ['a\x1b[2Jb', 'a\nb', 'a\rb', 'a\u202eb', 'a\u200bb', 'a\tb', '--yes', '\x9b2J'];
    for (const shell of ['bash', 'zsh', 'fish'])
      assert.equal(
        printed(shell, { ...some(...hostile, 'good'), lead: '', typed: '' }, '').split('\n').length,
        3,
        shell,
      );
  });

  it('is quoted in bash, where it is not behind a quote', () => {
    assert.equal(inBash('my server', 'my', 'my'), 'my\\ server');
    assert.equal(inBash('a$(reboot)`x`;&|<>', 'a', 'a'), 'a\\$\\(reboot\\)\\`x\\`\\;\\&\\|\\<\\>');
    assert.equal(inBash("it's", 'i', 'i'), "it\\'s");
    assert.equal(inBash('~root', '', ''), '\\~root');
    assert.equal(inBash('höhe', 'h', 'h'), 'höhe');
    assert.equal(inBash('my server', 'my', '"my'), 'my server');
    assert.equal(inBash('a"; reboot', 'a', '"a'), '');
    assert.equal(inBash('$(reboot)', '', '"'), '');
  });

  it('is what stands behind the last = or : in bash, which parts words there', () => {
    assert.equal(inBash('json', 'js', '--format=js', '--format='), 'json');
    assert.equal(inBash('10.0.0.1:80', '10.0.0.1:', '10.0.0.1:'), '80');
    assert.deepEqual(wordsOf('bash', ['stackline', '--format', '=', 'js']), ['stackline', '--format=js']);
    assert.deepEqual(wordsOf('bash', ['stackline', '--format', '=', '']), ['stackline', '--format=']);
    assert.deepEqual(wordsOf('bash', ['stackline', 'a', ':', 'b']), ['stackline', 'a:b']);
    assert.deepEqual(wordsOf('bash', ['stackline', '"my ser', "it\\'s", "'a b'", '']), [
      'stackline',
      'my ser',
      "it's",
      'a b',
      '',
    ]);
    assert.deepEqual(wordsOf('zsh', ['stackline', 'a\\ b', '"c']), ['stackline', 'a b', 'c']);
    assert.deepEqual(wordsOf('fish', ['stackline', 'a\\b', '"c']), ['stackline', 'a\\b', 'c']);
  });
});
