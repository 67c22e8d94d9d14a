import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { sumsOf } from '../../src/storage/file-sums.js';
import { placeBelow } from '../../src/storage/place-below.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const home = temporaryDirectory({ after });
let count = 0;
function fresh(): { readonly base: string; readonly outside: string } {
  const at = join(home, String(++count));
  const [base, outside] = [join(at, 'base'), join(at, 'outside')];
  mkdirSync(base, { recursive: true });
  mkdirSync(outside);
  return { base, outside };
}

describe('a place below a directory', () => {
  it('is made with the directories on the way, and the directory itself', async () => {
    const { base } = fresh();
    const below = join(base, 'new');
    assert.equal(await placeBelow(below, 'a/b//./c.txt', 'file'), join(below, 'a/b/c.txt'));
    assert.ok(statSync(join(below, 'a/b')).isDirectory());
    assert.equal(await placeBelow(below, 'd/e/', 'directory'), join(below, 'd/e'));
    assert.ok(statSync(join(below, 'd/e')).isDirectory());
  });

  it('is nowhere else, whatever the name', async () => {
    const { base, outside } = fresh();
    const names = ['../x', '..', 'a/../../x', 'a/..', '', '/', '.', './', 'x\0y', 'a/../b'];
    for (const name of names) await assert.rejects(placeBelow(base, name, 'file'), { name: 'CommandError' }, name);
    // An absolute name begins below.
    assert.equal(await placeBelow(base, '/etc/passwd', 'file'), join(base, 'etc/passwd'));
    assert.deepEqual(readdirSync(outside), []);
  });

  it('is behind no link that leads out, be it a directory, a file, or one to nothing', async () => {
    const { base, outside } = fresh();
    writeFileSync(join(outside, 'file'), '');
    symlinkSync(outside, join(base, 'out'));
    symlinkSync(join(outside, 'file'), join(base, 'file'));
    symlinkSync(join(outside, 'nothing'), join(base, 'nothing'));
    for (const name of ['out/x', 'out/new/x', 'file', 'nothing']) {
      await assert.rejects(placeBelow(base, name, 'file'), /is a link that leads out|Unable to write/, name);
    }
    await assert.rejects(placeBelow(base, 'out/new', 'directory'), /leads out/);
    assert.deepEqual(readdirSync(outside), ['file']);
  });

  it('may be behind a link that stays below', async () => {
    const { base } = fresh();
    mkdirSync(join(base, 'real'));
    symlinkSync('real', join(base, 'alias'));
    assert.equal(await placeBelow(base, 'alias/x', 'file'), join(base, 'alias/x'));
    symlinkSync(base, `${base}-link`);
    assert.equal(await placeBelow(`${base}-link`, 'y', 'file'), join(`${base}-link`, 'y'));
  });

  it('is not where a file stands in the way', async () => {
    const { base } = fresh();
    writeFileSync(join(base, 'file'), '');
    await assert.rejects(placeBelow(base, 'file/x', 'file'), /Not a directory/);
    assert.ok(!existsSync(join(base, 'file/x')));
  });
});

describe('what a file comes to', () => {
  it('is the MD5 of the whole, or of its pieces', async () => {
    const { base } = fresh();
    const path = join(base, 'file');
    writeFileSync(path, 'abcdef');
    const [whole, abc, def] = [
      'e80b5017098950fc58aad83c8c14978e',
      '900150983cd24fb0d6963f7d28e17f72',
      '4ed9407630eb1000c0f6b63842defa7d',
    ];
    assert.deepEqual(await sumsOf(path), { md5: [whole], isWhole: true });
    assert.deepEqual(await sumsOf(path, [3, 3]), { md5: [abc, def], isWhole: true });
    assert.equal((await sumsOf(path, [3]))?.isWhole, false);
    assert.equal((await sumsOf(path, [3, 4]))?.isWhole, false);
    assert.equal(await sumsOf(join(base, 'none')), undefined);
    assert.equal(await sumsOf(base), undefined);
  });
});
