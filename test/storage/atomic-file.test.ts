import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../src/core/errors.js';
import { createAtomically, replaceAtomically } from '../../src/storage/atomic-file.js';
import { createFile } from '../../src/storage/create-file.js';
import { tokenFiles } from '../../src/storage/token-files.js';
import { ownDirectory } from '../support/own-directory.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

function emptyDirectory(t: TestContext): string {
  const directory = temporaryDirectory(t);
  return directory;
}

const failing = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code });
};

describe('a new file', () => {
  it('is there in full, and nothing beside it', (t) => {
    const directory = emptyDirectory(t);
    const path = join(directory, 'cacert.pem');
    assert.equal(createFile(path, 'certificate\n'), true);
    assert.equal(readFileSync(path, 'utf8'), 'certificate\n');
    assert.deepEqual(readdirSync(directory), ['cacert.pem']);
  });

  it('may be for its owner only', (t) => {
    const path = join(emptyDirectory(t), 'key.pem');
    createFile(path, new Uint8Array([1, 2]), 0o600);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.deepEqual([...readFileSync(path)], [1, 2]);
  });

  it('takes the place of nothing: no file, no directory, no link, not even one that leads nowhere', (t) => {
    const directory = emptyDirectory(t);
    const places = ['directory', 'file', 'link'];
    const [inner = '', file = '', link = ''] = places.map((name) => join(directory, name));
    writeFileSync(file, 'kept');
    mkdirSync(inner);
    symlinkSync(join(directory, 'nowhere'), link);
    for (const path of [file, inner, link]) {
      assert.equal(createFile(path, 'new'), false);
      assert.equal(createAtomically(path, 'new', 0o600, failing('EPERM')), false);
    }
    assert.equal(readFileSync(file, 'utf8'), 'kept');
    assert.deepEqual(readdirSync(directory).sort(), places);
  });

  it('that cannot be written is said why', (t) => {
    const path = join(emptyDirectory(t), 'no-such-directory', 'cacert.pem');
    assert.throws(() => createFile(path, ''), {
      name: 'CommandError',
      message: `Unable to write ${path}: No such file or directory`,
    });
    assert.throws(() => createFile(path, ''), Failure);
  });

  it('is made where it belongs on a file system without hard links', (t) => {
    for (const code of ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']) {
      const directory = emptyDirectory(t);
      assert.equal(createAtomically(join(directory, 'new'), 'content', 0o640, failing(code)), true);
      assert.equal(readFileSync(join(directory, 'new'), 'utf8'), 'content');
      assert.deepEqual(readdirSync(directory), ['new']);
    }
  });

  it('is ours when a server of NFS was asked twice for the link and complains of the first time', (t) => {
    const directory = emptyDirectory(t);
    const twice: typeof linkSync = (from, to) => {
      linkSync(from, to);
      linkSync(from, to);
    };
    assert.equal(createAtomically(join(directory, 'new'), 'content', 0o600, twice), true);
    assert.deepEqual(readdirSync(directory), ['new']);
  });
});

describe('a file that takes the place of another', () => {
  it('is there in full, for its owner only, and nothing beside it', (t) => {
    const directory = emptyDirectory(t);
    const path = join(directory, 'login.json');
    writeFileSync(path, 'the old one, which is longer', { mode: 0o644 });
    replaceAtomically(path, 'new');
    assert.equal(readFileSync(path, 'utf8'), 'new');
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(directory), ['login.json']);
  });

  it('takes that of a link, and leaves alone what the link leads to', (t) => {
    const directory = emptyDirectory(t);
    const path = join(directory, 'login.json');
    writeFileSync(join(directory, 'other'), 'kept');
    symlinkSync('other', path);
    replaceAtomically(path, 'new');
    assert.ok(lstatSync(path).isFile());
    assert.equal(readFileSync(join(directory, 'other'), 'utf8'), 'kept');
  });

  it('does not take that of a directory, and leaves no draft', (t) => {
    const directory = emptyDirectory(t);
    mkdirSync(join(directory, 'login.json'));
    assert.throws(() => replaceAtomically(join(directory, 'login.json'), 'new'), { code: 'EISDIR' });
    assert.deepEqual(readdirSync(directory), ['login.json']);
  });
});

it('a full disk is left as it was, but for directories', (t) => {
  const directory = emptyDirectory(t);
  writeFileSync(join(directory, 'old'), 'kept');
  const script = fileURLToPath(import.meta.resolve('../support/on-full-disk.js'));
  const words = ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, script, directory];
  const { stdout, stderr } = spawnSync('sh', words, { encoding: 'utf8' });
  assert.equal(
    stdout,
    'create: EFBIG\nreplace: EFBIG\nno links: EFBIG\noutput: Unable to write /old: File too large\nticket: undefined\n',
    stderr,
  );
  assert.equal(readFileSync(join(directory, 'old'), 'utf8'), 'kept');
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.deepEqual(
    files.map(({ name }) => name),
    ['old'],
  );
});

it('what a killed process has left of a file goes with the next login that is kept, and with the last that is forgotten', async (t) => {
  const directory = emptyDirectory(t);
  const files = tokenFiles(ownDirectory(directory), process.getuid?.());
  const draft = join(directory, '.stackline-0abc');
  writeFileSync(draft, 'half a token', { mode: 0o600 });
  const early = new Date(Date.now() - 2 * 3600 * 1000);
  utimesSync(draft, early, early);
  await files.save('login', () => ({ login: true }));
  assert.equal(readdirSync(directory).includes('.stackline-0abc'), false);
  writeFileSync(draft, 'half a token', { mode: 0o600 });
  files.takeAll();
  assert.deepEqual(readdirSync(directory), ['secret']);
});
