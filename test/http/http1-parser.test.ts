import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProtocolError } from '../../src/http/connection.js';
import { Http1Parser } from '../../src/http/http1-parser.js';
import { fc } from '../support/property.js';

interface Read {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isWhole: boolean;
  readonly persists: boolean;
  readonly endsByClosing: boolean;
}

/** Reads an answer that comes in these pieces. */
function read(pieces: readonly (string | Uint8Array)[], method = 'GET'): Read {
  let status: number | undefined;
  let headers: Readonly<Record<string, string>> = {};
  const chunks: Uint8Array[] = [];
  const parser = new Http1Parser(method, {
    head: (code, all) => {
      assert.equal(status, undefined, 'one head');
      status = code;
      headers = { ...all };
    },
    data: (chunk) => void chunks.push(Buffer.from(chunk)),
  });
  for (const piece of pieces) parser.push(Buffer.from(piece));
  const { isWhole, persists, endsByClosing } = parser;
  return { status, headers, body: Buffer.concat(chunks).toString('latin1'), isWhole, persists, endsByClosing };
}

const OK = 'HTTP/1.1 200 OK\r\n';
const whole = { status: 200, isWhole: true, persists: true, endsByClosing: false };

describe('an answer', () => {
  it('ends where its length says', () => {
    assert.deepEqual(read([`${OK}Content-Length: 5\r\n\r\nhello`]), {
      ...whole,
      headers: { 'content-length': '5' },
      body: 'hello',
    });
    assert.equal(read([`${OK}Content-Length: 5\r\n\r\nhell`]).isWhole, false);
    assert.equal(read([`${OK}Content-Length: 0\r\n\r\n`]).isWhole, true);
  });

  it('ends with its last chunk, whatever stands beside the sizes and behind the chunks', () => {
    const chunks = '5;name="v"\r\nhello\r\n00A \r\n, world 12\r\n0\r\nDigest: x\r\n\r\n';
    const { body, isWhole, persists } = read([`${OK}Transfer-Encoding: Chunked\r\n\r\n${chunks}`]);
    assert.deepEqual({ body, isWhole, persists }, { body: 'hello, world 12', isWhole: true, persists: true });
  });

  it('has no body where HTTP knows none', () => {
    for (const status of [204, 304]) assert.equal(read([`HTTP/1.1 ${status} No\r\n\r\n`]).isWhole, true);
    assert.equal(read([`${OK}Content-Length: 5\r\n\r\n`], 'HEAD').isWhole, true);
    assert.equal(read([`${OK}Transfer-Encoding: chunked\r\n\r\n`], 'HEAD').isWhole, true);
  });

  it('without a length ends with its connection', () => {
    const { body, isWhole, endsByClosing } = read([`${OK}\r\nhel`, 'lo']);
    assert.deepEqual({ body, isWhole, endsByClosing }, { body: 'hello', isWhole: false, endsByClosing: true });
  });

  it('says whether the connection may go on', () => {
    const ends = (head: string): boolean => read([`${head}Content-Length: 0\r\n\r\n`]).persists;
    assert.equal(ends(OK), true);
    assert.equal(ends(`${OK}Connection: Close\r\n`), false);
    assert.equal(ends(`${OK}Connection: foo, close\r\n`), false);
    assert.equal(ends('HTTP/1.0 200 OK\r\n'), false);
    assert.equal(ends('HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\n'), true);
  });

  it('behind which more comes leaves a connection that nobody can trust', () => {
    assert.equal(read([`${OK}Content-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n`]).persists, false);
    // A coding and a length at once is how answers are smuggled.
    const both = `${OK}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n1\r\na\r\n0\r\n\r\n`;
    assert.deepEqual({ ...read([both]), headers: {} }, { ...whole, headers: {}, body: 'a', persists: false });
  });

  it('passes over interim answers', () => {
    const { status, headers } = read([
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${OK}Content-Length: 0\r\n\r\n`,
    ]);
    assert.deepEqual({ status, headers }, { status: 200, headers: { 'content-length': '0' } });
  });

  it('may have lines that end in a newline alone, folded values, no reason, and headers twice', () => {
    const { headers, isWhole } = read(
      ['HTTP/1.1 200\nX-Long: a\r\n\t b\r\nVary: A\nvary:B\r\nEmpty:\r\nX-Umlaut: \xfc\r\nContent-Length: 0\n\n'].map(
        (text) => Buffer.from(text, 'latin1'),
      ),
    );
    assert.equal(isWhole, true);
    assert.deepEqual(headers, { 'x-long': 'a b', vary: 'A, B', empty: '', 'x-umlaut': 'ü', 'content-length': '0' });
  });

  it('has no header that the language knows by itself', () => {
    const { headers } = read([`${OK}__proto__: x\r\nconstructor: y\r\nContent-Length: 0\r\n\r\n`]);
    assert.deepEqual(Object.entries(headers).slice(0, 2), [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

describe('what is no answer', () => {
  const wrong: Readonly<Record<string, string>> = {
    'another protocol': 'SSH-2.0-OpenSSH_9.2\r\n',
    'another protocol without a line': 'SSH-2.0',
    'a TLS alert': '\x15\x03\x01\x00\x02\x02\x46',
    'HTTP/2': 'HTTP/2 200\r\n',
    'a status that is none': 'HTTP/1.1 20 OK\r\n',
    'a blank line first': '\r\nHTTP/1.1 200 OK\r\n',
    'a header without a colon': `${OK}Content-Length 5\r\n`,
    'a blank before the colon': `${OK}Content-Length : 5\r\n`,
    'a header that begins with a blank': `${OK} folded\r\n`,
    'a control character': `${OK}X: a\x00b\r\n`,
    'a carriage return within a line': `${OK}X: a\rb\r\n`,
    'another protocol after all': 'HTTP/1.1 101 Switching Protocols\r\n\r\n',
    'a negative length': `${OK}Content-Length: -1\r\n\r\n`,
    'a length in words': `${OK}Content-Length: five\r\n\r\n`,
    'two lengths': `${OK}Content-Length: 5\r\nContent-Length: 6\r\n\r\n`,
    'a length that no number holds': `${OK}Content-Length: 99999999999999999999\r\n\r\n`,
    'an unknown coding': `${OK}Transfer-Encoding: gzip, chunked\r\n\r\n`,
    'a chunk without a size': `${OK}Transfer-Encoding: chunked\r\n\r\nhello\r\n`,
    'a chunk with a negative size': `${OK}Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n`,
    'a chunk that is longer than it says': `${OK}Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n`,
    'a chunk whose size does not end': `${OK}Transfer-Encoding: chunked\r\n\r\n${'0'.repeat(5000)}`,
  };
  for (const [what, text] of Object.entries(wrong)) {
    it(`is refused: ${what}`, () => {
      assert.throws(() => read([Buffer.from(text, 'latin1')]), { code: 'NOT_HTTP' });
      assert.throws(() => read([...Buffer.from(text, 'latin1')].map((byte) => Uint8Array.of(byte))), {
        code: 'NOT_HTTP',
      });
    });
  }

  it('two lengths that are the same are one', () => {
    assert.equal(read([`${OK}Content-Length: 2\r\nContent-Length: 2\r\n\r\nok`]).isWhole, true);
  });

  it('does not fill the memory: heads, trailers and interim answers are limited', () => {
    const long = { code: 'HEAD_TOO_LONG' };
    assert.throws(() => read([OK, ...Array(5000).fill('X-Filler: 0123456789\r\n')]), long);
    assert.throws(() => read([OK, ...Array(5000).fill('0123456789012345')]), long);
    assert.throws(() => read([...Array(5000).fill('HTTP/1.1 100 Continue\r\n\r\n')]), long);
    const behind = `${OK}Transfer-Encoding: chunked\r\n\r\n0\r\n`;
    assert.throws(() => read([behind, ...Array(5000).fill('X-Filler: 0123456789\r\n')]), long);
  });
});

describe('any answer', () => {
  const bodies = fc.uint8Array({ maxLength: 300 });
  const cuts = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 });
  const names = fc.stringMatching(/^X-[A-Za-z0-9-]{1,12}$/);
  const values = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);

  /** The bytes in pieces of these sizes, and the rest. */
  function pieces(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
    const all: Uint8Array[] = [];
    let at = 0;
    for (const size of sizes) {
      all.push(bytes.subarray(at, at + size));
      at += size;
    }
    return [...all, bytes.subarray(at)];
  }

  it('is the same however its bytes are cut', () => {
    fc.assert(
      fc.property(
        bodies,
        fc.array(fc.tuple(names, values), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
        fc.boolean(),
        cuts,
        (body, headers, sizes, isChunked, where) => {
          const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
          const chunked = pieces(body, sizes)
            .filter(({ length }) => length > 0)
            .flatMap((piece) => [Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
          const bytes = Buffer.concat([
            Buffer.from(OK + head),
            ...(isChunked
              ? [Buffer.from('Transfer-Encoding: chunked\r\n\r\n'), ...chunked, Buffer.from('0\r\n\r\n')]
              : [Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]),
          ]);
          const got = read(pieces(bytes, where));
          assert.equal(got.isWhole, true);
          assert.equal(got.body, Buffer.from(body).toString('latin1'));
          for (const [name] of headers) {
            const said = headers.filter(([other]) => other.toLowerCase() === name.toLowerCase());
            assert.equal(got.headers[name.toLowerCase()], said.map(([, value]) => value).join(', '));
          }
        },
      ),
    );
  });

  it('that is cut short is never whole', () => {
    const text = `${OK}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\nX: y\r\n\r\n`;
    for (let cut = 0; cut < text.length; cut += 1) assert.equal(read([text.slice(0, cut)]).isWhole, false, `${cut}`);
    assert.equal(read([text]).body, 'abcd');
  });

  it('or any other bytes end in an answer or in an error of ours', () => {
    const start = fc.constantFrom('', OK, `${OK}Transfer-Encoding: chunked\r\n\r\n`, 'HTTP/1.1 100 C\r\n\r\n');
    const soup = fc.array(fc.constantFrom('\r\n', '\n', '0', '5', ':', ' ', 'a', 'HTTP/1.1 200 ', '\0', 'é'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(start, soup, cuts, (head, parts, where) => {
        try {
          read(pieces(Buffer.from(head + parts.join('')), where));
        } catch (error) {
          assert.ok(error instanceof ProtocolError, String(error));
        }
      }),
    );
  });
});
