import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { channelBinding, encryptedKey, hmacMd5, ntowfv2, ntProof } from '../../src/hyperv/ntlm/keys.js';
import { md4 } from '../../src/hyperv/ntlm/md4.js';
import { attributesIn, authenticateMessage, negotiateMessage, readChallenge } from '../../src/hyperv/ntlm/messages.js';
import { readSealed, writeSealed } from '../../src/hyperv/ntlm/multipart.js';
import { rc4 } from '../../src/hyperv/ntlm/rc4.js';
import { direction } from '../../src/hyperv/ntlm/sealing.js';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');

describe('MD4', () => {
  // RFC 1320, A.5.
  const rows: readonly (readonly [string, string])[] = [
    ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
    ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
    ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
    ['message digest', 'd9130a8164549fe818874806e1c7014b'],
    ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
    ['1234567890'.repeat(8), 'e33b4ddc9c38f2199c3e7b164fcc0536'],
  ];
  for (const [text, digest] of rows) {
    it(`of '${text}'`, () => assert.equal(md4(Buffer.from(text)).toString('hex'), digest));
  }
});

describe('RC4', () => {
  // RFC 6229, 2: keys of 40 and 128 bits.
  it('has the stream of the RFC, from the beginning on', () => {
    assert.equal(rc4(hex('0102030405'))(Buffer.alloc(16)).toString('hex'), 'b2396305f03dc027ccc3524a0a1118a8');
    const long = rc4(hex('0102030405060708090a0b0c0d0e0f10'));
    assert.equal(long(Buffer.alloc(16)).toString('hex'), '9ac7cc9a609d1ef7b2932899cde41b97');
  });

  it('goes on where it has ended, in pieces of any length', () => {
    const whole = rc4(hex('0102030405'))(Buffer.alloc(256));
    assert.equal(whole.subarray(240).toString('hex'), '28cb1132c96ce286421dcaadb8b69eae');
    const stream = rc4(hex('0102030405'));
    const pieces = [1, 7, 0, 100, 148].map((length) => stream(Buffer.alloc(length)));
    assert.deepEqual(Buffer.concat(pieces), whole);
  });
});

