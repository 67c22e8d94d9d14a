import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './support/imports.js';
import { shellWords } from './support/shell.js';
import { openrc, stackline } from './support/stackline.js';

/* What the README shows is what comes out. UPDATE_README=1 writes it; .ci/run runs the two commands of its first page. */

const path = join(root, 'README.md');
const readme = readFileSync(path, 'utf8');
const block = /```console\n\$ (.*)\n([\s\S]*?)```/g;

const login =
  'auth: {auth_url: "http://cloud.example.com:5000/v2.0", username: admin, password: admin-password, project_name: admin}';
const CLOUDS = `clouds: {prod: {region_name: RegionOne, ${login}}, lab: {region_name: RegionOne, ${login}}}\n`;
/** Without the variables that name a cloud. */
const clouds = Object.fromEntries(Object.keys(openrc).map((name) => [name, undefined]));

describe('README', () => {
  const shown = [...readme.matchAll(block)];
  const fresh = new Map<string, string>();
  // Those without a screen; what works on the machine itself is tried with the built program.
  const commands = [...readme.matchAll(/^ {4}(?:\$|[*/\d]+ \* \* \* \*) +(stackline [^#\n]*)/gm)]
    .map(([, line = '']) => line.trim())
    .filter((line) => !/^stackline (links|sandbox)\b|image-download/.test(line));

  it('shows commands', () => assert.ok(shown.length >= 3 && commands.length >= 15, commands.join('\n')));

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

  for (const line of commands) {
    it(`$ ${line} can be typed`, async () => {
      // What a reader puts there, and what only the machine has.
      const typed = line
        .replace('UUID', '81db556b-8aa5-427d-a95c-2a9a6972f630')
        .replace('hv01 http://hv02 --user CORP\\\\admin', '--sandbox hv01.example.com hv02.example.com')
        .replace(/ --lock\b/, '')
        .replace(/ --splay \d+/, '');
      const { argv } = shellWords(typed);
      const { stderr, code } = await stackline(argv, {
        env: line.includes('cloud') || line.includes(' use ') ? clouds : {},
        files: new Map([['/here/clouds.yaml', CLOUDS]]),
        kept: {},
      });
      assert.equal(code, 0, stderr);
    });
  }

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const [, name = ''] of readme.matchAll(/npm (?:run )?(demo|test(?::\w+)?|check|bench(?::\w+)?|build)\b/g)) {
      assert.ok(name in scripts, name);
    }
  });
});
