import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it, test } from 'node:test';
import type { Checksum, Download } from '../../src/core/download.js';
import { Failure } from '../../src/core/errors.js';
import { sumsOf } from '../../src/storage/file-sums.js';
import { saveDownload } from '../../src/storage/save-download.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const directory = temporaryDirectory({ after });

const CONTENT = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 7 + (at >> 8)) & 255));
const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex');
const wrong = (found: string) => new Failure(`Corrupt: ${found}`);
const right: Checksum = { algorithm: 'sha512', digest: sha512(CONTENT), wrong };

/** All of the content from one byte on, in pieces, broken off where `until` says. */
async function* pieces(from: number, until = CONTENT.length): AsyncGenerator<Uint8Array> {
  for (let at = from; at < until; at += 100_000) yield CONTENT.subarray(at, Math.min(at + 100_000, until));
  if (until < CONTENT.length) throw new Failure('The connection was cut');
}

/** Saves to a place of its own. */
function saving(more: Partial<Download> = {}) {
  const place = mkdtempSync(join(directory, 'place-'));
  const path = join(place, 'image');
  const [said, asked, undoing]: [string[], number[], (() => void)[]] = [[], [], []];
  const run = (now: Partial<Download> = {}): Promise<void> =>
    saveDownload(
      {
        path,
        size: CONTENT.length,
        checksum: right,
        say: (line) => void said.push(line.replaceAll(place, '')),
        ...more,
        ...now,
        open: async (from) => {
          asked.push(from);
          return (now.open ?? more.open ?? (async (at: number) => ({ from: at, bytes: pieces(at) })))(from);
        },
      },
      (undo) => {
        undoing.push(undo);
        return () => void undoing.pop();
      },
    );
  return { place, path, said, asked, undoing, run, files: () => readdirSync(place) };
}

const cutAt =
  (until: number): Download['open'] =>
  async (from) => ({ from, bytes: pieces(from, until) });

describe('a download', () => {
  it('is a file of the same bytes, as the umask lets others read it, and says how far it is', async () => {
    const steps: number[] = [];
    const { path, run, files, undoing } = saving({ progress: (done) => void steps.push(done) });
    await run();
    assert.ok(readFileSync(path).equals(CONTENT));
    assert.equal(statSync(path).mode & 0o777, 0o666 & ~process.umask());
    assert.deepEqual([files(), undoing, steps.at(-1)], [['image'], [], CONTENT.length]);
  });

  it('takes the place of a file as a whole, with its mode, and of what a link leads to', async () => {
    const { path, place, run } = saving();
    writeFileSync(join(place, 'real'), 'old', { mode: 0o600 });
    symlinkSync('real', path);
    await run();
    assert.deepEqual(readdirSync(place).sort(), ['image', 'real']);
    assert.ok(readFileSync(join(place, 'real')).equals(CONTENT));
    assert.equal(statSync(join(place, 'real')).mode & 0o777, 0o600);
  });

  it('that is cut, or comes to another sum, leaves nothing, and what was there as it was', async () => {
    for (const open of [cutAt(2_500_000), cutAt(0), async () => ({ from: 0, bytes: pieces(100) })]) {
      const { path, run, files } = saving({ open });
      await assert.rejects(run(), Failure);
      assert.deepEqual(files(), []);
      writeFileSync(path, 'old');
      await assert.rejects(run(), Failure);
      assert.deepEqual([files(), readFileSync(path, 'utf8')], [['image'], 'old']);
    }
  });

  it('leaves nothing when the service refuses it, or the algorithm is not known', async () => {
    const { run, files } = saving();
    const refused = new Failure('HTTP 404');
    await assert.rejects(run({ open: () => Promise.reject(refused) }), refused);
    await assert.rejects(run({ checksum: { ...right, algorithm: 'sha9' } }), { message: /this machine has no sha9/ });
    assert.deepEqual(files(), []);
  });

  it('is gone when the process ends in its middle', async () => {
    const { run, files, undoing } = saving();
    await run({
      open: async () => {
        assert.equal(files().length, 1);
        for (const undo of undoing) undo();
        assert.deepEqual(files(), []);
        throw new Failure('ended');
      },
    }).catch(() => undefined);
  });

  it('cannot take the place of a directory, nor go where none is', async () => {
    const { path, run } = saving();
    await assert.rejects(run({ path: `${path}/none/image` }), {
      message: /^Unable to write .*No such file or directory$/,
    });
    mkdirSync(path);
    await assert.rejects(run(), { message: `Unable to write ${path}: Is a directory` });
  });

  it('to a device writes to it, and leaves the device where it is', async () => {
    await saving().run({ path: '/dev/null' });
    assert.ok(statSync('/dev/null').isCharacterDevice());
  });
});

