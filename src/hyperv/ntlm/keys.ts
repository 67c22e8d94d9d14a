/** The keys and proofs of NTLMv2 (MS-NLMP 3.3.2, 3.4). */
import { createHash, createHmac } from 'node:crypto';
import { md4 } from './md4.js';
import { rc4 } from './rc4.js';

/** RFC 2104 with MD5, over the pieces one after the other. */
export function hmacMd5(key: Uint8Array, ...pieces: readonly Uint8Array[]): Buffer {
  const hmac = createHmac('md5', key);
  for (const piece of pieces) hmac.update(piece);
  return hmac.digest();
}

/** MD5 of the pieces one after the other. */
export const md5 = (...pieces: readonly Uint8Array[]): Buffer =>
  createHash('md5').update(Buffer.concat(pieces)).digest();

/** What is known of a password by both sides: NTOWFv2. */
export function ntowfv2(user: string, domain: string, password: string): Buffer {
  const hashed = md4(Buffer.from(password, 'utf16le'));
  return hmacMd5(hashed, Buffer.from(user.toUpperCase() + domain, 'utf16le'));
}

/**
 * That somebody knows the password: NTProofStr, and the whole answer of which it is the beginning.
 * @param time eight bytes
 * @param info the attributes of the target
 */
export function ntProof(
  key: Buffer,
  serverChallenge: Buffer,
  clientChallenge: Buffer,
  time: Buffer,
  info: Buffer,
): { readonly proof: Buffer; readonly response: Buffer } {
  const zero = Buffer.alloc(4);
  const blob = Buffer.concat([Buffer.from([1, 1, 0, 0]), zero, time, clientChallenge, zero, info, zero]);
  const proof = hmacMd5(key, serverChallenge, blob);
  return { proof, response: Buffer.concat([proof, blob]) };
}

/** The key of the session, which the client has chosen, for the other side's eyes. */
export const encryptedKey = (sessionBase: Buffer, sessionKey: Buffer): Buffer => rc4(sessionBase)(sessionKey);

/**
 * The name of a TLS connection (RFC 5929, tls-server-end-point) as NTLM carries it: the MD5 of gss_channel_bindings.
 * @param certificate of the server, DER
 */
export function channelBinding(certificate: Uint8Array): Buffer {
  const digest = createHash(hashOf(certificate)).update(certificate).digest();
  const name = Buffer.concat([Buffer.from('tls-server-end-point:', 'latin1'), digest]);
  const head = Buffer.alloc(20);
  head.writeUInt32LE(name.length, 16);
  return md5(head, name);
}

/** Signature algorithms with a hash of their own, by their object identifiers (RFC 4055, RFC 5758). */
const SIGNATURES: Readonly<Record<string, string>> = {
  '2a864886f70d01010c': 'sha384',
  '2a864886f70d01010d': 'sha512',
  '2a8648ce3d040303': 'sha384',
  '2a8648ce3d040304': 'sha512',
};

/** The hash by which a certificate was signed, SHA-256 where that is an older or another one (RFC 5929, 4.1). */
function hashOf(certificate: Uint8Array): string {
  // Certificate ::= SEQUENCE { tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE { algorithm OBJECT IDENTIFIER … } … }
  const whole = element(certificate, 0);
  const signed = element(certificate, whole.start);
  const algorithm = element(certificate, signed.end);
  const { start, end } = element(certificate, algorithm.start);
  return SIGNATURES[Buffer.from(certificate.subarray(start, end)).toString('hex')] ?? 'sha256';
}

/** Where the content of an element of DER begins and ends. */
function element(der: Uint8Array, at: number): { readonly start: number; readonly end: number } {
  const first = der[at + 1] ?? 0;
  if (first < 0x80) return { start: at + 2, end: at + 2 + first };
  const start = at + 2 + (first & 0x7f);
  const length = der.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return { start, end: start + length };
}
