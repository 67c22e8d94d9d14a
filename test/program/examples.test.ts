import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { everyCommand, onTheMachine } from '../support/examples.js';
import { root } from '../support/imports.js';

/* The examples of help that work on the machine itself: in a shell, one after the other, in a directory of their own. */

const home = mkdtempSync(join(tmpdir(), 'stackline-examples-'));
after(() => rmSync(home, { recursive: true, force: true }));

const program = (name: string, text: string): void => {
  writeFileSync(join(home, 'path', name), `#!/bin/sh\n${text}\n`);
  chmodSync(join(home, 'path', name), 0o755);
};

describe('examples that work on the machine', () => {
  it('succeed in a shell', async () => {
    mkdirSync(join(home, 'path'));
    mkdirSync(join(home, 'bin'));
    program('stackline', `exec '${process.execPath}' '${join(root, 'bin', 'stackline.js')}' --sandbox "$@"`);
    program('ssh', 'exit 0');
    const all = (await everyCommand()).filter(onTheMachine);
    // A service that goes on, and a walk for a person: process.test.ts has both.
    const once = all.filter(({ name }) => name !== 'sandbox' && name !== 'demo');
    const lines = once.flatMap(({ before, examples }) =>
      examples.map((example) => ['stackline', ...before, example].join(' ')),
    );
    assert.ok(lines.length >= 12, lines.join('\n'));
    const script = lines.map((line) => `${line} >out 2>err || { echo ${JSON.stringify(line)}; cat err; }`).join('\n');
    const path = `${join(home, 'path')}:/usr/bin:/bin`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], {
      cwd: home,
      env: { HOME: home, PATH: path },
      encoding: 'utf8',
    });
    assert.deepEqual([stdout, stderr], ['', '']);
  });
});
