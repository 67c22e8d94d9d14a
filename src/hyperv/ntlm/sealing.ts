/** Messages that nobody else can read or change (MS-NLMP 3.4.3, 3.4.4), one stream in each direction. */
import { timingSafeEqual } from 'node:crypto';
import { hmacMd5, md5 } from './keys.js';
import { rc4 } from './rc4.js';

/** One direction of a session: messages are numbered, so that each is sealed and opened once, in order. */
export interface Direction {
  /** The signature, of 16 bytes, and the sealed message. */
  seal(message: Uint8Array): { readonly signature: Buffer; readonly sealed: Buffer };
  /** The message; undefined where it is not what the other side has sealed at this place. */
  open(signature: Uint8Array, sealed: Uint8Array): Buffer | undefined;
}

export type Way = 'client-to-server' | 'server-to-client';

/** @param sessionKey the key that was exchanged */
export function direction(sessionKey: Uint8Array, way: Way): Direction {
  const keyOf = (kind: 'signing' | 'sealing'): Buffer =>
    md5(sessionKey, Buffer.from(`session key to ${way} ${kind} key magic constant\0`, 'latin1'));
  const signing = keyOf('signing');
  const stream = rc4(keyOf('sealing'));
  let number = 0;
  const signatureOf = (message: Uint8Array): Buffer => {
    const sequence = Buffer.alloc(4);
    sequence.writeUInt32LE(number);
    number += 1;
    const checksum = stream(hmacMd5(signing, sequence, message).subarray(0, 8));
    return Buffer.concat([Buffer.from([1, 0, 0, 0]), checksum, sequence]);
  };
  return {
    seal: (message) => {
      const sealed = stream(message);
      return { sealed, signature: signatureOf(message) };
    },
    open: (signature, sealed) => {
      const message = stream(sealed);
      const own = signatureOf(message);
      return signature.length === own.length && timingSafeEqual(own, signature) ? message : undefined;
    },
  };
}
