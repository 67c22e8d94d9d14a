import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../src/core/errors.js';
import type { Expression, Word } from '../../src/selection/expression.js';
import { numberOf, sizeOf, timeOf, unitOf } from '../../src/selection/literals.js';
import { parseWhere } from '../../src/selection/parse.js';
import { tokensOf } from '../../src/selection/tokens.js';
import { fc, runs } from '../support/property.js';

const OPERATORS = ['=', '!=', '~', '<', '>', '<=', '>='] as const;
const NO_PLACE = { from: 0, to: 0 };
const word = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('and', 'NOT', 'in', 'host', 'a"b', "it's", '\\'),
  )
  .map((text): Word => ({ text, isQuoted: true, place: NO_PLACE }));
const bare = fc
  .stringMatching(/^[\w.*?:+/@-]{1,10}$/)
  .filter((text) => !/^(?:and|or|not|in)$/i.test(text))
  .map((text): Word => ({ text, isQuoted: false, place: NO_PLACE }));
const anyWord = fc.oneof(word, bare);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({
      kind: fc.constant('compare' as const),
      field: anyWord,
      operator: fc.constantFrom(...OPERATORS),
      value: anyWord,
    }),
    fc.record({
      kind: fc.constant('in' as const),
      field: anyWord,
      values: fc.array(anyWord, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('expression') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

const spelled = ({ text, isQuoted }: Word): string => (isQuoted ? `'${text.replace(/[\\']/g, '\\$&')}'` : text);

function textOf(one: Expression): string {
  if (one.kind === 'not') return `not ${inside(one.part)}`;
  if (one.kind === 'in') return `${spelled(one.field)} in (${one.values.map(spelled).join(', ')})`;
  if (one.kind === 'compare') return `${spelled(one.field)}${one.operator}${spelled(one.value)}`;
  return one.parts.map(inside).join(` ${one.kind} `);
}
const inside = (one: Expression): string =>
  one.kind === 'and' || one.kind === 'or' ? `(${textOf(one)})` : textOf(one);

/** The same without places. */
const bareOf = (one: unknown): unknown =>
  JSON.parse(JSON.stringify(one, (key, value) => (key === 'place' ? undefined : value)));

describe('the grammar of --where', () => {
  it('reads back whatever is written in it', () => {
    fc.assert(
      fc.property(expression, (one) => assert.deepEqual(bareOf(parseWhere(textOf(one))), bareOf(one))),
      { numRuns: runs(3000) },
    );
  });

  it('any text is an expression, or is refused at a place in it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'and ',
        'or ',
        'not ',
        'in ',
        '(',
        ')',
        ',',
        '=',
        '!=',
        '!',
        '<',
        '~',
        "'",
        '"',
        ' ',
        'a',
        '\\',
        '\u001b',
        '東',
      ),
      fc.string({ maxLength: 3 }),
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (source) => {
        try {
          parseWhere(source);
        } catch (error) {
          assert.ok(error instanceof UsageError, String(error));
          assert.match(error.message, /^argument --where: [^\n]+\n {2}[^\n]*\n *\^+$/u);
        }
      }),
      { numRuns: runs(5000) },
    );
  });

  it('tokens hold the whole text: between them is nothing but blanks', () => {
    fc.assert(
      fc.property(expression, (one) => {
        const source = textOf(one);
        let end = 0;
        for (const { place } of tokensOf(source)) {
          assert.match(source.slice(end, place.from), /^\s*$/u);
          end = place.to;
        }
        assert.equal(end, source.length + 1);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('and binds closer than or, not closer than both', () => {
    const same = (one: string, other: string) => assert.deepEqual(bareOf(parseWhere(one)), bareOf(parseWhere(other)));
    same('a=1 or b=2 and c=3', 'a=1 or (b=2 and c=3)');
    same('not a=1 and b=2', '(not a=1) and b=2');
    same('a not in (1)', 'not a in (1)');
    same('a  =  1', 'a=1');
  });

  it('a long one is read in one pass: so many tokens as words and marks', () => {
    const source = Array.from({ length: 20_000 }, (_, index) => `a${index}=b`).join(' and ');
    assert.equal(tokensOf(source).length, 20_000 * 4);
    const read = parseWhere(source);
    assert.ok('parts' in read && read.parts.length === 20_000);
  });

  it('brackets without end are refused, not followed', () => {
    assert.throws(() => parseWhere('('.repeat(50_000)), /too many brackets/);
    assert.throws(() => parseWhere('not '.repeat(50_000)), /too many brackets/);
  });
});

describe('what words may mean', () => {
  it('sizes are powers of 1,024', () => {
    assert.equal(sizeOf('10G'), 10 * 1024 ** 3);
    assert.equal(sizeOf('1.5TiB'), 1.5 * 1024 ** 4);
    assert.equal(sizeOf('512mb'), 512 * 1024 ** 2);
    for (const none of ['G', '10', '10X', '-1G', '10 G']) assert.equal(sizeOf(none), undefined);
  });

  it('a field has the unit of its service', () => {
    assert.equal(unitOf('size', 'volume'), 1024 ** 3);
    assert.equal(unitOf('size', 'image'), 1);
    assert.equal(unitOf('free_ram_mb', 'compute'), 1024 ** 2);
    assert.equal(unitOf('local_gb', 'compute'), 1024 ** 3);
    assert.equal(unitOf('flavor.ram', 'compute'), 1024 ** 2);
  });

  it('times are those of ISO 8601, in UTC without a zone', () => {
    assert.equal(timeOf('2013-01-02T03:04:05Z'), Date.UTC(2013, 0, 2, 3, 4, 5));
    assert.equal(timeOf('2013-01-02T03:04:05.250000'), Date.UTC(2013, 0, 2, 3, 4, 5, 250));
    assert.equal(timeOf('2013-01-02 03:04:05+02:00'), Date.UTC(2013, 0, 2, 1, 4, 5));
    assert.equal(timeOf('2013-01-02'), Date.UTC(2013, 0, 2));
    for (const none of ['2013', '2013-13-01', '2013-02-30', 'yesterday', '12:00'])
      assert.equal(timeOf(none), undefined);
  });

  it('whole numbers are exact', () => {
    assert.equal(numberOf('9007199254740993'), 9007199254740993n);
    assert.equal(numberOf('-1.5e3'), -1500);
    assert.equal(numberOf('0x10'), undefined);
  });
});
