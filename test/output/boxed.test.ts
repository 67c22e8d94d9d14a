import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxed } from '../../src/output/boxed.js';
import { screen } from './views.js';

test('a table in a box has numbers to the right and hides no character', () => {
  assert.equal(
    boxed(
      ['request', 'ms'],
      [
        ['GET /servers', 12],
        ['login\x1b[2J', 5],
      ],
    ),
    screen(
      '┌──────────────┬────┐',
      '│ request      │ ms │',
      '├──────────────┼────┤',
      '│ GET /servers │ 12 │',
      '├──────────────┼────┤',
      '│ login\\x1b[2J │  5 │',
      '└──────────────┴────┘',
    ),
  );
});
