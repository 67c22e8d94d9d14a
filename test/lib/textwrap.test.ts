import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wrap } from '../../src/lib/python/textwrap.js';
import { fc } from '../support/property.js';

/* Expected lines are those of Python 3.11. */

describe('textwrap', () => {
  it('parts at blanks, and behind hyphens between letters', () => {
    assert.deepEqual(wrap("[hint: use '--os-compute-api-version' flag]", 16), [
      "[hint: use '--",
      'os-compute-api-',
      "version' flag]",
    ]);
    assert.deepEqual(wrap('from 2016-03-04 on', 8), ['from 201', '6-03-04', 'on']);
    assert.deepEqual(wrap('a-b-c well--known x', 8), ['a-b-c', 'well--', 'known x']);
    assert.deepEqual(wrap('supercalifragilistic-expialidocious', 10), [
      'supercalif',
      'ragilistic',
      '-expialido',
      'cious',
    ]);
  });

  it('keeps blanks at the beginning of the text and within a line, and makes them of tabs and ends of lines', () => {
    assert.deepEqual(wrap('  two\n lines ', 20), ['  two  lines']);
    assert.deepEqual(wrap('a\tb', 20), ['a       b']);
    assert.deepEqual(wrap(' ', 20), []);
    assert.deepEqual(wrap('', 20), []);
  });

  it('takes any number but a decimal digit for a letter, and counts characters, not halves of them', () => {
    assert.deepEqual(wrap('!-\u001c²x-y京x-y--', 9), ['!-\u001c²x-', 'y京x-y--']);
    assert.deepEqual(wrap('😀😀😀😀😀', 2), ['😀😀', '😀😀', '😀']);
  });

  it('makes no line too wide, and loses nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        assert.ok(lines.every((line) => [...line].length <= width));
        assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
    );
  });

  it('looks at a long word once for each line, not at all of it', () => {
    let looked = 0;
    const word = 'a'.repeat(200_000);
    const from = Array.from;
    Array.from = ((text: string) => {
      looked += text.length;
      return from(text);
    }) as typeof from;
    try {
      assert.equal(wrap(word, 80).length, 2500);
    } finally {
      Array.from = from;
    }
    assert.ok(looked < 4 * word.length, `${looked} characters`);
  });
});
