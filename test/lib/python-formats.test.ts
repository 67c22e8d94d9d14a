import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isoTime, pythonDate } from '../../src/lib/python/dates.js';
import { pythonFloat, pythonInt, twoDecimals } from '../../src/lib/python/numbers.js';
import { prettyPython } from '../../src/lib/python/pprint.js';
import { fc } from '../support/property.js';

/* Expected texts are what Python 3.11 prints. */

describe('pprint', () => {
  it('keeps on one line what fits into 80 columns, with sorted keys', () => {
    assert.equal(prettyPython([]), '[]');
    assert.equal(prettyPython({ b: null, a: [true, 1.5] }), "{'a': [True, 1.5], 'b': None}");
    assert.equal(prettyPython(['x'.repeat(76)]), `['${'x'.repeat(76)}']`);
  });

  it('gives each part a line when it does not fit', () => {
    const events = [
      { event: 'compute__do_build_and_run_instance', result: 'Error', host: 'compute01', details: 'No valid host' },
    ];
    assert.deepEqual(prettyPython(events).split('\n'), [
      "[{'details': 'No valid host',",
      "  'event': 'compute__do_build_and_run_instance',",
      "  'host': 'compute01',",
      "  'result': 'Error'}]",
    ]);
  });

  it('breaks long text after its newlines and between words', () => {
    const traceback = `File "manager.py", line 2\n  raise ${'very '.repeat(16)}long\n`;
    assert.deepEqual(prettyPython({ traceback }).split('\n'), [
      "{'traceback': 'File \"manager.py\", line 2\\n'",
      "              '  raise very very very very very very very very very very very '",
      "              'very very very very very long\\n'}",
    ]);
    assert.deepEqual(prettyPython(`${'word '.repeat(16)}end`).split('\n'), [
      "('word word word word word word word word word word word word word word word '",
      " 'word end')",
    ]);
  });

  it('never loses a character of a text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z \n]{0,300}$/), (text) => {
        const literals = prettyPython([text]).match(/'[^']*'/g) ?? [];
        const joined = literals.map((literal) => literal.slice(1, -1)).join('');
        assert.equal(joined.replaceAll('\\n', '\n'), text);
      }),
    );
  });
});

describe('numbers', () => {
  it('writes floats that are whole as floats', () => {
    const floats = [1, 0, -0, 0.1, 2.5, 1e15, 1e16, 1e-5, -3].map(pythonFloat);
    assert.deepEqual(floats, ['1.0', '0.0', '-0.0', '0.1', '2.5', '1000000000000000.0', '1e+16', '1e-05', '-3.0']);
  });

  it('rounds ties to the even digit', () => {
    assert.deepEqual([0.125, 0.375, 0.625, 1.005, 2.675, 100, 55680].map(twoDecimals), [
      '0.12',
      '0.38',
      '0.62',
      '1.00',
      '2.67',
      '100.00',
      '55680.00',
    ]);
  });

  it('reads whole numbers as int() does', () => {
    assert.deepEqual([' 12 ', '-3', '+4', '1_000'].map(pythonInt), [12, -3, 4, 1000]);
    for (const text of ['', 'x', '1.5', '1__0', '_1']) {
      assert.throws(() => pythonInt(text), {
        name: 'ValueError',
        message: /^invalid literal for int\(\) with base 10: '/,
      });
    }
  });
});

describe('times', () => {
  it('are those of isoformat, rounded to microseconds', () => {
    const texts: readonly (readonly [number, string])[] = [
      [0, '1970-01-01T00:00:00'],
      [1361820600.5, '2013-02-25T19:30:00.500000'],
      [0.9999999, '1970-01-01T00:00:01'],
      [1.0000005, '1970-01-01T00:00:01.000001'],
      [1.0000015, '1970-01-01T00:00:01.000001'],
      [-0.5, '1969-12-31T23:59:59.500000'],
    ];
    for (const [seconds, text] of texts) assert.equal(isoTime(seconds), text);
  });
});

describe('dates', () => {
  it('reads days as strptime does', () => {
    assert.equal(pythonDate('2012-01-20'), Date.UTC(2012, 0, 20));
    assert.equal(pythonDate('2012-1-2'), Date.UTC(2012, 0, 2));
    assert.equal(pythonDate('2012-02-29'), Date.UTC(2012, 1, 29));
  });

  it('says what is wrong with the others in its words', () => {
    const complaints = {
      yesterday: "time data 'yesterday' does not match format '%Y-%m-%d'",
      '2012-13-01': "time data '2012-13-01' does not match format '%Y-%m-%d'",
      '2012-01-35': 'unconverted data remains: 5',
      '2012-01-20T00': 'unconverted data remains: T00',
      '2013-02-29': 'day is out of range for month',
    };
    for (const [text, message] of Object.entries(complaints)) {
      assert.throws(() => pythonDate(text), { name: 'ValueError', message });
    }
  });
});
