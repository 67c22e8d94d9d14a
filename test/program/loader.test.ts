import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { root } from '../support/imports.js';

/* V8's compiled code, kept between runs: it makes a start faster and must never change what a run does. */

const home = mkdtempSync(join(tmpdir(), 'loader-'));
after(() => rmSync(home, { recursive: true, force: true }));
/** The shipped files, in a place of their own: other tests may build meanwhile. */
const place = join(home, 'place');
for (const file of ['bin/stackline.js', 'bin/package.json', 'dist/stackline.cjs', 'package.json']) {
  mkdirSync(join(place, file, '..'), { recursive: true });
  copyFileSync(join(root, file), join(place, file));
}
const bin = join(place, 'bin', 'stackline.js');
const directory = join(home, '.cache', 'stackline', 'code');

function run(...words: string[]) {
  const env = { PATH: process.env.PATH, HOME: home };
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...words], { env, encoding: 'utf8' });
  return { stdout, stderr, status };
}

/** Runs that add to what is kept. */
const FEW = 3;
const usual = run('lsit');
for (let times = 1; times < FEW; times += 1) run('lsit');
/** Of the program itself; parts that were used have files of their own. */
const theFile = (): string => {
  const [name = '', ...more] = readdirSync(directory).filter((file) => !file.includes('-src_'));
  assert.deepEqual(more, []);
  return join(directory, name);
};
const original = readFileSync(theFile());
/** Was the file left as it is? One that was not used is written anew. */
const wasLeft = (): boolean => statSync(theFile()).mtimeMs === 1_000_000;

/** Changes the file, runs, and expects what is always printed. */
function runsTheSame(what: string): void {
  assert.deepEqual(run('lsit'), usual, what);
}

const put = (bytes: Uint8Array): void => {
  writeFileSync(theFile(), bytes, { mode: 0o600 });
  utimesSync(theFile(), 1000, 1000);
};

beforeEach(() => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  run('lsit');
  put(original);
});

