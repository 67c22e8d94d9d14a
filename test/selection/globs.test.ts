import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { globOf } from '../../src/selection/compare.js';
import { fc, runs } from '../support/property.js';

/** As it is defined: `*` is nothing, or one character and the rest again. */
function fits(glob: string, text: string): boolean {
  if (glob === '') return text === '';
  if (glob.startsWith('*')) return fits(glob.slice(1), text) || (text !== '' && fits(glob, text.slice(1)));
  return text !== '' && (glob.startsWith('?') || glob[0] === text[0]) && fits(glob.slice(1), text.slice(1));
}

const from = (letters: string, most: number) =>
  fc.array(fc.constantFrom(...letters), { maxLength: most }).map((all) => all.join(''));

describe('a glob', () => {
  it('is what it is defined to be', () =>
    fc.assert(
      fc.property(from('aab*?.', 8), from('ab.', 9), (glob, text) => {
        assert.equal(globOf(glob).test(text), fits(glob, text), `${glob} on ${text}`);
      }),
      { numRuns: runs(20_000) },
    ));

  it('takes a text as long as a server likes, whatever its end is', () => {
    assert.equal(globOf('*a*a*a*a*b').test('a'.repeat(200_000)), false);
    assert.equal(globOf('*a*a*a*a*').test('a'.repeat(200_000)), true);
  });

  it('has signs that mean nothing, newlines and characters of two units', () => {
    for (const [glob, text] of [
      ['a.b', 'a.b'],
      ['(a|b)*[', '(a|b) \n ['],
      ['?x', '\u{1f600}x'],
    ] as const)
      assert.ok(globOf(glob).test(text), glob);
    assert.equal(globOf('a.b').test('axb'), false);
  });
});
