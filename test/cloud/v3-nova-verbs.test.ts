/** Every command that novaclient 18.1 lists is one of ours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import nova from '../../src/commands/nova/index.js';
import { nova18 } from './clouds.js';
import { listing } from './listing.js';
import { verbs } from './parity.js';
import { homely, run, withDirectory } from './processes.js';

/** What its argument parser adds for itself; ours answers them too, but they are no commands of ours. */
const parsers = ['bash-completion', 'help'];

if (!listing) {
  test("novaclient's own list of commands", async () => {
    const help = await withDirectory((home) =>
      run([...nova18.command, 'help'], { ...homely({}, home), ...nova18.quiet }, home),
    );
    const theirs = [...help.stdout.matchAll(/^ {4}([a-z][a-z0-9-]*)\b/gm)].map(([, name = '']) => name);
    assert.ok(theirs.length > 120, help.stderr);
    const ours = new Set([...verbs(nova).map(({ name }) => name), ...parsers]);
    assert.deepEqual(
      theirs.filter((name) => !ours.has(name)),
      [],
    );
  });
}
