import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandWords } from '../../src/config/command-words.js';

describe('a command', () => {
  for (const [text, words] of [
    ['pass show os', ['pass', 'show', 'os']],
    [` a  "b c" 'd "e' f\\ g "h\\"i" ''`, ['a', 'b c', 'd "e', 'f g', 'h"i', '']],
    ['echo $HOME | cat', ['echo', '$HOME', '|', 'cat']],
    ['', []],
  ] as const) {
    it(`${text} is cut into words`, () => assert.deepEqual(commandWords(text, 'f'), words));
  }
  it('with an open quote is refused', () => assert.throws(() => commandWords('a "b', 'f'), /Unbalanced quote/));
});
