import assert from 'node:assert/strict';
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
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9.]{1,12}$/), { maxLength: 5 });
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

  it('tells the time of its files', () => {
    const bytes = Buffer.from(zip([{ name: 'a', content: '' }], Date.UTC(2013, 1, 25, 19, 32, 45)));
    const [clock, date] = [bytes.readUInt16LE(10), bytes.readUInt16LE(12)];
    assert.deepEqual([date >> 9, (date >> 5) & 15, date & 31], [2013 - 1980, 2, 25]);
    assert.deepEqual([clock >> 11, (clock >> 5) & 63, (clock & 31) * 2], [19, 32, 44]);
  });
});
