import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { it } from 'node:test';
import { hmacSha256 } from '../../src/storage/hmac.js';
import { fc, runs } from '../support/property.js';

it('is the HMAC-SHA-256 of node:crypto, for any key and text', () => {
  const key = fc.uint8Array({ maxLength: 200 });
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.nat(300).map((length) => 'a'.repeat(length)),
  );
  fc.assert(
    fc.property(key, text, (secret, message) => {
      assert.equal(hmacSha256(secret, message), createHmac('sha256', secret).update(message).digest('hex'));
    }),
    { numRuns: runs(2000) },
  );
});

it('gives what RFC 4231 gives', () => {
  assert.equal(
    hmacSha256(Buffer.from('Jefe'), 'what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
  const long = 'Test Using Larger Than Block-Size Key - Hash Key First';
  assert.equal(
    hmacSha256(Buffer.alloc(131, 0xaa), long),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  );
});
