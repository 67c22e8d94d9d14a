/** The three messages of an NTLM login (MS-NLMP 2.2.1), with NTLMv2 and a key for sealing. */
import { Failure } from '../../core/errors.js';
import { encryptedKey, hmacMd5, ntowfv2, ntProof } from './keys.js';

/** What both sides may do (2.2.2.5). */
export const flags = {
  unicode: 0x00000001,
  requestTarget: 0x00000004,
  sign: 0x00000010,
  seal: 0x00000020,
  ntlm: 0x00000200,
  alwaysSign: 0x00008000,
  extendedSessionSecurity: 0x00080000,
  targetInfo: 0x00800000,
  version: 0x02000000,
  key128: 0x20000000,
  keyExchange: 0x40000000,
  key56: 0x80000000,
} as const;

/** Without these nothing can be sealed as it is done here. */
const REQUIRED = flags.unicode | flags.seal | flags.extendedSessionSecurity | flags.key128 | flags.keyExchange;
const WANTED = Object.values(flags).reduce((all, flag) => all | flag, 0) >>> 0;

const SIGNATURE = Buffer.from('NTLMSSP\0', 'latin1');
/** Windows 6.1 and revision 15 of NTLM: whoever sends the flag for it has to have one. */
const VERSION = Buffer.from([6, 1, 0, 0, 0, 0, 0, 15]);

/** The first message: what the client can do. */
export function negotiateMessage(): Buffer {
  const message = Buffer.alloc(40);
  SIGNATURE.copy(message);
  message.writeUInt32LE(1, 8);
  message.writeUInt32LE(WANTED, 12);
  VERSION.copy(message, 32);
  return message;
}

/** What a server has answered to it. */
export interface Challenge {
  readonly flags: number;
  /** Eight bytes. */
  readonly challenge: Buffer;
  /** Attribute values, as they came. */
  readonly targetInfo: Buffer;
  readonly bytes: Buffer;
}

/** @throws Failure for what is no challenge, or one of a server that does not seal */
export function readChallenge(bytes: Buffer): Challenge {
  const isOne = bytes.length >= 48 && bytes.subarray(0, 8).equals(SIGNATURE) && bytes.readUInt32LE(8) === 2;
  if (!isOne) throw wrong('the answer to the first message of NTLM is no challenge');
  const granted = bytes.readUInt32LE(20);
  if ((granted & REQUIRED) !== REQUIRED || (granted & flags.targetInfo) === 0) {
    throw wrong('the host does not agree to NTLMv2 with sealed messages');
  }
  const [length, offset] = [bytes.readUInt16LE(40), bytes.readUInt32LE(44)];
  if (offset + length > bytes.length) throw wrong('the challenge of NTLM is cut off');
  const targetInfo = bytes.subarray(offset, offset + length);
  attributesIn(targetInfo);
  return { flags: granted >>> 0, challenge: bytes.subarray(24, 32), targetInfo, bytes };
}

/** Attributes of a target (2.2.2.1). */
export const attributes = { end: 0, flags: 6, timestamp: 7, targetName: 9, channelBindings: 10 } as const;

/** The attributes with their values, without the end mark. @throws Failure where they are not as they must be */
export function attributesIn(info: Buffer): readonly (readonly [number, Buffer])[] {
  const found: (readonly [number, Buffer])[] = [];
  for (let at = 0; ; ) {
    if (at + 4 > info.length) throw wrong('the challenge of NTLM is cut off');
    const [id, length] = [info.readUInt16LE(at), info.readUInt16LE(at + 2)];
    if (id === attributes.end) return found;
    if (at + 4 + length > info.length) throw wrong('the challenge of NTLM is cut off');
    found.push([id, info.subarray(at + 4, at + 4 + length)]);
    at += 4 + length;
  }
}

