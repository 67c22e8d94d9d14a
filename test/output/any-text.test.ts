import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visibleLines } from '../../src/lib/escape.js';
import { columnsOf } from '../../src/output/wide.js';
import { figure } from '../support/figures.js';
import { fc, runs } from '../support/property.js';
import { listOf, printed } from './views.js';

const anyCell = fc.oneof(
  { weight: 3, arbitrary: fc.string() },
  { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom('|', ' ', '+', '-', '\n', 'x', '東', 'e\u0301', '\\', '\t') }),
  },
);

const anyRows = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { maxLength: 8 }));

test('the table loses, adds and reorders no cell, for any text', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const titles = (rows[0] ?? ['']).map((_, index) => `Column ${index}`);
      const out = await printed(listOf('nova', titles, rows));
      assert.deepEqual(
        readBack(out, rows),
        rows.map((row) => row.map((cell) => visibleLines(cell.replaceAll('\r', '')))),
      );
    }),
    { numRuns: runs(figure('tables of any text', 1000)) },
  );
});

/** Reads a left aligned table back by the columns of its rule; rows are as high as their highest cell. */
function readBack(out: string, rows: readonly (readonly string[])[]): string[][] {
  const lines = out.split('\n');
  assert.equal(lines.pop(), '');
  const widths = (lines[0] ?? '')
    .slice(1, -1)
    .split('+')
    .map((dashes) => dashes.length - 2);
  assert.deepEqual([lines[2], lines.at(-1)], [lines[0], lines[0]]);
  let at = 3;
  const read = rows.map((row) => {
    const height = Math.max(...row.map((cell) => cell.split('\n').length));
    const cut = lines.slice(at, at + height).map((line) => cells(line, widths));
    at += height;
    return row.map((cell, column) =>
      cut
        .slice(0, cell.split('\n').length)
        .map((line, y) => withoutPadding(line[column] ?? '', cell.replaceAll('\r', '').split('\n')[y] ?? ''))
        .join('\n'),
    );
  });
  assert.equal(at, lines.length - 1);
  return read;
}

function cells(line: string, widths: readonly number[]): string[] {
  const points = Array.from(line);
  assert.equal(points.shift(), '|');
  return widths.map((width) => {
    let cell = '';
    while (columnsOf(cell) < width + 2) cell += points.shift() ?? assert.fail('the line is too short');
    while (points[0] !== '|') cell += points.shift() ?? assert.fail('the line is too short');
    points.shift();
    return cell.replace(/^ /, '').replace(/ $/, '');
  });
}

/** Only blanks are padding, and blanks at the end of the text itself are not. */
function withoutPadding(cell: string, text: string): string {
  const blanks = /[ ]*$/.exec(text)?.[0] ?? '';
  return cell.replace(/ +$/, '') + blanks;
}

test('escaped text can be read back to the text that it was, whatever that is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('\\'));
      const shown = visibleLines(text);
      assert.doesNotMatch(shown, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
      assert.equal(
        shown
          .replaceAll(/\\(?:x(..)|u(.{4})|U(.{8}))/g, (_, x, u, U) =>
            String.fromCodePoint(Number.parseInt(x ?? u ?? U, 16)),
          )
          .replaceAll('\\t', '\t')
          .replaceAll('\\r', '\r'),
        text,
      );
    }),
  );
});
