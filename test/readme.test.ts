import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './support/imports.js';
import { shellWords } from './support/shell.js';
import { stackline } from './support/stackline.js';

/* What the README shows is what comes out. UPDATE_README=1 writes it; .ci/run runs the two commands of its first page. */

const path = join(root, 'README.md');
const readme = readFileSync(path, 'utf8');
const block = /```console\n\$ (.*)\n([\s\S]*?)```/g;

describe('README', () => {
  const shown = [...readme.matchAll(block)];
  const fresh = new Map<string, string>();

  it('shows commands', () => assert.ok(shown.length >= 3));

  for (const [, line = '', screen] of shown) {
    it(`$ ${line}`, async () => {
      const { argv, env } = shellWords(line);
      const { stdout, stderr } = await stackline(argv, { env });
      fresh.set(line, stdout + stderr);
      if (process.env.UPDATE_README === '1') {
        if (fresh.size === shown.length) {
          writeFileSync(
            path,
            readme.replace(block, (_, l) => `\`\`\`console\n$ ${l}\n${fresh.get(l)}\`\`\``),
          );
        }
      } else assert.equal(stdout + stderr, screen);
    });
  }

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const [, name = ''] of readme.matchAll(/npm (?:run )?(demo|test(?::\w+)?|check|bench(?::\w+)?|build)\b/g)) {
      assert.ok(name in scripts, name);
    }
  });
});
