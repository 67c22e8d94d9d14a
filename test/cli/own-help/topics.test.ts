import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadApplet } from '../../../src/cli/applets.js';
import { blocksOf, topics } from '../../../src/cli/own-help/topics.js';
import { findEntry } from '../../../src/command/manifest.js';
import { root } from '../../support/imports.js';
import { stackline } from '../../support/stackline.js';

/* What help has beside commands. */

describe('a topic of help', () => {
  for (const topic of topics) {
    it(`${topic.name} is shown, on lines that fit`, async () => {
      const { stdout, stderr, code } = await stackline(`help ${topic.name}`);
      assert.deepEqual([stderr, code, stdout.split('\n')[0]], ['', 0, topic.title]);
      assert.ok(blocksOf(topic).length > 0);
      assert.deepEqual(
        stdout.split('\n').filter((line) => line.length > 80),
        [],
      );
    });

    it(`${topic.name} is no command's name`, async () => {
      for (const program of ['stackline', 'nova']) {
        assert.equal(findEntry((await loadApplet(program)).commands, topic.name), undefined);
      }
    });
  }

  it('is listed, and the README names only topics that there are', async () => {
    const { stdout } = await stackline('help topics');
    for (const { name, title } of topics) assert.match(stdout, new RegExp(`^ +${name} +${title}$`, 'm'));
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const named = [...readme.matchAll(/`(?:stackline )?help ([a-z-]+)`/g)].map(([, name]) => name);
    for (const name of named) assert.equal((await stackline(`help ${name}`)).code, 0, name);
    assert.ok(readme.split('\n').length <= 221);
  });
});