function attributesText(all: readonly (readonly [number, Buffer])[]): Buffer {
  const one = ([id, value]: readonly [number, Buffer]): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id, 0);
    head.writeUInt16LE(value.length, 2);
    return Buffer.concat([head, value]);
  };
  return Buffer.concat([...all.map(one), Buffer.alloc(4)]);
}

export interface Identity {
  readonly user: string;
  /** Empty where the user names none: the host then takes its own. */
  readonly domain: string;
  readonly password: string;
}

/** What is not the same in each login. */
export interface Nonces {
  /** Eight bytes. */
  readonly clientChallenge: Buffer;
  /** Sixteen bytes. */
  readonly sessionKey: Buffer;
  /** 100 nanoseconds since 1601, where the server says no time. */
  readonly time: bigint;
}

export interface Binding {
  /** `HTTP/hv01`: which service is meant. */
  readonly target: string;
  /** Sixteen bytes that name the TLS connection (MsvAvChannelBindings); undefined over HTTP. */
  readonly channel: Buffer | undefined;
}

/** The third message, and with it the login: proof of the password, and the key of the session. */
export function authenticateMessage(
  negotiate: Buffer,
  challenge: Challenge,
  { user, domain, password }: Identity,
  { clientChallenge, sessionKey, time }: Nonces,
  binding: Binding,
): Buffer {
  const key = ntowfv2(user, domain, password);
  const given = attributesIn(challenge.targetInfo);
  const timestamp = given.find(([id]) => id === attributes.timestamp)?.[1];
  const hasMic = timestamp !== undefined;
  const info = attributesText([...withFlags(given, hasMic), ...bindingAttributes(binding)]);
  const { proof, response } = ntProof(key, challenge.challenge, clientChallenge, timestamp ?? timeBytes(time), info);
  const sessionBase = hmacMd5(key, proof);
  // With a time of the server there is no second proof by LM (3.1.5.1.2).
  const lm = hasMic
    ? Buffer.alloc(24)
    : Buffer.concat([hmacMd5(key, challenge.challenge, clientChallenge), clientChallenge]);
  const payload = [
    lm,
    response,
    Buffer.from(domain, 'utf16le'),
    Buffer.from(user, 'utf16le'),
    Buffer.alloc(0),
    encryptedKey(sessionBase, sessionKey),
  ];
  const head = Buffer.alloc(88);
  SIGNATURE.copy(head);
  head.writeUInt32LE(3, 8);
  let offset = head.length;
  for (const [at, field] of payload.entries()) {
    head.writeUInt16LE(field.length, 12 + at * 8);
    head.writeUInt16LE(field.length, 14 + at * 8);
    head.writeUInt32LE(offset, 16 + at * 8);
    offset += field.length;
  }
  head.writeUInt32LE((challenge.flags & WANTED) >>> 0, 60);
  VERSION.copy(head, 64);
  const message = Buffer.concat([head, ...payload]);
  if (hasMic) hmacMd5(sessionKey, negotiate, challenge.bytes, message).copy(message, 72);
  return message;
}

/** That the message has a code of its own, by which nobody can take anything out of the three. */
function withFlags(given: readonly (readonly [number, Buffer])[], hasMic: boolean) {
  if (!hasMic) return given;
  const value = Buffer.alloc(4);
  const before = given.find(([id]) => id === attributes.flags)?.[1];
  value.writeUInt32LE(((before?.length === 4 ? before.readUInt32LE(0) : 0) | 2) >>> 0);
  return [...given.filter(([id]) => id !== attributes.flags), [attributes.flags, value] as const];
}

function bindingAttributes({ target, channel }: Binding): readonly (readonly [number, Buffer])[] {
  return [
    [attributes.channelBindings, channel ?? Buffer.alloc(16)],
    [attributes.targetName, Buffer.from(target, 'utf16le')],
  ];
}

function timeBytes(time: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(time);
  return bytes;
}

const wrong = (what: string): Failure => new Failure(`The login failed: ${what}.`, { name: 'UnexpectedAnswer' });
