import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayLoseNumbers } from '../../src/core/exact-number.js';
import { parseExactly } from '../../src/lib/exact-json.js';
import { jsonText } from '../../src/lib/python/json-text.js';
import { pythonRepr } from '../../src/lib/python/repr.js';
import { fc, runs } from '../support/property.js';

/** As a server writes it, and as Python's json.loads and repr() show it. */
const numbers: Readonly<Record<string, string>> = {
  '0': '0',
  '-0': '0',
  '-7': '-7',
  '9007199254740991': '9007199254740991',
  '9007199254740993': '9007199254740993',
  '12345678901234567': '12345678901234567',
  '18446744073709551615': '18446744073709551615',
  '-18446744073709551615': '-18446744073709551615',
  '1.0': '1.0',
  '-0.0': '-0.0',
  '1.50': '1.5',
  '0.5': '0.5',
  '0.1': '0.1',
  '1e22': '1e+22',
  '1E2': '100.0',
  '1e16': '1e+16',
  '123456789012345678.0': '1.2345678901234568e+17',
  '0.00001': '1e-05',
  '0.0001': '0.0001',
  '1.5e-7': '1.5e-07',
  '1e400': 'inf',
  '0.12345678901234567890': '0.12345678901234568',
};

describe('numbers of an answer', () => {
  for (const [written, shown] of Object.entries(numbers)) {
    it(`${written} is shown as ${shown}, wherever it stands`, () => {
      // Long texts are looked through in another way.
      const long = '"a, 2.5", 8, '.repeat(6000);
      for (const text of [
        `{"l": [${long}${written}]}`,
        `{"l": [${long}0], "n" :\n${written}\n}`,
        `{"l": [${long}${written}\t, 1]}`,
        `{"n": ${written}}`,
        `{"n" : ${written}}`,
        `{"n":${written}}`,
        `{"n": [${written}]}`,
        `{"n": [0, ${written}]}`,
        `{"n": {"m": ${written} }}`,
      ]) {
        const read = mayLoseNumbers(text) ? parseExactly(text) : JSON.parse(text);
        const wanted = pythonRepr(JSON.parse(text.replace(written, '"@"'))).replace("'@'", shown);
        assert.ok(pythonRepr(read) === wanted, `${text.slice(-80)} is ${pythonRepr(read).slice(-80)}`);
      }
    });
  }

  it('are the same in JSON again', () => {
    const text = '{"a": 18446744073709551615, "b": 1.0, "c": [1e+22, -0.0], "d": 0.5}';
    assert.equal(jsonText(parseExactly(text), { ascii: true }), text);
  });

  it('that JavaScript keeps cost nothing, and digits in texts neither, as far as texts of APIs go', () => {
    const plain = [
      '{"id": "9e12-0.0", "at": "2013-02-25T19:32:45.000000", "ram": 512, "load": 25, "list": [1, 2, 3]}',
      '{"uuid":"81db556b-8aa5-427d-a95c-2a9a6972f630","n":9007199254}',
    ];
    for (const text of plain) {
      assert.equal(mayLoseNumbers(text), false, text);
      assert.equal(mayLoseNumbers(`[${`${text}, `.repeat(1000)}0]`), false, text);
    }
  });

  it('of any value are read as JSON.parse reads them, to the nearest double', () => {
    const property = fc.property(fc.json(), (text) => {
      // A whole number has no sign when it is zero.
      const unsigned = (_: string, value: unknown): unknown => (value === 0 ? 0 : value);
      const exact = JSON.parse(jsonText(parseExactly(text), { ascii: false }), unsigned);
      assert.deepEqual(exact, JSON.parse(text, unsigned));
    });
    fc.assert(property, { numRuns: runs(2000) });
  });

  it('last of several equal keys counts, and a key may have any name', () => {
    const read = parseExactly('{"a": 1.0, "a": 2.0, "__proto__": {"b": 1.0}}') as Record<string, unknown>;
    assert.equal(String(read.a), '2.0');
    assert.deepEqual(Object.keys(read), ['a', '__proto__']);
    assert.equal(read.b, undefined);
  });
});
