import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nestedLines } from '../../../src/output/terminal/nested.js';

/* Nested values as people read them: of a show, an instance action, the fault of a server. */

describe('a nested value on a terminal', () => {
  it('has a member a line, and items behind dashes', () => {
    assert.equal(
      nestedLines({ code: 500, links: [{ rel: 'self', href: 'http://a' }], tags: [], none: null }),
      'code: 500\nlinks:\n  - rel: self\n    href: http://a\ntags: []\nnone: -',
    );
  });

  it('keeps the lines of a text that has several, below a bar, and the control characters harmless', () => {
    const details = 'Traceback (most recent call last):\n  File "x.py", line 1\r\nError: \x1b[2J\n';
    assert.equal(
      nestedLines([{ details, result: 'Error' }, 'one\ntwo']),
      [
        '- details: |',
        '    Traceback (most recent call last):',
        '      File "x.py", line 1',
        '    Error: \\x1b[2J',
        '  result: Error',
        '- |',
        '    one',
        '    two',
      ].join('\n'),
    );
  });
});
