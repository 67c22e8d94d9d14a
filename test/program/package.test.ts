import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { applets, commandsOf, loadApplet, olderApplets } from '../../src/cli/applets.js';
import { namesOf } from '../../src/command/manifest.js';
import { root } from '../support/imports.js';
import { deep } from '../support/property.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/* The npm package: what is in it, and that it works where nothing of this tree is. */

const directory = temporaryDirectory({ after });
const npm = (...words: readonly string[]): string =>
  execFileSync('npm', [...words, '--offline', '--ignore-scripts', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, npm_config_cache: join(directory, 'npm'), npm_config_update_notifier: 'false' },
  });

describe('the npm package', () => {
  execFileSync(process.execPath, [join(root, 'src/cli/manual/make.mjs')], { cwd: root });
  const [packed] = JSON.parse(npm('pack', '--json', '--pack-destination', directory));

  it('holds the program, its parts, its loader and the licences, the manual, and nothing else', async () => {
    const names: string[] = packed.files.map((file: { path: string }) => file.path).sort();
    const isCode = (name: string): boolean => /^dist\/.+\.cjs$/.test(name);
    const { man } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.deepEqual(
      names.filter((name) => name.startsWith('man/')).map((name) => `./${name}`),
      [...man].sort(),
    );
    assert.deepEqual(
      names.filter((name) => !isCode(name) && !name.startsWith('man/')),
      ['LICENSE', 'README.md', 'bin/package.json', 'bin/stackline.js', 'dist/LICENSES.txt', 'package.json'],
    );
    const code = names.filter(isCode);
    assert.ok(code.includes('dist/stackline.cjs'));
    for (const applet of [...Object.keys(applets), ...Object.keys(olderApplets), 'stackline']) {
      const commands = namesOf((await loadApplet(applet)).commands).map((name) => name.replaceAll(' ', '-'));
      const directory = `dist/commands/${commandsOf(applet)}/`;
      assert.deepEqual(
        code.filter((name) => name.startsWith(directory) && !/\/(index|examples)\.cjs$/.test(name)),
        commands.map((name) => `${directory}${name}.cjs`).sort(),
      );
    }
  });

  it('has no run-time dependencies', () => {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    assert.deepEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined]);
  });

  it('installs from its tarball and works', { skip: !deep && 'where all cases are wanted' }, () => {
    npm('install', '--global', '--prefix', directory, join(directory, packed.filename));
    const { stdout, stderr, status } = spawnSync(join(directory, 'bin', 'stackline'), ['--sandbox', 'service-list'], {
      cwd: directory,
      env: { PATH: process.env.PATH, HOME: directory },
      encoding: 'utf8',
    });
    assert.match(stdout, /identity/);
    assert.deepEqual([stderr, status], ['', 0]);
    const page = readFileSync(join(directory, 'share', 'man', 'man1', 'stackline-nova.1'), 'utf8');
    assert.match(page, /^\.TH "STACKLINE\\-NOVA" 1 /m);
  });

  it('names the licence of every package in the bundle', () => {
    const licences = readFileSync(join(root, 'dist', 'LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'undici', 'conf', 'chalk', 'cli-table3', 'fastest-levenshtein']) {
      assert.match(licences, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)$`, 'm'), name);
    }
  });
});
