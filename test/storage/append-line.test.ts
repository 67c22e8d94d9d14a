import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { appendLine } from '../../src/storage/append-line.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const home = temporaryDirectory({ after });

describe('appending a line', () => {
  it('makes a file that only its owner may read, and leaves what is there', () => {
    const path = join(home, 'log');
    appendLine(path, '');
    appendLine(path, 'one\n');
    appendLine(path, 'two\n');
    assert.equal(readFileSync(path, 'utf8'), 'one\ntwo\n');
    assert.equal(statSync(path).mode & 0o777, 0o600);
    chmodSync(path, 0o640);
    appendLine(path, 'three\n');
    assert.equal(statSync(path).mode & 0o777, 0o640);
  });

  it('goes through no link, waits for no pipe, and says why it cannot be done', () => {
    const link = join(home, 'link');
    writeFileSync(join(home, 'other'), 'x');
    symlinkSync(join(home, 'other'), link);
    const pipe = join(home, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [link, pipe, home, join(home, 'none', 'log'), '/dev/null']) {
      assert.throws(() => appendLine(path, 'one\n'), { message: new RegExp(`^Unable to write ${path}: \\S`) }, path);
    }
    assert.equal(readFileSync(join(home, 'other'), 'utf8'), 'x');
  });
});
