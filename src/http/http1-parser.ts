/** HTTP/1.1 answers (RFC 9112), read as their bytes come. */

import { trimOf } from '../lib/trim.js';
import { ProtocolError } from './connection.js';

/** The elements of a header's list: RFC 9110, 5.6.1. */
const listOf = (value: string): readonly string[] => value.split(',').map((one) => trimOf(one, ' \t'));

/** Who gets what is in an answer. */
export interface AnswerHandler {
  /** Names in lower case; a repeated header's values joined by `, `. Interim answers (1xx) are passed over. */
  head(status: number, headers: Readonly<Record<string, string>>): void;
  data(chunk: Uint8Array): void;
}

/** Bytes of all lines before a body, those of interim answers included. */
const LONGEST_HEAD = 64 * 1024;
/** Of a chunk's size with its extensions. */
const LONGEST_SIZE = 4 * 1024;

/** What comes next. */
type Expected = 'status' | 'header' | 'size' | 'chunk' | 'chunk end' | 'trailer' | 'length' | 'close' | 'done';

/** One answer on its way in. When `push` throws, which it does with a `ProtocolError`, the connection is of no use. */
export class Http1Parser {
  readonly #method: string;
  readonly #handler: AnswerHandler;
  #next: Expected = 'status';
  /** The beginning of a line whose end has not come. */
  #line = '';
  #headBytes = 0;
  #status = 0;
  #headers: Record<string, string> = Object.create(null);
  /** The name of the header before, which the next line may go on with. */
  #latest = '';
  /** Bytes of the body, or of the chunk, that have not come. */
  #left = 0;
  #persists = false;

  /** @param method of the request: an answer to HEAD has no body, nor has one to CONNECT that says yes */
  constructor(method: string, handler: AnswerHandler) {
    this.#method = method;
    this.#handler = handler;
  }

  get isWhole(): boolean {
    return this.#next === 'done';
  }

  /** Does the end of the connection end the body? */
  get endsByClosing(): boolean {
    return this.#next === 'close';
  }

  /** The connection may carry another request. */
  get persists(): boolean {
    return this.#persists && this.isWhole;
  }

  /** @returns how many of the bytes belong to the answer: what is behind it, nobody has asked for */
  push(bytes: Buffer): number {
    let at = 0;
    while (at < bytes.length) {
      switch (this.#next) {
        case 'done':
          // What comes next on this connection cannot be trusted.
          this.#persists = false;
          return at;
        case 'length':
        case 'chunk':
        case 'close':
          at = this.#body(bytes, at);
          break;
        default: {
          const end = bytes.indexOf(10, at);
          this.#line += bytes.toString('latin1', at, end < 0 ? bytes.length : end);
          this.#count((end < 0 ? bytes.length : end + 1) - at);
          if (end < 0) return bytes.length;
          at = end + 1;
          const line = this.#line.endsWith('\r') ? this.#line.slice(0, -1) : this.#line;
          this.#line = '';
          this.#take(line);
        }
      }
    }
    return at;
  }

  /** Limits lines that do not end, and finds what is no HTTP before its line ends: it may have none. */
  #count(bytes: number): void {
    if (this.#next === 'size') {
      if (this.#line.length > LONGEST_SIZE) throw notHttp('a chunk without a size');
      return;
    }
    if (this.#next === 'status' && !'HTTP/1.'.startsWith(this.#line.slice(0, 7)))
      throw notHttp('no HTTP', this.#line.slice(0, 16));
    this.#headBytes += bytes;
    if (this.#headBytes > LONGEST_HEAD) throw new ProtocolError('HEAD_TOO_LONG', 'too long a head');
  }

  #take(line: string): void {
    switch (this.#next) {
      case 'status': {
        const found = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: |$)/.exec(line);
        if (found === null) throw notHttp('no status line', line.slice(0, 16));
        this.#status = Number(found[2]);
        this.#persists = found[1] === '1';
        this.#headers = Object.create(null);
        this.#latest = '';
        this.#next = 'header';
        return;
      }
      case 'header':
        if (line === '') this.#headEnds();
        else this.#header(line);
        return;
      case 'size': {
        const size = /^([0-9a-f]{1,12})[ \t]*(?:;|$)/i.exec(line)?.[1];
        if (size === undefined) throw notHttp('a chunk without a size');
        this.#left = Number.parseInt(size, 16);
        this.#next = this.#left === 0 ? 'trailer' : 'chunk';
        return;
      }
      case 'chunk end':
        if (line !== '') throw notHttp('a chunk that is longer than its size');
        this.#next = 'size';
        return;
      default:
        if (line === '') this.#next = 'done';
    }
  }

  #header(line: string): void {
    if (CONTROL.test(line)) throw notHttp('a control character in a header');
    // A value may go on in the next line (RFC 9112, 5.2).
    if (this.#latest !== '' && (line.startsWith(' ') || line.startsWith('\t'))) {
      this.#headers[this.#latest] += ` ${line.trim()}`;
      return;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase();
    if (!NAME.test(name)) throw notHttp('a header without a name');
    const value = line.slice(colon + 1).trim();
    const before = this.#headers[name];
    this.#headers[name] = before === undefined ? value : `${before}, ${value}`;
    this.#latest = name;
  }

  /** How the body ends: RFC 9112, 6.3. */
  #headEnds(): void {
    const { connection = '', 'transfer-encoding': coding, 'content-length': length } = this.#headers;
    const status = this.#status;
    if (status < 200) {
      if (status === 101) throw notHttp('another protocol, which nobody asked for');
      this.#next = 'status';
      return;
    }
    const options = listOf(connection.toLowerCase());
    this.#persists = this.#persists ? !options.includes('close') : options.includes('keep-alive');
    const hasNoBody = this.#method === 'HEAD' || status === 204 || status === 304;
    // What follows a CONNECT that is granted comes from the server behind the proxy (RFC 9110, 9.3.6).
    if (hasNoBody || (this.#method === 'CONNECT' && status < 300)) this.#next = 'done';
    else if (coding !== undefined && coding.toLowerCase() !== 'identity') {
      if (coding.toLowerCase() !== 'chunked') throw notHttp(`the transfer coding ${coding}`);
      // Who sends both a coding and a length may mean to smuggle something in behind.
      if (length !== undefined) this.#persists = false;
      this.#next = 'size';
    } else if (length !== undefined) {
      const [size = '', ...others] = listOf(length);
      if (!/^\d{1,15}$/.test(size) || others.some((other) => other !== size)) throw notHttp('a length that is none');
      this.#left = Number(size);
      this.#next = this.#left === 0 ? 'done' : 'length';
    } else this.#next = 'close';
    this.#handler.head(status, this.#headers);
  }

  /** @returns where the bytes go on */
  #body(bytes: Buffer, at: number): number {
    const isOpen = this.#next === 'close';
    const end = isOpen ? bytes.length : Math.min(bytes.length, at + this.#left);
    if (!isOpen) this.#left -= end - at;
    if (this.#left === 0 && this.#next === 'length') this.#next = 'done';
    else if (this.#left === 0 && this.#next === 'chunk') this.#next = 'chunk end';
    this.#handler.data(at === 0 && end === bytes.length ? bytes : bytes.subarray(at, end));
    return end;
  }
}

const notHttp = (message: string, data?: string): ProtocolError => new ProtocolError('NOT_HTTP', message, data);

// A header's value may hold tabs and anything above 127, which is taken for Latin-1.
const CONTROL = /[\0-\x08\x0a-\x1f\x7f]/;
const NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/;
