import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { root } from '../support/imports.js';
import { deep } from '../support/property.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/* V8's compiled code, kept between runs: it makes a start faster and must never change what a run does. */

const home = temporaryDirectory({ after });
/** The shipped files, in a place of their own: other tests may build meanwhile. */
const place = join(home, 'place');
for (const name of ['bin', 'dist', 'package.json']) cpSync(join(root, name), join(place, name), { recursive: true });
const bin = join(place, 'bin', 'stackline.js');
const program = join(place, 'dist', 'stackline.cjs');
const directory = join(home, '.cache', 'stackline', 'code');

function run(words: readonly string[], before: readonly string[] = [], script = bin) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...before, script, ...words], {
    env: { PATH: process.env.PATH, HOME: home },
    encoding: 'utf8',
    // A run that waits for ever fails here, and nowhere else.
    timeout: 60_000,
  });
  return { stdout, stderr, status };
}

/** Runs that keep the code of a file, after one that notes it. */
const RUNS = 3;
const HEADER = 128;
const usual = run(['--os-cloud']);
for (let times = 0; times < RUNS; times += 1) run(['--os-cloud']);
/** The files of code, without those of other Nodes. */
const names = (): string[] => readdirSync(directory).sort();
/** An option without its value needs the program, and the part that says what is wrong. */
const usualNames = names();
const name = usualNames.find((one) => one.startsWith('stackline.cjs')) ?? '';
assert.equal(usualNames.length, 2, usualNames.join(' '));
const theFile = join(directory, name);
const originals = usualNames.map((one) => [join(directory, one), readFileSync(join(directory, one))] as const);
const original = readFileSync(theFile);

const OLD = 1_000_000;
const age = (path: string): void => utimesSync(path, OLD / 1000, OLD / 1000);
const wasLeft = (path = theFile): boolean => statSync(path).mtimeMs === OLD;

const put = (bytes: Uint8Array, path = theFile): void => {
  rmSync(path, { recursive: true, force: true });
  writeFileSync(path, bytes, { mode: 0o600 });
  age(path);
};

/** Runs with the file as it is now, expects what is always printed, and that the file was not taken but noted anew. */
function makesAnew(what: string): void {
  assert.deepEqual(run(['--os-cloud']), usual, what);
  assert.ok(statSync(theFile).isFile() && !wasLeft(), what);
  assert.equal(readFileSync(theFile).length, HEADER, what);
}

beforeEach(() => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  for (const [path, bytes] of originals) put(bytes, path);
});

