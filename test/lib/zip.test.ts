import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import { zip } from '../../src/lib/zip.js';
import { fc } from '../support/property.js';

/** The files of an archive by its directory, each checked against its local header. */
function unzip(archive: Uint8Array): { name: string; content: string; mode: number }[] {
  const bytes = Buffer.from(archive);
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  const files = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    const local = bytes.readUInt32LE(at + 42);
    assert.equal(bytes.readUInt32LE(local), 0x04034b50);
    // From the version that is needed to the length of the name both headers say the same.
    assert.ok(bytes.subarray(local + 4, local + 30).equals(bytes.subarray(at + 6, at + 32)));
    const content = bytes.subarray(local + 30 + length, local + 30 + length + bytes.readUInt32LE(at + 20));
    assert.equal(bytes.readUInt32LE(at + 16), crc32(content));
    files.push({ name, content: content.toString(), mode: bytes.readUInt32LE(at + 38) >>> 16 });
    at += 46 + length;
  }
  assert.equal(at, end);
  return files;
}

describe('a zip archive', () => {
  it('holds what was put into it, for its owner alone', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9.]{0,11}$/), { maxLength: 5 });
    fc.assert(
      fc.property(names, fc.string({ unit: 'binary' }), fc.nat(), (all, content, now) => {
        const entries = all.map((name) => ({ name, content: Buffer.from(content).toString() }));
        assert.deepEqual(
          unzip(zip(entries, now * 1000)),
          entries.map((entry) => ({ ...entry, mode: 0o100600 })),
        );
      }),
    );
  });

  it('tells the local time of its files, as far as an archive can', () => {
    const timeIn = (now: number): Date => {
      const bytes = Buffer.from(zip([{ name: 'a', content: '' }], now));
      const [clock, date] = [bytes.readUInt16LE(10), bytes.readUInt16LE(12)];
      const day = [(date >> 9) + 1980, ((date >> 5) & 15) - 1, date & 31] as const;
      return new Date(...day, clock >> 11, (clock >> 5) & 63, (clock & 31) * 2);
    };
    const now = new Date(2013, 1, 25, 19, 32, 45);
    assert.deepEqual(timeIn(now.getTime()), new Date(2013, 1, 25, 19, 32, 44));
    // A clock that has lost its time is no reason to fail.
    assert.deepEqual(timeIn(0), new Date(1980, 0, 1));
    assert.deepEqual(timeIn(new Date(2150, 0, 1).getTime()), new Date(2099, 11, 31));
  });

  it('is one to Python, too', (t) => {
    const script = `
import io, sys, zipfile
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
print(archive.testzip(), [(i.filename, oct(i.external_attr >> 16), archive.read(i)) for i in archive.infolist()])`;
    const entries = [
      { name: 'ec2rc.sh', content: 'export A=é\n' },
      { name: 'pk.pem', content: '' },
    ];
    const { stdout, error } = spawnSync('python3', ['-c', script], {
      input: zip(entries, Date.now()),
      encoding: 'utf8',
    });
    if (error !== undefined) return t.skip('needs python3');
    const read = "[('ec2rc.sh', '0o100600', b'export A=\\xc3\\xa9\\n'), ('pk.pem', '0o100600', b'')]";
    assert.equal(stdout, `None ${read}\n`);
  });
});
