import assert from 'node:assert/strict';
import { chownSync, existsSync, lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { cacheDirectory, configDirectory, makeDirectory } from '../../src/storage/directories.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const uid = process.geteuid?.();
const OTHER = 12345;

function emptyDirectory(t: TestContext): string {
  const directory = temporaryDirectory(t);
  return directory;
}

describe('a directory of our own', () => {
  it('is where XDG says, and nowhere without a home', () => {
    const under = (asked: string) => ({ path: `${asked}/stackline`, within: '/' });
    const atHome = (name: string) => ({ path: `/home/me/${name}/stackline`, within: '/home/me' });
    assert.deepEqual(cacheDirectory({ XDG_CACHE_HOME: '/x', HOME: '/home/me' }), under('/x'));
    assert.deepEqual(cacheDirectory({ HOME: '/home/me' }), atHome('.cache'));
    assert.deepEqual(cacheDirectory({ XDG_CACHE_HOME: 'relative', HOME: '/home/me' }), atHome('.cache'));
    assert.equal(cacheDirectory({ XDG_CACHE_HOME: '', HOME: '' }), undefined);
    assert.equal(cacheDirectory({}), undefined);
    assert.deepEqual(configDirectory({ XDG_CONFIG_HOME: '/x', HOME: '/home/me' }), under('/x'));
    assert.deepEqual(configDirectory({ HOME: '/home/me' }), atHome('.config'));
  });

  it('is made for its owner alone, but a home is not', (t) => {
    const home = emptyDirectory(t);
    const path = join(home, '.cache', 'stackline');
    assert.equal(makeDirectory({ path, within: home }, uid), true);
    for (const made of [path, join(home, '.cache')]) assert.equal(statSync(made).mode & 0o777, 0o700);
    const nobody = join(home, 'nobody');
    assert.throws(() => makeDirectory({ path: join(nobody, '.cache', 'stackline'), within: nobody }, uid), {
      code: 'ENOENT',
    });
    assert.equal(existsSync(nobody), false);
  });

  it('may be reached by links of our own, but is none itself', (t) => {
    const home = emptyDirectory(t);
    mkdirSync(join(home, 'large-disk'));
    symlinkSync('large-disk', join(home, '.cache'));
    const path = join(home, '.cache', 'stackline');
    assert.equal(makeDirectory({ path, within: home }, uid), true);
    assert.ok(lstatSync(join(home, 'large-disk', 'stackline')).isDirectory());
    symlinkSync('large-disk', join(home, 'linked'));
    assert.equal(makeDirectory({ path: join(home, 'linked'), within: home }, uid), false);
  });
});

describe('below the home of another user nothing is made', {
  skip: uid === 0 ? false : 'only root can give directories away',
}, () => {
  /** A home of somebody else, as root has it by `sudo -E` and `su`. */
  function foreignHome(t: TestContext): string {
    const home = join(emptyDirectory(t), 'alice');
    mkdirSync(home);
    chownSync(home, OTHER, OTHER);
    return home;
  }
  const below = (home: string) => ({ path: join(home, '.cache', 'stackline'), within: home });

  it('by root', (t) => {
    const home = foreignHome(t);
    assert.equal(makeDirectory(below(home), 0), false);
    // As XDG_CACHE_HOME names it, while HOME is that of root.
    assert.equal(makeDirectory({ path: join(home, '.cache', 'stackline'), within: '/' }, 0), false);
    assert.equal(existsSync(join(home, '.cache')), false);
  });

  it('not in a directory there that belongs to us, from an earlier time', (t) => {
    const home = foreignHome(t);
    mkdirSync(join(home, '.cache', 'stackline'), { recursive: true });
    assert.equal(makeDirectory(below(home), 0), false);
  });

  it('by a third user', (t) => {
    const home = foreignHome(t);
    assert.equal(makeDirectory(below(home), OTHER + 1), false);
    mkdirSync(join(home, '.cache'));
    chownSync(join(home, '.cache'), OTHER + 1, OTHER + 1);
    assert.equal(makeDirectory(below(home), OTHER + 1), false);
  });

  it('nor where a link of theirs leads, nor where a link leads to theirs', (t) => {
    const directory = emptyDirectory(t);
    const home = foreignHome(t);
    const ours = join(directory, 'ours');
    mkdirSync(ours);
    symlinkSync(ours, join(home, '.cache'));
    assert.equal(makeDirectory(below(home), 0), false);
    assert.equal(makeDirectory({ path: join(home, '.cache', 'stackline'), within: '/' }, 0), false);
    assert.equal(existsSync(join(ours, 'stackline')), false);
    symlinkSync(home, join(directory, 'home'));
    assert.equal(makeDirectory({ path: join(directory, 'home', 'new', 'stackline'), within: '/' }, 0), false);
    assert.equal(existsSync(join(home, 'new')), false);
  });

  it('but our own home may lie in a directory of somebody else', (t) => {
    const shared = foreignHome(t);
    const home = join(shared, 'bob');
    mkdirSync(home);
    chownSync(home, OTHER + 1, OTHER + 1);
    // Made by root for the test, so that it is not ours in the end; but it was allowed to be made.
    assert.equal(makeDirectory(below(home), OTHER + 1), false);
    assert.equal(existsSync(join(home, '.cache', 'stackline')), true);
  });
});
