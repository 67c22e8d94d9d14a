import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fold, leastWidths } from '../../../src/output/terminal/fold.js';
import { columnsOf } from '../../../src/output/wide.js';
import { fc, runs } from '../../support/property.js';

/* Where a line of a cell ends on a terminal: at natural breaks, and never within an id or an address. */

const WHOLE = [
  '487be216-e5d8-4373-9427-ab6fac6da321',
  'eeb92dd507e45e16026d69bd015acef7',
  'dc2213ebbf560c41ebb6cdd333e102b6f9ddebc13ff8c9b98ef97147',
  '199.116.232.40',
  '10.0.0.0/24',
  '192.0.2.7:8774',
  'fd00:1:1::e',
  '2001:db8::/32',
  'fe80::f816:3eff:fe12:3456',
  '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
  'fa:16:3e:00:11:22',
  '2013-02-25',
  '19:32:37.000000',
];

describe('a folded text', () => {
  it('ends its lines behind punctuation and blanks', () => {
    assert.deepEqual(fold('novanetwork_0=10.1.0.8, 199.116.232.40', 20), [
      'novanetwork_0=',
      '10.1.0.8,',
      '199.116.232.40',
    ]);
    assert.deepEqual(fold('cloud.example.com', 12), ['cloud.', 'example.com']);
    assert.deepEqual(fold('a quite long sentence', 10), ['a quite', 'long', 'sentence']);
    assert.deepEqual(fold('image (76cb8681-f633-4732-8a23-6c8f35e92cbf)', 38), [
      'image',
      '(76cb8681-f633-4732-8a23-6c8f35e92cbf)',
    ]);
    assert.deepEqual(fold('2013-02-25T19:32:37.000000', 16), ['2013-02-25T', '19:32:37.000000']);
  });

  it('is cut within a word only where the word is longer than a line, between whole characters', () => {
    assert.deepEqual(fold('abcdefghij', 4), ['abcd', 'efgh', 'ij']);
    assert.deepEqual(fold('\u6771\u4eac\u90fd\u{1f600}x', 4), ['\u6771\u4eac', '\u90fd\u{1f600}', 'x']);
  });

  it('keeps its own lines, also empty ones', () => {
    assert.deepEqual(fold('one\n\ntwo three', 5), ['one', '', 'two', 'three']);
  });

  it('keeps every id, address and time whole, however narrow', () => {
    for (const whole of WHOLE) {
      for (const text of [whole, `net=${whole}, x`, `{'a': ['${whole}']}`, `${whole};${whole}`]) {
        for (const width of [1, 7, 20]) {
          assert.ok(
            fold(text, width).some((line) => line.includes(whole)),
            `${text} in ${width}`,
          );
        }
        assert.ok(leastWidths(text).atom >= whole.length, text);
      }
    }
  });

  it('says the same, in lines that are no wider than they may be, whatever it is', () => {
    const word = fc.oneof(
      fc.constantFrom(...WHOLE),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(', ', ' ', '=', '-'),
    );
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join('').replace(/[\r\n\t]/g, ''));
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (given, width) => {
        const lines = fold(given, width);
        const bare = (one: string): string => one.replace(/\s/gu, '');
        assert.equal(bare(lines.join('')), bare(given));
        const { atom } = leastWidths(given);
        for (const line of lines) assert.ok(columnsOf(line) <= Math.max(width, atom), line);
      }),
      { numRuns: runs(5000) },
    );
  });
});
