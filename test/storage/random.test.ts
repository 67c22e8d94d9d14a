import assert from 'node:assert/strict';
import { it } from 'node:test';
import { randomBytes } from '../../src/storage/random.js';

it('random bytes are as many as were asked for, and others each time', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => randomBytes(32)));
  assert.ok(all.every(({ length }) => length === 32));
  assert.equal(new Set(all.map((bytes) => bytes.toString('hex'))).size, 50);
  // Of 12,800 bits about half are set: 40 to 60 of 100 is never missed by chance.
  const ones = all
    .flatMap((bytes) => [...bytes])
    .reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  assert.ok(ones > 5120 && ones < 7680, `${ones}`);
});