describe('a download that may be resumed', () => {
  it('keeps what has come, says so, and goes on from there', async () => {
    const { path, run, files, said, asked } = saving({ resume: true });
    await assert.rejects(run({ open: cutAt(2_500_000) }), { message: 'The connection was cut' });
    assert.deepEqual(files(), ['image.part']);
    await run();
    assert.ok(readFileSync(path).equals(CONTENT));
    assert.deepEqual([files(), asked], [['image'], [0, 2_500_000]]);
    assert.deepEqual(said, [
      '2500000 bytes are kept in /image.part; the same command goes on from there.',
      'Resuming at 2500000 of 3000000 bytes.',
    ]);
  });

  it('begins again where the server gives the whole, and says so', async () => {
    const { path, run, said } = saving({ resume: true });
    await assert.rejects(run({ open: cutAt(500_000) }));
    await run({ open: async () => ({ from: 0, bytes: pieces(0) }) });
    assert.ok(readFileSync(path).equals(CONTENT));
    assert.match(said.at(-1) ?? '', /gives the whole again/);
  });

  it('asks for nothing when all is there, and begins again when there is more than all', async () => {
    const { path, place, run, asked, said } = saving({ resume: true });
    writeFileSync(join(place, 'image.part'), CONTENT);
    await run();
    assert.deepEqual([asked, readFileSync(path).equals(CONTENT)], [[], true]);
    writeFileSync(join(place, 'image.part'), Buffer.alloc(CONTENT.length + 1));
    await run();
    assert.deepEqual([asked, readFileSync(path).equals(CONTENT)], [[0], true]);
    assert.match(said.join('\n'), /longer than the whole/);
  });

  it('whose parts do not belong together fails, and keeps nothing', async () => {
    const { place, run, files } = saving({ resume: true });
    writeFileSync(join(place, 'image.part'), Buffer.alloc(1000));
    await assert.rejects(run(), { message: /^Corrupt: / });
    assert.deepEqual(files(), []);
  });

  it('keeps nothing without a checksum, and says so', async () => {
    const { run, files, said } = saving({ resume: true });
    const { checksum: _none, ...without } = { checksum: undefined };
    await assert.rejects(run({ ...without, checksum: undefined as never, open: cutAt(500_000) }));
    assert.deepEqual([files(), said], [[], ['There is no checksum to resume by: all of it is downloaded.']]);
  });

  it('does not write through a link in the place of its part', async () => {
    const { place, run } = saving({ resume: true });
    writeFileSync(join(place, 'other'), 'other');
    symlinkSync('other', join(place, 'image.part'));
    await assert.rejects(run(), { message: /^Unable to write/ });
    assert.equal(readFileSync(join(place, 'other'), 'utf8'), 'other');
  });

  it('does not wait for a pipe in the place of its part, and leaves it there', { timeout: 60_000 }, async () => {
    const { place, run, files } = saving({ resume: true });
    execFileSync('mkfifo', [join(place, 'image.part')]);
    await assert.rejects(run(), { message: /^Unable to write .*: .*image\.part is no file$/ });
    assert.deepEqual(files(), ['image.part']);
  });
});

test('a pipe has no sums, and is not waited for', { timeout: 60_000 }, async () => {
  const path = join(directory, 'pipe');
  execFileSync('mkfifo', [path]);
  assert.equal(await sumsOf(path), undefined);
});
