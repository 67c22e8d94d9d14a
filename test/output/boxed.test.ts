import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxed } from '../../src/output/boxed.js';
import { screen } from './views.js';

test('a small box has numbers to the right and hides nothing', () => {
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