describe('compiled code that is kept', () => {
  it('is made by the first few runs, for their owner alone, and used by the next', () => {
    assert.match(usual.stderr, /Did you mean 'stackline list'/);
    assert.equal(statSync(directory).mode & 0o777, 0o700);
    assert.equal(statSync(theFile()).mode & 0o777, 0o600);
    runsTheSame('unchanged');
    assert.ok(wasLeft());
  });

  it('is not used when one byte of it has changed', () => {
    const header = 160;
    const places = new Set<number>([0, header - 1, header, header + 1, original.length - 1]);
    for (let at = 0; at < header; at += 16) places.add(at);
    // Spread over both copies, by a fixed rule.
    for (let step = 1; step <= 24; step += 1) places.add((step * 7_368_787) % original.length);
    for (const at of places) {
      const changed = Buffer.from(original);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      put(changed);
      runsTheSame(`byte ${at}`);
      assert.ok(!wasLeft(), `byte ${at} of ${original.length}`);
    }
  });

  it('is not used when it was cut off, or has grown, or is empty', () => {
    for (const length of [0, 1, 159, 160, 161, original.length >> 1, original.length - 2, original.length - 1]) {
      put(original.subarray(0, length));
      runsTheSame(`${length} bytes`);
      assert.ok(!wasLeft(), `${length} bytes`);
    }
    put(Buffer.concat([original, Buffer.alloc(2)]));
    runsTheSame('longer');
    assert.ok(!wasLeft());
  });

  it('is not used for another build, even under its name', () => {
    const program = join(place, 'dist', 'stackline.cjs');
    const source = readFileSync(program, 'latin1');
    // As long as before, and its own hash: only the name tells them apart.
    const other = source.replace(/^\/\/[0-9a-f]{32}/, `//${'0'.repeat(32)}`).replaceAll('Did you mean', 'DID YOU MEAN');
    assert.notEqual(source, other);
    try {
      writeFileSync(program, other, 'latin1');
      const name = theFile().replace(/[0-9a-f]{32}(?=-)/, '0'.repeat(32));
      renameSync(theFile(), name);
      assert.match(run('lsit').stderr, /DID YOU MEAN/);
    } finally {
      writeFileSync(program, source, 'latin1');
    }
  });

  it('is not used when others may read or write it, or its directory', () => {
    for (const mode of [0o644, 0o620, 0o602, 0o666]) {
      chmodSync(theFile(), mode);
      runsTheSame(mode.toString(8));
      assert.ok(!wasLeft(), mode.toString(8));
      put(original);
    }
    chmodSync(directory, 0o777);
    const before = statSync(theFile()).ino;
    runsTheSame('directory');
    assert.notEqual(statSync(theFile()).ino, before, 'a new file');
    assert.equal(statSync(directory).mode & 0o777, 0o700);
  });

  it('is not used through a link', () => {
    const real = join(home, 'elsewhere');
    renameSync(theFile(), real);
    symlinkSync(real, join(directory, 'x'));
    const name = `${/^\/\/([0-9a-f]{32})/.exec(readFileSync(join(place, 'dist', 'stackline.cjs'), 'latin1'))?.[1]}-${process.versions.v8}-${process.arch}`;
    renameSync(join(directory, 'x'), join(directory, name));
    runsTheSame('a link');
    assert.ok(!statSync(theFile()).isSymbolicLink() && statSync(theFile()).mtimeMs !== 1_000_000);
  });

  it('is not used when it belongs to someone else', {
    skip: process.geteuid?.() !== 0 && 'only root can give it away',
  }, () => {
    chownSync(theFile(), 12_345, 12_345);
    runsTheSame('foreign file');
    assert.ok(!wasLeft());
    chownSync(directory, 12_345, 12_345);
    put(original);
    runsTheSame('foreign directory');
    assert.ok(wasLeft(), 'nothing is written there');
  });

  it('is done without where its directory cannot be made, or there is no home', () => {
    rmSync(directory, { recursive: true });
    writeFileSync(directory, 'a file in its place');
    runsTheSame('no directory');
    assert.equal(readFileSync(directory, 'utf8'), 'a file in its place');
    rmSync(directory);
    const env = { PATH: process.env.PATH };
    const { stderr, status } = spawnSync(process.execPath, [bin, 'lsit'], { env, encoding: 'utf8' });
    assert.deepEqual([stderr, status], [usual.stderr, usual.status]);
    assert.ok(!existsSync(directory));
  });

  it('grows when a run uses what no run before it did', () => {
    assert.equal(run('help', 'list').status, 0);
    assert.ok(!wasLeft() && readFileSync(theFile()).length > original.length);
    for (let times = 1; times < FEW; times += 1) {
      put(readFileSync(theFile()));
      run('help', 'list');
      assert.ok(!wasLeft(), 'each of the first few may use more of it');
    }
    put(readFileSync(theFile()));
    run('help', 'list');
    run('lsit');
    assert.ok(wasLeft());
  });

  it('is one file for each part that was used, and none of them is trusted when it has changed', () => {
    const said = run('help', 'list');
    const parts = () => readdirSync(directory).filter((file) => file.includes('-src_'));
    assert.ok(parts().some((name) => name.endsWith('-src_commands_nova_list_ts')));
    for (const name of parts()) {
      const path = join(directory, name);
      assert.equal(statSync(path).mode & 0o777, 0o600);
      const whole = readFileSync(path);
      for (const at of [0, 159, 160, 700, whole.length >> 1, whole.length - 1]) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 1;
        writeFileSync(path, changed, { mode: 0o600 });
        assert.deepEqual(run('help', 'list'), said, `${name}, byte ${at}`);
      }
      writeFileSync(path, whole.subarray(0, whole.length - 8), { mode: 0o600 });
      assert.deepEqual(run('help', 'list'), said, `${name}, cut off`);
    }
    const [one = '', other = ''] = parts().map((name) => join(directory, name));
    renameSync(one, join(home, 'swapped'));
    copyFileSync(other, one);
    renameSync(join(home, 'swapped'), other);
    assert.deepEqual(run('help', 'list'), said, 'swapped');
  });

  it('of a part is written by the first three runs only', () => {
    for (let times = 0; times < FEW; times += 1) run('help', 'list');
    const before = readdirSync(directory).map((name) => statSync(join(directory, name)).ino);
    run('help', 'list');
    assert.deepEqual(
      readdirSync(directory).map((name) => statSync(join(directory, name)).ino),
      before,
    );
  });

  it('replaces what an earlier build has left', () => {
    const old = join(
      directory,
      theFile()
        .replace(/.*[/\\]/, '')
        .replace(/^[0-9a-f]{32}/, 'f'.repeat(32)),
    );
    renameSync(theFile(), old);
    runsTheSame('an old file');
    assert.ok(!existsSync(old));
  });
});