describe('compiled code', () => {
  it('is made by three runs after one that notes the file, for their owner alone, and used by the next', () => {
    assert.match(usual.stderr, /expected one argument/);
    rmSync(directory, { recursive: true });
    for (let times = 0; times <= RUNS; times += 1) {
      if (times > 0) age(theFile);
      assert.deepEqual(run(['--os-cloud']), usual);
      assert.ok(!wasLeft(), `run ${times}`);
      assert.equal(readFileSync(theFile).length > HEADER, times > 0, `run ${times}`);
    }
    assert.equal(statSync(directory).mode & 0o777, 0o700);
    assert.equal(statSync(theFile).mode & 0o777, 0o600);
    age(theFile);
    assert.deepEqual(run(['--os-cloud']), usual);
    assert.ok(wasLeft());
  });

  it('is not used when one byte of it has changed', () => {
    const length = original.length - HEADER - statSync(program).size;
    const middle = HEADER + length / 2;
    const places = new Set([0, HEADER - 1, HEADER, middle - 1, middle, HEADER + length, original.length - 1]);
    for (let at = 0; at < HEADER; at += deep ? 16 : 64) places.add(at);
    // Spread over the code, the code again and the source, by a fixed rule.
    for (let step = 1; step <= (deep ? 24 : 6); step += 1) places.add((step * 7_368_787) % original.length);
    for (const at of places) {
      const changed = Buffer.from(original);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      put(changed);
      makesAnew(`byte ${at} of ${original.length}`);
    }
  });

  it('is not used when it was cut off, or has grown, or is empty', () => {
    for (const length of [0, 1, HEADER - 1, HEADER, HEADER + 1, original.length >> 1, original.length - 1]) {
      put(original.subarray(0, length));
      makesAnew(`${length} bytes`);
    }
    put(Buffer.concat([original, Buffer.alloc(2)]));
    makesAnew('longer');
  });

  it('is not used for another text, even of the same length', () => {
    const source = readFileSync(program, 'latin1');
    const other = source.replaceAll('expected one argument', 'EXPECTED ONE ARGUMENT');
    assert.ok(other !== source && other.length === source.length);
    try {
      writeFileSync(program, other, 'latin1');
      assert.match(run(['--os-cloud']).stderr, /EXPECTED ONE ARGUMENT/);
    } finally {
      writeFileSync(program, source, 'latin1');
    }
  });

  it('is not used when others may read or write it, or its directory', () => {
    for (const mode of [0o644, 0o620, 0o602, 0o666]) {
      put(original);
      chmodSync(theFile, mode);
      makesAnew(mode.toString(8));
    }
    put(original);
    chmodSync(directory, 0o777);
    makesAnew('directory');
    assert.equal(statSync(directory).mode & 0o777, 0o700);
  });

  it('is not used through a link', () => {
    const real = join(home, 'elsewhere');
    renameSync(theFile, real);
    symlinkSync(real, theFile);
    makesAnew('a link');
    assert.ok(wasLeft(real));
  });

  it('is not waited for where a pipe is in its place, and a directory there is left', () => {
    rmSync(theFile);
    execFileSync('mkfifo', ['-m', '600', theFile]);
    makesAnew('a pipe');
    rmSync(theFile);
    mkdirSync(theFile, { mode: 0o700 });
    assert.deepEqual(run(['--os-cloud']), usual);
    assert.deepEqual(names(), usualNames, 'nothing is left beside it');
  });

  it('is not read where a device is in its place', {
    skip: process.geteuid?.() !== 0 && 'only root can make one',
  }, (t) => {
    rmSync(theFile);
    // /dev/zero: it never ends.
    const made = spawnSync('mknod', ['-m', '600', theFile, 'c', '1', '5']);
    if (made.status !== 0) return t.skip('no device may be made here');
    makesAnew('a device');
    for (const device of ['/dev/zero', '/dev/full']) {
      rmSync(theFile, { force: true });
      symlinkSync(device, theFile);
      makesAnew(`a link to ${device}`);
    }
  });

  it('is not used when it belongs to someone else', {
    skip: process.geteuid?.() !== 0 && 'only root can give it away',
  }, () => {
    chownSync(theFile, 12_345, 12_345);
    makesAnew('a file of somebody else');
    put(original);
    chownSync(directory, 12_345, 12_345);
    assert.deepEqual(run(['--os-cloud']), usual);
    assert.ok(wasLeft(), 'nothing is written there');
  });

  it('is done without where its directory cannot be made, or there is no home', () => {
    rmSync(directory, { recursive: true });
    writeFileSync(directory, 'a file in its place');
    assert.deepEqual(run(['--os-cloud']), usual);
    assert.equal(readFileSync(directory, 'utf8'), 'a file in its place');
    rmSync(directory);
    const env = { PATH: process.env.PATH };
    const { stderr, status } = spawnSync(process.execPath, [bin, '--os-cloud'], { env, encoding: 'utf8' });
    assert.deepEqual([stderr, status], [usual.stderr, usual.status]);
    assert.ok(!existsSync(directory));
  });

  it('of all files is kept again by runs that use a file of which three runs have not kept it', () => {
    assert.equal(run(['help', 'list']).status, 0);
    assert.ok(wasLeft(), 'a run that notes a file leaves the others');
    for (let times = 0; times < RUNS; times += 1) {
      assert.equal(run(['help', 'list']).status, 0);
      assert.ok(!wasLeft(), `run ${times}`);
      age(theFile);
    }
    assert.ok(readFileSync(theFile).length > original.length, 'with what the new runs have compiled');
    run(['help', 'list']);
    run(['--os-cloud']);
    assert.ok(wasLeft());
  });

  it('of a part is a file of its own, and not trusted either when it has changed', () => {
    const said = run(['help', 'list']);
    run(['help', 'list']);
    const parts = names().filter((other) => !usualNames.includes(other));
    assert.ok(parts.some((part) => part.startsWith(`${encodeURIComponent('commands/nova/list.cjs')}-`)));
    for (const part of parts) {
      const path = join(directory, part);
      assert.equal(statSync(path).mode & 0o777, 0o600);
      const whole = readFileSync(path);
      for (const at of deep
        ? [0, HEADER - 1, HEADER, whole.length >> 1, whole.length - 1]
        : [HEADER - 1, whole.length >> 1]) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 1;
        put(changed, path);
        assert.deepEqual(run(['help', 'list']), said, `${part}, byte ${at}`);
        assert.ok(!wasLeft(path), `${part}, byte ${at}`);
      }
    }
    const [one = '', other = ''] = parts.map((part) => join(directory, part));
    renameSync(one, join(home, 'swapped'));
    cpSync(other, one);
    renameSync(join(home, 'swapped'), other);
    assert.deepEqual(run(['help', 'list']), said, 'swapped');
  });

  it('that was there stays as it was after a long run, which keeps only what had none', () => {
    const hook = join(home, 'long.cjs');
    writeFileSync(hook, 'process.uptime = () => 4;');
    run(['help', 'list']);
    run(['help', 'list'], ['-r', hook]);
    assert.ok(wasLeft());
    const others = names().filter((other) => !usualNames.includes(other));
    assert.ok(others.length > 0);
    for (const other of others) assert.ok(statSync(join(directory, other)).size > HEADER, other);
  });

  it('of an earlier program goes when the code of the next one is kept', () => {
    const suffix = name.slice(name.indexOf('-'));
    put(original, join(directory, `gone.cjs${suffix}`));
    put(original, join(directory, 'stackline.cjs-1.2.3.4-x64'));
    run(['--os-cloud']);
    assert.equal(names().length, 4, 'not while the program is the same');
    put(Buffer.alloc(0));
    makesAnew('another program');
    run(['--os-cloud']);
    assert.deepEqual(names(), [...usualNames, 'stackline.cjs-1.2.3.4-x64'].sort(), 'that of another V8 stays');
  });
});

describe('plain node', () => {
  it('runs the program as the loader does', () => {
    for (const words of [['--os-cloud'], ['help', 'list'], ['--version'], ['--sandbox', 'service-list', '-f', 'csv']]) {
      const loaded = run(words);
      assert.deepEqual(run(words, [], program), loaded, words.join(' '));
      assert.equal(loaded.status, words[0] === '--os-cloud' ? 2 : 0);
    }
  });
});
