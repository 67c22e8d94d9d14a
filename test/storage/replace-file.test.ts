import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { replaceFile } from '../../src/storage/replace-file.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

function emptyDirectory(t: TestContext): string {
  const directory = temporaryDirectory(t);
  return directory;
}

/** Undoings that would be done if the process ended now. */
const pending = new Set<() => void>();
const untilEnd = (undo: () => void): (() => void) => {
  pending.add(undo);
  return () => void pending.delete(undo);
};

describe('a file that takes the place of another once it is whole', () => {
  it('is there with the mode of the old one, and nothing beside it', (t) => {
    const directory = emptyDirectory(t);
    const path = join(directory, 'servers.csv');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    const file = replaceFile(path, untilEnd);
    file.write('new, ');
    file.write(new Uint8Array([0x31, 0x0a]));
    assert.equal(readFileSync(path, 'utf8'), 'old');
    assert.equal(pending.size, 1);
    file.commit();
    assert.equal(readFileSync(path, 'utf8'), 'new, 1\n');
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual([readdirSync(directory), pending.size], [['servers.csv'], 0]);
  });

  it('is as the umask has it where there was none', (t) => {
    const path = join(emptyDirectory(t), 'new');
    const file = replaceFile(path, untilEnd);
    file.write('x');
    file.commit();
    assert.equal(statSync(path).mode & 0o777, 0o666 & ~process.umask());
  });

  it('is as it was when it is given up, or when the process ends', (t) => {
    const directory = emptyDirectory(t);
    const path = join(directory, 'servers.csv');
    writeFileSync(path, 'old');
    const given = replaceFile(path, untilEnd);
    given.write('half');
    given.discard();
    const ended = replaceFile(path, untilEnd);
    ended.write('half');
    for (const undo of pending) undo();
    pending.clear();
    assert.equal(readFileSync(path, 'utf8'), 'old');
    assert.deepEqual(readdirSync(directory), ['servers.csv']);
  });

  it('is what a link leads to, which stays a link', (t) => {
    const directory = emptyDirectory(t);
    mkdirSync(join(directory, 'elsewhere'));
    const [target, link] = [join(directory, 'elsewhere', 'file'), join(directory, 'link')];
    writeFileSync(target, 'old');
    symlinkSync('elsewhere/file', link);
    const file = replaceFile(link, untilEnd);
    file.write('new');
    file.commit();
    assert.equal(readFileSync(target, 'utf8'), 'new');
    assert.ok(lstatSync(link).isSymbolicLink());
  });

  it('leaves what shares the old file by a hard link alone', (t) => {
    const directory = emptyDirectory(t);
    const [path, other] = [join(directory, 'file'), join(directory, 'other')];
    writeFileSync(path, 'old');
    linkSync(path, other);
    const file = replaceFile(path, untilEnd);
    file.write('new');
    file.commit();
    assert.deepEqual([readFileSync(path, 'utf8'), readFileSync(other, 'utf8')], ['new', 'old']);
  });

  it('cannot be a directory or a pipe, or lie where there is no directory: that is said before anything is written', (t) => {
    const directory = emptyDirectory(t);
    mkdirSync(join(directory, 'inner'));
    execFileSync('mkfifo', [join(directory, 'pipe')]);
    const refused = (name: string) => {
      const path = join(directory, name);
      try {
        replaceFile(path, untilEnd);
      } catch (error) {
        return error instanceof Error ? error.message.replace(path, name) : '';
      }
      return assert.fail(name);
    };
    assert.equal(refused('inner'), 'Unable to write inner: Is a directory');
    assert.equal(refused('pipe'), 'Unable to write pipe: it is a pipe or a device');
    assert.equal(refused('no/where'), 'Unable to write no/where: No such file or directory');
    assert.deepEqual([readdirSync(directory), pending.size], [['inner', 'pipe'], 0]);
  });

  it('may be a device, which is written to as it is', () => {
    const nothing = replaceFile('/dev/null', untilEnd);
    nothing.write('x');
    nothing.commit();
    assert.ok(lstatSync('/dev/null').isCharacterDevice());
    const full = replaceFile('/dev/full', untilEnd);
    assert.throws(() => full.write('x'), { message: 'Unable to write /dev/full: No space left on device' });
    full.discard();
  });
});
