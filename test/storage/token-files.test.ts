import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tokenFiles } from '../../src/storage/token-files.js';
import { ownDirectory } from '../support/own-directory.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const root = temporaryDirectory({ after });

const uid = process.getuid?.();
let count = 0;
const fresh = (): string => {
  count += 1;
  return join(root, String(count), 'stackline'); // the directory above is not there either
};
const value = { token: 't' };
const keep = (directory: string, material = 'm', what: Record<string, unknown> = value): Promise<void> =>
  tokenFiles(ownDirectory(directory), uid).save(material, () => what);
const found = (directory: string, material = 'm'): unknown => tokenFiles(ownDirectory(directory), uid).find(material);
const fileIn = (directory: string): string => {
  const [name, ...more] = readdirSync(directory).filter((one) => one.endsWith('.json'));
  assert.ok(name !== undefined && more.length === 0, 'one login is kept');
  return join(directory, name);
};
const modeOf = (path: string): number => statSync(path).mode & 0o777;

test('a login is kept in a file of its owner only, in a directory of its owner only, whatever the umask', async () => {
  for (const umask of [0o000, 0o022, 0o077]) {
    const before = process.umask(umask);
    try {
      const directory = fresh();
      await keep(directory);
      assert.deepEqual(found(directory), value);
      assert.equal(modeOf(directory), 0o700);
      assert.equal(modeOf(fileIn(directory)), 0o600);
      assert.equal(modeOf(join(directory, 'secret')), 0o600);
    } finally {
      process.umask(before);
    }
  }
});

test('names are a keyed hash: other material another file, another directory another name, nothing readable', async () => {
  const [one, other] = [fresh(), fresh()];
  const material = 'admin/hunter2';
  await keep(one, material);
  await keep(other, material);
  const [name, second] = [fileIn(one), fileIn(other)].map((path) => path.slice(-69));
  assert.match(name ?? '', /^[0-9a-f]{64}\.json$/);
  assert.notEqual(name, second);
  assert.ok(!name?.includes(createHash('sha256').update(material).digest('hex')));
  assert.equal(found(one, 'admin/hunter3'), undefined);
  await keep(one, 'admin/hunter3', { token: 'other' });
  assert.deepEqual(found(one, material), value);
  assert.ok(!readFileSync(join(one, name ?? ''), 'utf8').includes('hunter'));
});

test('reading a login that is not kept makes no file and finds none', () => {
  const directory = fresh();
  assert.equal(found(directory), undefined);
  tokenFiles(ownDirectory(directory), uid).drop('m');
  assert.deepEqual(tokenFiles(ownDirectory(directory), uid).takeAll(), []);
  assert.equal(existsSync(directory), false);
});

test('dropping one login leaves the others; taking all leaves none', async () => {
  const directory = fresh();
  await keep(directory, 'a', { who: 'a' });
  await keep(directory, 'b', { who: 'b' });
  const files = tokenFiles(ownDirectory(directory), uid);
  files.drop('a');
  assert.equal(files.find('a'), undefined);
  assert.deepEqual(files.find('b'), { who: 'b' });
  await keep(directory, 'a', { who: 'a' });
  assert.equal(files.takeAll().length, 2);
  assert.equal(files.find('b'), undefined);
  assert.deepEqual(readdirSync(directory), ['secret']);
});

/** Each way in which a file can be doubtful: what is done to it. */
const doubts: Readonly<Record<string, (path: string) => void>> = {
  empty: (path) => truncateSync(path, 0),
  truncated: (path) => truncateSync(path, 5),
  'no JSON': (path) => writeFileSync(path, '\u0000nonsense'),
  'readable by the group': (path) => chmodSync(path, 0o640),
  'writable by others': (path) => chmodSync(path, 0o602),
  'too big': (path) => truncateSync(path, 5 * 1024 * 1024),
  'a link to another file': (path) => {
    renameSync(path, `${path}.real`);
    symlinkSync(`${path}.real`, path);
  },
  'a link to nothing': (path) => {
    rmSync(path);
    symlinkSync('/nonexistent/file', path);
  },
};

for (const [doubt, spoil] of Object.entries(doubts)) {
  test(`a file that is ${doubt} is ignored and replaced`, async () => {
    const directory = fresh();
    await keep(directory);
    const path = fileIn(directory);
    spoil(path);
    assert.equal(found(directory), undefined);
    await keep(directory, 'm', { token: 'new' });
    assert.deepEqual(found(directory), { token: 'new' });
    assert.ok(lstatSync(path).isFile());
    assert.equal(modeOf(path), 0o600);
    if (existsSync(`${path}.real`)) assert.deepEqual(JSON.parse(readFileSync(`${path}.real`, 'utf8')), value);
  });
}