describe('NTLMv2', () => {
  // MS-NLMP 4.2.1 and 4.2.4.
  const serverChallenge = hex('0123456789abcdef');
  const clientChallenge = hex('aaaaaaaaaaaaaaaa');
  const sessionKey = Buffer.alloc(16, 0x55);
  const info = hex('02000c0044006f006d00610069006e0001000c00530065007200760065007200 00000000');
  const key = ntowfv2('User', 'Domain', 'Password');

  it('has the keys and proofs of the specification', () => {
    assert.equal(key.toString('hex'), '0c868a403bfd7a93a3001ef22ef02e3f');
    const { proof, response } = ntProof(key, serverChallenge, clientChallenge, Buffer.alloc(8), info);
    assert.equal(proof.toString('hex'), '68cd0ab851e51c96aabc927bebef6a1c');
    assert.equal(response.subarray(0, 16).toString('hex'), proof.toString('hex'));
    const base = hmacMd5(key, proof);
    assert.equal(base.toString('hex'), '8de40ccadbc14a82f15cb0ad0de95ca3');
    assert.equal(encryptedKey(base, sessionKey).toString('hex'), 'c5dad2544fc9799094ce1ce90bc9d03e');
    const lm = hmacMd5(key, serverChallenge, clientChallenge);
    assert.equal(lm.toString('hex'), '86c35097ac9cec102554764a57cccc19');
  });

  it('seals and signs as the specification does', () => {
    const ours = direction(sessionKey, 'client-to-server');
    const { signature, sealed } = ours.seal(Buffer.from('Plaintext', 'utf16le'));
    assert.equal(sealed.toString('hex'), '54e50165bf1936dc996020c1811b0f06fb5f');
    assert.equal(signature.toString('hex'), '010000007fb38ec5c55d497600000000');
  });

  it('opens what was sealed, in order, and nothing that was changed or comes again', () => {
    const [there, here] = [direction(sessionKey, 'server-to-client'), direction(sessionKey, 'server-to-client')];
    for (const text of ['one', '', 'three']) {
      const { signature, sealed } = there.seal(Buffer.from(text));
      assert.equal(here.open(signature, sealed)?.toString(), text);
    }
    const { signature, sealed } = there.seal(Buffer.from('four'));
    assert.equal(here.open(signature, Buffer.from(sealed).fill(0, 0, 1)), undefined);
    assert.equal(here.open(signature, sealed), undefined);
  });

  // The challenge of 4.2.4.3.
  const challengeBytes = hex(
    '4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef00000000000000002400240044000000060070170000000f' +
      '53006500720076006500720002000c0044006f006d00610069006e0001000c0053006500720076006500720000000000',
  );
  const nonces = { clientChallenge, sessionKey, time: 0n };

  it('answers the challenge of the specification with a proof that follows from the attributes', () => {
    const challenge = readChallenge(challengeBytes);
    assert.equal(challenge.challenge.toString('hex'), '0123456789abcdef');
    const who = { user: 'User', domain: 'Domain', password: 'Password' };
    const message = authenticateMessage(negotiateMessage(), challenge, who, nonces, {
      target: 'HTTP/hv',
      channel: undefined,
    });
    const field = (at: number): Buffer => {
      const [length, offset] = [message.readUInt16LE(at), message.readUInt32LE(at + 4)];
      return message.subarray(offset, offset + length);
    };
    assert.equal(field(28).toString('utf16le'), 'Domain');
    assert.equal(field(36).toString('utf16le'), 'User');
    assert.equal(field(12).toString('hex'), '86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa');
    const response = field(20);
    const attributes = attributesIn(response.subarray(44));
    assert.deepEqual(
      attributes.map(([id]) => id),
      [2, 1, 10, 9],
    );
    assert.equal(attributes[3]?.[1].toString('utf16le'), 'HTTP/hv');
    const proof = hmacMd5(key, serverChallenge, response.subarray(16));
    assert.deepEqual(response.subarray(0, 16), proof);
    assert.deepEqual(rc4(hmacMd5(key, proof))(field(52)), sessionKey);
    assert.deepEqual(message.subarray(72, 88), Buffer.alloc(16), 'no code without a time of the server');
  });

  it('with a time of the server puts a code over all three messages, and leaves LM out', () => {
    const time = hex('0700080000112233445566770000 0000');
    const attributes = Buffer.concat([hex('02000c0044006f006d00610069006e00'), time]);
    const bytes = Buffer.concat([challengeBytes.subarray(0, 68), attributes]);
    bytes.writeUInt16LE(attributes.length, 40);
    bytes.writeUInt16LE(attributes.length, 42);
    const negotiate = negotiateMessage();
    const who = { user: 'u', domain: '', password: 'p' };
    const message = authenticateMessage(negotiate, readChallenge(bytes), who, nonces, {
      target: 't',
      channel: undefined,
    });
    const mic = Buffer.from(message.subarray(72, 88));
    const without = Buffer.from(message);
    without.fill(0, 72, 88);
    assert.deepEqual(mic, hmacMd5(sessionKey, negotiate, bytes, without));
    const [length, offset] = [message.readUInt16LE(12), message.readUInt32LE(16)];
    assert.deepEqual(message.subarray(offset, offset + length), Buffer.alloc(24));
  });

  it('takes no challenge that is cut off at any byte, or agrees to less', () => {
    for (let length = 0; length < challengeBytes.length; length += 1) {
      assert.throws(() => readChallenge(challengeBytes.subarray(0, length)), { name: 'UnexpectedAnswer' });
    }
    const weak = Buffer.from(challengeBytes);
    weak[20] = (weak[20] ?? 0) & ~0x20;
    assert.throws(() => readChallenge(weak), /does not agree to NTLMv2 with sealed messages/);
  });

  it('names a TLS connection by the hash of the certificate', () => {
    const directory = mkdtempSync(join(tmpdir(), 'binding-'));
    const file = join(directory, 'cert.der');
    const openssl = (...words: string[]) => void execFileSync('openssl', words, { stdio: 'pipe' });
    const keys = [join(directory, 'rsa.pem'), join(directory, 'ec.pem')] as const;
    openssl('genpkey', '-algorithm', 'RSA', '-out', keys[0]);
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', keys[1]);
    // RFC 5929, 4.1: by the hash of its signature, unless that is an old one.
    const hashes = { sha1: 'sha256', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' };
    for (const [hash, expected] of Object.entries(hashes)) {
      for (const kind of keys) {
        const words = ['req', '-x509', '-new', '-key', kind, '-subj', '/CN=hv', `-${hash}`];
        openssl(...words, '-outform', 'DER', '-out', file);
        const certificate = readFileSync(file);
        const data = Buffer.concat([
          Buffer.from('tls-server-end-point:'),
          createHash(expected).update(certificate).digest(),
        ]);
        const head = Buffer.concat([Buffer.alloc(16), Buffer.from([data.length, 0, 0, 0])]);
        const wanted = createHash('md5')
          .update(Buffer.concat([head, data]))
          .digest();
        assert.deepEqual(channelBinding(certificate), wanted, `${hash} ${kind}`);
      }
    }
    rmSync(directory, { recursive: true });
  });
});

describe('a sealed body', () => {
  const signature = Buffer.alloc(16, 1);

  it('is cut by its length, whatever stands in it', () => {
    const evil = Buffer.from('x--Encrypted Boundary--\r\n--Encrypted Boundary\r\n');
    const found = readSealed(writeSealed(signature, evil, evil.length));
    assert.deepEqual(found, { signature, sealed: evil });
  });

  it('may be written with a blank before the boundary, as some servers do', () => {
    const body = writeSealed(signature, Buffer.from('abc'), 3).toString('latin1');
    const other = Buffer.from(body.replaceAll('--Encrypted Boundary\r', '-- Encrypted Boundary\r'), 'latin1');
    assert.equal(readSealed(other)?.sealed.toString(), 'abc');
  });

  it('is none where it is cut off at any byte, or longer than it says', () => {
    const body = writeSealed(signature, Buffer.from('abc'), 3);
    for (let length = 0; length < body.length - 2; length += 1)
      assert.equal(readSealed(body.subarray(0, length)), undefined);
    assert.equal(readSealed(Buffer.concat([body, Buffer.from('x')])), undefined);
    assert.equal(readSealed(writeSealed(signature, Buffer.from('abc'), 4)), undefined);
  });
});
