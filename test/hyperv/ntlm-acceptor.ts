/**
 * The other side of an NTLM login, as MS-NLMP has it: written from the specification, with nothing of the client but MD4
 * and RC4, which have the vectors of their RFCs.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { md4 } from '../../src/hyperv/ntlm/md4.js';
import { rc4 } from '../../src/hyperv/ntlm/rc4.js';

const hmac = (key: Buffer, ...data: Buffer[]): Buffer => createHmac('md5', key).update(Buffer.concat(data)).digest();
const md5 = (...data: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(data)).digest();

const GRANTED = 0xe2898235;

/** One login on one connection. */
export interface Acceptor {
  /** The second message; undefined where this is no first one. */
  challenge(negotiate: Buffer): Buffer | undefined;
  /** Why the third message is refused; undefined where it is right. */
  refuses(authenticate: Buffer): string | undefined;
  /** The message that was sealed. @throws where the signature is not its own */
  open(signature: Buffer, sealed: Buffer): Buffer;
  seal(message: Buffer): { readonly signature: Buffer; readonly sealed: Buffer };
}

export interface Account {
  readonly user: string;
  readonly password: string;
  /** MD5 of the channel bindings that must be there; undefined: none need be. */
  readonly channel?: Buffer;
  /** Without a time in the target info there is no message code. */
  readonly withoutTime?: boolean;
}

export function acceptor({ user, password, channel, withoutTime = false }: Account): Acceptor {
  const serverChallenge = randomBytes(8);
  let messages: Buffer[] = [];
  let keys: { read: Stream; write: Stream } | undefined;
  return {
    challenge(negotiate) {
      if (negotiate.toString('latin1', 0, 8) !== 'NTLMSSP\0' || negotiate.readUInt32LE(8) !== 1) return undefined;
      const wanted = negotiate.readUInt32LE(12);
      // Clients of Python leave it to us to say Unicode and NTLM.
      const needed = 0x60088030;
      if ((wanted & needed) !== needed) return undefined;
      const pair = (id: number, value: Buffer): Buffer => {
        const head = Buffer.alloc(4);
        head.writeUInt16LE(id, 0);
        head.writeUInt16LE(value.length, 2);
        return Buffer.concat([head, value]);
      };
      const time = Buffer.alloc(8);
      time.writeBigUInt64LE((BigInt(Date.now()) + 11_644_473_600_000n) * 10_000n);
      const name = Buffer.from('HV01', 'utf16le');
      const info = Buffer.concat([
        pair(2, name),
        pair(1, name),
        pair(4, name),
        pair(3, name),
        ...(withoutTime ? [] : [pair(7, time)]),
        pair(0, Buffer.alloc(0)),
      ]);
      const head = Buffer.alloc(56);
      head.write('NTLMSSP\0', 'latin1');
      head.writeUInt32LE(2, 8);
      head.writeUInt16LE(name.length, 12);
      head.writeUInt16LE(name.length, 14);
      head.writeUInt32LE(56, 16);
      head.writeUInt32LE((GRANTED & (wanted | 0x205)) >>> 0, 20);
      serverChallenge.copy(head, 24);
      head.writeUInt16LE(info.length, 40);
      head.writeUInt16LE(info.length, 42);
      head.writeUInt32LE(56 + name.length, 44);
      Buffer.from([6, 3, 0x80, 0x25, 0, 0, 0, 15]).copy(head, 48);
      const bytes = Buffer.concat([head, name, info]);
      messages = [negotiate, bytes];
      return bytes;
    },
    refuses(authenticate) {
      if (messages.length !== 2) return 'no challenge was asked for';
      if (authenticate.toString('latin1', 0, 8) !== 'NTLMSSP\0' || authenticate.readUInt32LE(8) !== 3)
        return 'no third';
      const field = (at: number): Buffer => {
        const offset = authenticate.readUInt32LE(at + 4);
        return authenticate.subarray(offset, offset + authenticate.readUInt16LE(at));
      };
      const [lm, nt, domain, name, , exchanged] = [12, 20, 28, 36, 44, 52].map(field) as Buffer[];
      if (!lm || !nt || !domain || !name || !exchanged) return 'a field is missing';
      if (name.toString('utf16le').toUpperCase() !== user.toUpperCase()) return 'another user';
      const flags = authenticate.readUInt32LE(60);
      if ((flags & 0x60080030) !== 0x60080030) return 'flags were taken back';
      const hash = md4(Buffer.from(password, 'utf16le'));
      const key = hmac(hash, Buffer.from(name.toString('utf16le').toUpperCase(), 'utf16le'), domain);
      const proof = hmac(key, serverChallenge, nt.subarray(16));
      if (!proof.equals(nt.subarray(0, 16))) return 'wrong password';
      const pairs = new Map<number, Buffer>();
      for (let at = 44; at + 4 <= nt.length && nt.readUInt16LE(at) !== 0; at += 4 + nt.readUInt16LE(at + 2)) {
        pairs.set(nt.readUInt16LE(at), nt.subarray(at + 4, at + 4 + nt.readUInt16LE(at + 2)));
      }
      const sessionKey = rc4(hmac(key, proof))(exchanged);
      if (!withoutTime) {
        const isMarked = ((pairs.get(6)?.readUInt32LE(0) ?? 0) & 2) !== 0;
        if (!isMarked) return 'the message code is not announced';
        const bare = Buffer.from(authenticate);
        bare.fill(0, 72, 88);
        const code = hmac(sessionKey, ...messages, bare);
        if (!code.equals(authenticate.subarray(72, 88))) return 'wrong message code';
        if (!lm.equals(Buffer.alloc(24))) return 'LM beside a time';
        const given = pairs.get(7);
        if (given === undefined || !given.equals(nt.subarray(24, 32))) return 'another time';
      }
      if (channel !== undefined && !(pairs.get(10)?.equals(channel) ?? false)) return 'wrong channel bindings';
      keys = {
        read: stream(sessionKey, 'client-to-server'),
        write: stream(sessionKey, 'server-to-client'),
      };
      return undefined;
    },
    open(signature, sealed) {
      if (keys === undefined) throw new Error('not logged in');
      const message = keys.read.handle(sealed);
      if (!keys.read.sign(message).equals(signature)) throw new Error('the signature is wrong');
      return message;
    },
    seal(message) {
      if (keys === undefined) throw new Error('not logged in');
      const sealed = keys.write.handle(message);
      return { sealed, signature: keys.write.sign(message) };
    },
  };
}

interface Stream {
  handle(data: Buffer): Buffer;
  sign(message: Buffer): Buffer;
}

function stream(sessionKey: Buffer, way: string): Stream {
  const magic = (kind: string) => Buffer.from(`session key to ${way} ${kind} key magic constant\0`, 'latin1');
  const signing = md5(sessionKey, magic('signing'));
  const handle = rc4(md5(sessionKey, magic('sealing')));
  let sequence = 0;
  return {
    handle,
    sign: (message) => {
      const number = Buffer.alloc(4);
      number.writeUInt32LE(sequence++);
      const checksum = handle(hmac(signing, number, message).subarray(0, 8));
      return Buffer.concat([Buffer.from([1, 0, 0, 0]), checksum, number]);
    },
  };
}

/** `gss_channel_bindings` of a server's certificate, hashed. */
export function channelOf(certificate: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from('tls-server-end-point:'), createHash('sha256').update(certificate).digest()]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return md5(Buffer.alloc(16), length, data);
}
