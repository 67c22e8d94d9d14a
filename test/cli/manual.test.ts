import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { applets, loadApplet, ownApplet } from '../../src/cli/applets.js';
import { pages } from '../../src/cli/manual/pages.js';
import { example, item, prose, text } from '../../src/cli/manual/roff.js';
import { entriesOf } from '../../src/command/manifest.js';
import { root } from '../support/imports.js';

const all = await pages('2013-04-01');
const sourceOf = (name: string): string => all.find((page) => page.name === name)?.source ?? '';

/* That mandoc finds nothing wrong with them is tested in test/peers/manual.test.ts. */

describe('the manual', () => {
  it('has the pages that package.json names (`npm run man` writes them there)', () => {
    const { man } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.deepEqual(
      all.map(({ name }) => `./man/${name}.1`),
      man,
    );
  });

  it('has a page for each client, with each of its commands, and one for each own command', async () => {
    for (const client of Object.keys(applets)) {
      for (const { name, hidden } of entriesOf((await loadApplet(client)).commands)) {
        const times = sourceOf(`stackline-${client}`).split(`\n.SS "${text(name)}"\n`).length - 1;
        assert.equal(times, hidden ? 0 : 1, `${client} ${name}`);
      }
    }
    for (const { name, hidden } of entriesOf((await loadApplet(ownApplet)).commands)) {
      const page = sourceOf(`stackline-${name.replaceAll(' ', '-')}`);
      if (!hidden)
        for (const part of ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'EXAMPLES'])
          assert.ok(page.includes(`.SH "${part}"`), name);
    }
    assert.match(sourceOf('stackline'), /\.B "\\-f, \\-\\-format <format>"/);
  });

  it('is ASCII, and obeys nothing but its own macros', () => {
    const macros = /^\.(?:\\" |TH |SH |SS |TP$|B |BR |PP$|RS 4$|RE$|nf$|fi$)/;
    for (const { name, source } of all) {
      assert.match(source, /^[\x20-\x7e\n]*$/, name);
      for (const line of source.split('\n')) assert.ok(!/^[.']/.test(line) || macros.test(line), `${name}: ${line}`);
    }
  });

  it('takes nothing of a text for more than text', () => {
    assert.equal(text("a\\b -x 'c' é"), 'a\\eb \\-x \\(aqc\\(aq \\[u00E9]');
    assert.deepEqual(prose('.so /etc/passwd'), ['\\&.so /etc/passwd']);
    assert.deepEqual(prose("One.  Two\nthree. 'x'"), ['One.', 'Two three. \\(aqx\\(aq']);
    assert.deepEqual(item('"a" .b', ''), ['.TP', '.B "\\(dqa\\(dq .b"', '\\&']);
    assert.deepEqual(example(['.x', "'y", '-z'])[2], '\\&.x');
    assert.equal(example(["'y"])[2], '\\&\\(aqy');
  });
});
