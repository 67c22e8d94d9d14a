import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entriesOf, findEntry, isFirstWord, namesOf } from '../../src/command/manifest.js';

const manifest = `
list: List servers.
links = list links
list links: List links: all of them.
old-list: (hidden) List as it was.
former-list = old-list
oldest-list = old-list
`;

describe('a manifest', () => {
  it('gives a command by its name, of one word or of two', () => {
    assert.deepEqual(findEntry(manifest, 'list'), { name: 'list', summary: 'List servers.' });
    assert.deepEqual(findEntry(manifest, 'list links'), { name: 'list links', summary: 'List links: all of them.' });
  });

  it('gives a command by its other names, and a hidden one too', () => {
    assert.deepEqual(findEntry(manifest, 'links'), { name: 'list links', summary: 'List links: all of them.' });
    for (const name of ['old-list', 'former-list', 'oldest-list']) {
      assert.deepEqual(findEntry(manifest, name), { name: 'old-list', summary: 'List as it was.' }, name);
    }
  });

  it('knows no other word, whatever is in it', () => {
    for (const word of [
      'lis',
      'ist',
      'list:',
      'list: List servers.',
      'list: List servers.\nlinks',
      '\nlist',
      '',
      '__proto__',
    ]) {
      assert.equal(findEntry(manifest, word), undefined, JSON.stringify(word));
      assert.equal(isFirstWord(manifest, word), false, JSON.stringify(word));
    }
  });

  it('tells the first word of a command', () => {
    assert.ok(isFirstWord(manifest, 'list'));
    assert.ok(isFirstWord('\nconfig set: Keep a setting.\n', 'config'));
    assert.equal(isFirstWord('\nconfig set: Keep a setting.\n', 'conf'), false);
  });

  it('lists all commands in order', () => {
    assert.deepEqual(namesOf(manifest), ['list', 'list links', 'old-list']);
    assert.deepEqual(entriesOf(manifest).at(-1), {
      name: 'old-list',
      summary: 'List as it was.',
      aliases: ['former-list', 'oldest-list'],
      hidden: true,
    });
    assert.deepEqual(entriesOf('\n'), []);
  });
});