test('a file of another user is ignored and replaced', {
  skip: uid === 0 ? false : 'only root can give files away',
}, async () => {
  const directory = fresh();
  await keep(directory);
  const path = fileIn(directory);
  chownSync(path, 12345, 12345);
  assert.equal(found(directory), undefined);
  await keep(directory, 'm', { token: 'new' });
  assert.deepEqual(found(directory), { token: 'new' });
  assert.equal(statSync(path).uid, 0);
});

test('a directory of another user is not written to', {
  skip: uid === 0 ? false : 'only root can give directories away',
}, async () => {
  const directory = fresh();
  mkdirSync(directory, { recursive: true });
  chownSync(directory, 12345, 12345);
  await keep(directory);
  assert.deepEqual(readdirSync(directory), []);
});

test('a secret that others may have read, or half a one, is replaced: then nothing that was kept is found', async () => {
  for (const spoil of [(path: string) => chmodSync(path, 0o644), (path: string) => truncateSync(path, 7)]) {
    const directory = fresh();
    await keep(directory);
    spoil(join(directory, 'secret'));
    assert.equal(found(directory), undefined);
    await keep(directory, 'm', { token: 'new' });
    assert.deepEqual(found(directory), { token: 'new' });
    assert.equal(modeOf(join(directory, 'secret')), 0o600);
    assert.equal(readFileSync(join(directory, 'secret')).length, 32);
  }
});

test('an open directory is closed', async () => {
  const directory = fresh();
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  await keep(directory);
  assert.equal(modeOf(directory), 0o700);
});

test("where nothing can be kept, nothing is said: a file or a link in the place of the directory, a directory in a file's", async () => {
  const directory = fresh();
  mkdirSync(join(directory, '..'), { recursive: true });
  writeFileSync(directory, 'in the way');
  await keep(directory);
  assert.equal(found(directory), undefined);
  assert.equal(readFileSync(directory, 'utf8'), 'in the way');

  const link = fresh();
  mkdirSync(join(link, '..'), { recursive: true });
  symlinkSync(root, link);
  await keep(link);
  assert.equal(found(link), undefined);

  const other = fresh();
  await keep(other);
  const path = fileIn(other);
  rmSync(path);
  mkdirSync(path);
  await keep(other);
  assert.equal(found(other), undefined);
  tokenFiles(ownDirectory(other), uid).drop('m');

  await keep('/proc/nothing/stackline');
  assert.equal(found('/proc/nothing/stackline'), undefined);
});

test('a home that is not there is not made', async () => {
  const home = join(root, 'nobody');
  await keep(join(home, '.cache', 'stackline'));
  assert.equal(existsSync(home), false);
});

test('a path that was asked for in full is made, for the owner alone', async () => {
  const directory = join(root, 'asked', 'for', 'stackline');
  await tokenFiles({ path: directory, within: '/' }, uid).save('m', () => value);
  assert.deepEqual(tokenFiles(ownDirectory(directory), uid).find('m'), value);
  assert.equal(statSync(join(root, 'asked')).mode & 0o777, 0o700);
  await tokenFiles({ path: '/proc/nothing/at/all', within: '/' }, uid).save('m', () => value);
});

test('a login is asked for once when it is saved, even where it cannot be kept', async () => {
  let asked = 0;
  await tokenFiles(ownDirectory('/proc/nothing/stackline'), uid).save('m', () => {
    asked += 1;
    return value;
  });
  assert.equal(asked, 1);
});

test('files that nobody has written for a week are swept away', async () => {
  const directory = fresh();
  await keep(directory);
  const path = fileIn(directory);
  const longAgo = new Date(Date.now() - 8 * 24 * 3600 * 1000);
  utimesSync(path, longAgo, longAgo);
  await keep(directory, 'another');
  assert.equal(found(directory), undefined);
  assert.deepEqual(found(directory, 'another'), value);
});

test('processes that write at once leave one valid file, and one secret', async () => {
  const directory = fresh();
  const runs = ['a', 'b', 'c'].map(
    (who) =>
      new Promise<number | null>((resolve) => {
        const script = fileURLToPath(import.meta.resolve('../support/write-login.js'));
        const child = spawn(process.execPath, [script, directory, 'm', who, '40'], {
          stdio: 'inherit',
        });
        child.on('close', resolve);
      }),
  );
  assert.deepEqual(await Promise.all(runs), [0, 0, 0]);
  const kept = found(directory);
  assert.ok(typeof kept === 'object' && kept !== null && 'who' in kept && 'filling' in kept);
  assert.equal(kept.filling, String(kept.who).repeat(20_000));
  assert.deepEqual(readdirSync(directory).sort(), [fileIn(directory).slice(-69), 'secret'].sort());
});
