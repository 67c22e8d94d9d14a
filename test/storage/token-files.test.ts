import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cacheFolder, tokenFiles } from '../../src/storage/token-files.js';

const root = mkdtempSync(join(tmpdir(), 'stackline-tokens-'));
after(() => rmSync(root, { recursive: true, force: true }));

const uid = process.getuid?.();
let count = 0;
const fresh = (): string => {
  count += 1;
  return join(root, String(count), 'stackline'); // the folder above is not there either
};
const value = { token: 't' };
const keep = (folder: string, material = 'm', what: Record<string, unknown> = value): Promise<void> =>
  tokenFiles(folder, uid).save(material, () => what);
const found = (folder: string, material = 'm'): unknown => tokenFiles(folder, uid).find(material);
const fileIn = (folder: string): string => {
  const [name, ...more] = readdirSync(folder).filter((one) => one.endsWith('.json'));
  assert.ok(name !== undefined && more.length === 0, 'one login is kept');
  return join(folder, name);
};
const modeOf = (path: string): number => statSync(path).mode & 0o777;

test('a login is kept in a file of its owner only, in a folder of its owner only, whatever the umask', async () => {
  for (const umask of [0o000, 0o022, 0o077]) {
    const before = process.umask(umask);
    try {
      const folder = fresh();
      await keep(folder);
      assert.deepEqual(found(folder), value);
      assert.equal(modeOf(folder), 0o700);
      assert.equal(modeOf(fileIn(folder)), 0o600);
      assert.equal(modeOf(join(folder, 'secret')), 0o600);
    } finally {
      process.umask(before);
    }
  }
});

