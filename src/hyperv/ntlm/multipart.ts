/** Sealed messages as a body of HTTP (MS-WSMV 2.2.9.1): two parts, of which the second is bytes. */

export const ENCRYPTED_TYPE =
  'multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";boundary="Encrypted Boundary"';

const SIGNATURE_LENGTH = 16;
const END = '--Encrypted Boundary--\r\n';

/** @param length of the message before it was sealed */
export function writeSealed(signature: Uint8Array, sealed: Uint8Array, length: number): Buffer {
  const head = [
    '--Encrypted Boundary\r\n',
    '\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n',
    `\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=${length}\r\n`,
    '--Encrypted Boundary\r\n',
    '\tContent-Type: application/octet-stream\r\n',
  ].join('');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(signature.length);
  return Buffer.concat([Buffer.from(head, 'latin1'), size, signature, sealed, Buffer.from(END, 'latin1')]);
}

/**
 * What was sealed. The message is cut out by its length, since its bytes may be those of a boundary.
 * @returns undefined for a body that is none of these
 */
export function readSealed(body: Buffer): { readonly signature: Buffer; readonly sealed: Buffer } | undefined {
  // Heads are short; some servers write `-- Encrypted Boundary`, with other blanks or none before the lines.
  const head =
    /^-- ?Encrypted Boundary\r\n[ \t]*Content-Type:[ \t]*application\/HTTP-SPNEGO-session-encrypted\r\n[ \t]*OriginalContent:[ \t]*type=[^\r\n]*;[ \t]*Length=(\d{1,9})\r\n(?:\r\n)?-- ?Encrypted Boundary\r\n[ \t]*Content-Type:[ \t]*application\/octet-stream\r\n/i.exec(
      body.subarray(0, 1024).toString('latin1'),
    );
  if (head === null) return undefined;
  const at = head[0].length;
  const length = Number(head[1]);
  const start = at + 4 + SIGNATURE_LENGTH;
  if (body.length < start + length || body.readUInt32LE(at) !== SIGNATURE_LENGTH) return undefined;
  const end = body.subarray(start + length).toString('latin1');
  if (!/^-- ?Encrypted Boundary--(\r\n)?$/.test(end)) return undefined;
  return { signature: body.subarray(at + 4, start), sealed: body.subarray(start, start + length) };
}
