import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { code, root } from '../support/imports.js';

/* dist/ is the program and its parts. What several parts import, and the program does not, is in each of them. */

interface Output {
  readonly entryPoint?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}
const outputs: readonly Output[] = JSON.parse(
  readFileSync(join(root, 'node_modules', '.cache', 'stackline-outputs.json'), 'utf8'),
);

/** By source of ours, the files of dist/ that it is in, each by its own source. */
const places = new Map<string, string[]>();
for (const { entryPoint = 'stackline.cjs', inputs } of outputs) {
  for (const source of Object.keys(inputs).filter((input) => input.startsWith('src/'))) {
    places.set(source, [...(places.get(source) ?? []), entryPoint]);
  }
}

describe('a file of dist/', () => {
  it('has no module of the program in it, which is there once', () => {
    const twice = [...places].filter(([, files]) => files.length > 1 && files.includes('stackline.cjs'));
    assert.deepEqual(twice, []);
  });

  it('has nothing of hosts of Hyper-V in it, nor a reader of XML, but in the parts of their commands', () => {
    const there = [...places].flatMap(([source, files]) => (/^src\/(hyperv\/|lib\/xml)/.test(source) ? files : []));
    assert.ok(there.length > 0);
    const theirs = /^src\/(app\/(run-)?hyperv|commands\/hyperv\/|hyperv\/|lib\/xml|sandbox\/hyperv\/)/;
    assert.deepEqual(
      [...new Set(there)].filter((file) => !theirs.test(file)),
      [],
    );
  });

  it('shares no module with others that has classes or keeps something, as there would be several of each', () => {
    const keeps = /^\s*(export )?(class|let) |= new (Weak)?(Map|Set)(<[^()]*>)?\(\)/m;
    const twice = [...places].filter(([source, files]) => files.length > 1 && keeps.test(topLevel(code(source))));
    assert.deepEqual(twice, [], 'let it keep nothing, or make a part of it: sharedByParts in build.mjs');
    assert.ok([...places.keys()].some((source) => keeps.test(topLevel(code(source)))));
  });
});

/** The lines that are not within something. */
const topLevel = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /^\S/.test(line))
    .join('\n');
