import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit, type Measured } from '../../../src/output/terminal/fit.js';
import { fc, runs } from '../../support/property.js';

/* Which columns of a table a terminal shows, and how wide. */

const column = (title: string, natural: number, least = natural): Measured => ({ title, natural, least, hard: least });
const servers = [
  column('ID', 36),
  column('Name', 16, 8),
  column('Status', 8),
  column('Task State', 10, 5),
  column('Power State', 11, 7),
  column('Networks', 40, 15),
];
const width = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one + 3, 1);

describe('a table that is fitted to a terminal', () => {
  it('is as it is where there is room', () => {
    const whole = servers.map(({ natural }) => natural);
    assert.deepEqual(fit(servers, 140, true).widths, whole);
  });

  it('leaves out what matters least first', () => {
    const titles = (total: number) => fit(servers, total, true).shown.map((at) => servers[at]?.title);
    assert.deepEqual(titles(139), ['ID', 'Name', 'Status', 'Task State', 'Power State', 'Networks']);
    assert.deepEqual(titles(110), ['ID', 'Name', 'Status', 'Power State', 'Networks']);
    assert.deepEqual(titles(80), ['ID', 'Name', 'Status', 'Networks']);
    assert.deepEqual(titles(70), ['ID', 'Name', 'Status', 'Networks']);
  });

  it('leaves nothing out where all of it was asked for', () => {
    assert.equal(fit(servers, 60, false).shown.length, servers.length);
  });

  it('is no wider than the terminal unless it says so, and no column is narrower than it may be', () => {
    const title = fc.constantFrom(
      'ID',
      'Name',
      'Status',
      'Networks',
      'Description',
      'Created',
      'Tenant ID',
      'Zone',
      'x',
    );
    const measured = fc
      .record({ title, natural: fc.integer({ min: 1, max: 80 }), least: fc.integer({ min: 1, max: 40 }) })
      .map(({ natural, least, ...rest }) => ({
        ...rest,
        natural,
        least: Math.min(natural, least),
        hard: Math.min(natural, least) >> 1,
      }));
    fc.assert(
      fc.property(
        fc.array(measured, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 10, max: 250 }),
        (columns, total) => {
          const { shown, widths, isTooWide } = fit(columns, total, true);
          assert.equal(shown[0], 0);
          assert.deepEqual(
            [...shown].sort((a, b) => a - b),
            shown,
          );
          assert.equal(isTooWide, width(widths) > total);
          for (const [place, at] of shown.entries()) {
            assert.ok((widths[place] ?? 0) >= (columns[at]?.hard ?? 0));
            assert.ok((widths[place] ?? 0) <= (columns[at]?.natural ?? 0));
          }
        },
      ),
      { numRuns: runs(5000) },
    );
  });
});
