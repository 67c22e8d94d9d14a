/** How much is tested, in test/figures.md: `npm run test:deep` runs all of it, and each test checks its own number. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deep } from './property.js';

const path = fileURLToPath(new URL('../figures.md', import.meta.url));

/**
 * Says that there are so many of something, gives the number back, and fails in a deep run when test/figures.md says
 * another one. With FIGURES=write in the environment it is written there instead.
 *
 * @param what the second cell of its row
 */
export function figure(what: string, count: number): number {
  if (!deep) return count;
  const text = readFileSync(path, 'utf8');
  const row = text.split('\n').find((line) => line.endsWith(`| ${what} |`));
  assert.ok(row !== undefined, `test/figures.md has no row '${what}'`);
  const shown = count.toLocaleString('en');
  if (process.env.FIGURES === 'write') writeFileSync(path, text.replace(row, `| ${shown} | ${what} |`));
  else assert.equal(row, `| ${shown} | ${what} |`, 'FIGURES=write brings test/figures.md up to date');
  return count;
}