test('names are a keyed hash: other material another file, another folder another name, nothing readable', async () => {
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

test('reading makes nothing, and a login that is not there is not there', () => {
  const folder = fresh();
  assert.equal(found(folder), undefined);
  tokenFiles(folder, uid).drop('m');
  assert.deepEqual(tokenFiles(folder, uid).takeAll(), []);
  assert.equal(existsSync(folder), false);
});

test('dropping one login leaves the others; taking all leaves none', async () => {
  const folder = fresh();
  await keep(folder, 'a', { who: 'a' });
  await keep(folder, 'b', { who: 'b' });
  const files = tokenFiles(folder, uid);
  files.drop('a');
  assert.equal(files.find('a'), undefined);
  assert.deepEqual(files.find('b'), { who: 'b' });
  await keep(folder, 'a', { who: 'a' });
  assert.equal(files.takeAll().length, 2);
  assert.equal(files.find('b'), undefined);
  assert.deepEqual(readdirSync(folder), ['secret']);
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
    const folder = fresh();
    await keep(folder);
    const path = fileIn(folder);
    spoil(path);
    assert.equal(found(folder), undefined);
    await keep(folder, 'm', { token: 'new' });
    assert.deepEqual(found(folder), { token: 'new' });
    assert.ok(lstatSync(path).isFile());
    assert.equal(modeOf(path), 0o600);
    if (existsSync(`${path}.real`)) assert.deepEqual(JSON.parse(readFileSync(`${path}.real`, 'utf8')), value);
  });
}

test('a file of another user is ignored and replaced', {
  skip: uid === 0 ? false : 'only root can give files away',
}, async () => {
  const folder = fresh();
  await keep(folder);
  const path = fileIn(folder);
  chownSync(path, 12345, 12345);
  assert.equal(found(folder), undefined);
  await keep(folder, 'm', { token: 'new' });
  assert.deepEqual(found(folder), { token: 'new' });
  assert.equal(statSync(path).uid, 0);
});

test('a folder of another user is not written to', {
  skip: uid === 0 ? false : 'only root can give folders away',
}, async () => {
  const folder = fresh();
  mkdirSync(folder, { recursive: true });
  chownSync(folder, 12345, 12345);
  await keep(folder);
  assert.deepEqual(readdirSync(folder), []);
});

test('a secret that others may have read, or half a one, is replaced: then nothing that was kept is found', async () => {
  for (const spoil of [(path: string) => chmodSync(path, 0o644), (path: string) => truncateSync(path, 7)]) {
    const folder = fresh();
    await keep(folder);
    spoil(join(folder, 'secret'));
    assert.equal(found(folder), undefined);
    await keep(folder, 'm', { token: 'new' });
    assert.deepEqual(found(folder), { token: 'new' });
    assert.equal(modeOf(join(folder, 'secret')), 0o600);
    assert.equal(readFileSync(join(folder, 'secret')).length, 32);
  }
});

test('an open folder is closed', async () => {
  const folder = fresh();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  await keep(folder);
  assert.equal(modeOf(folder), 0o700);
});

test("where nothing can be kept, nothing is said: a file or a link in the place of the folder, a folder in a file's", async () => {
  const folder = fresh();
  mkdirSync(join(folder, '..'), { recursive: true });
  writeFileSync(folder, 'in the way');
  await keep(folder);
  assert.equal(found(folder), undefined);
  assert.equal(readFileSync(folder, 'utf8'), 'in the way');

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
  tokenFiles(other, uid).drop('m');

  await keep('/proc/nothing/stackline');
  assert.equal(found('/proc/nothing/stackline'), undefined);
});

test('a home that is not there is not made', async () => {
  const home = join(root, 'nobody');
  await keep(join(home, '.cache', 'stackline'));
  assert.equal(existsSync(home), false);
});

test('a path that was asked for in full is made, for the owner alone', async () => {
  const folder = join(root, 'asked', 'for', 'stackline');
  await tokenFiles(folder, uid, '/').save('m', () => value);
  assert.deepEqual(tokenFiles(folder, uid).find('m'), value);
  assert.equal(statSync(join(root, 'asked')).mode & 0o777, 0o700);
  await tokenFiles('/proc/nothing/at/all', uid, '/').save('m', () => value);
});

test('what is offered is asked for once, even where it cannot be kept', async () => {
  let asked = 0;
  await tokenFiles('/proc/nothing/stackline', uid).save('m', () => {
    asked += 1;
    return value;
  });
  assert.equal(asked, 1);
});

test('files that nobody has written for a week are swept away, and what a killed writer left', async () => {
  const folder = fresh();
  await keep(folder);
  const path = fileIn(folder);
  const rest = `${path}.tmp-1234567890abcdef`;
  writeFileSync(rest, 'half', { mode: 0o600 });
  const longAgo = new Date(Date.now() - 8 * 24 * 3600 * 1000);
  utimesSync(path, longAgo, longAgo);
  utimesSync(rest, longAgo, longAgo);
  await keep(folder, 'another');
  assert.equal(found(folder), undefined);
  assert.equal(existsSync(rest), false);
  assert.deepEqual(found(folder, 'another'), value);
});

test('processes that write at once leave one valid file, and one secret', async () => {
  const folder = fresh();
  const runs = ['a', 'b', 'c'].map(
    (who) =>
      new Promise<number | null>((resolve) => {
        const script = fileURLToPath(import.meta.resolve('../support/write-login.js'));
        const child = spawn(process.execPath, [script, folder, 'm', who, '40'], {
          stdio: 'inherit',
        });
        child.on('close', resolve);
      }),
  );
  assert.deepEqual(await Promise.all(runs), [0, 0, 0]);
  const kept = found(folder);
  assert.ok(typeof kept === 'object' && kept !== null && 'who' in kept && 'filling' in kept);
  assert.equal(kept.filling, String(kept.who).repeat(20_000));
  assert.deepEqual(readdirSync(folder).sort(), [fileIn(folder).slice(-69), 'secret'].sort());
});

test('the folder is where XDG says, and nowhere without a home', () => {
  assert.equal(cacheFolder({ XDG_CACHE_HOME: '/x', HOME: '/home/me' }), '/x/stackline');
  assert.equal(cacheFolder({ HOME: '/home/me' }), '/home/me/.cache/stackline');
  assert.equal(cacheFolder({ XDG_CACHE_HOME: 'relative', HOME: '/home/me' }), '/home/me/.cache/stackline');
  assert.equal(cacheFolder({ XDG_CACHE_HOME: '', HOME: '' }), undefined);
  assert.equal(cacheFolder({}), undefined);
});
