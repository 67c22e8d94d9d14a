import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../../src/core/errors.js';
import { readBytes, readText } from '../../src/http/body.js';
import { byteStreams, failure, http, raw } from './servers.js';
import { content, get, MEBI, pieces, put, type Stored, sha, store } from './stored-bytes.js';

function source(piece: Uint8Array, count: number, before: (index: number) => Promise<void> | void = () => undefined) {
  const seen = { taken: 0, ended: false };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      for (let index = 0; index < count; index += 1) {
        await before(index);
        seen.taken += piece.length;
        yield piece;
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, bytes: bytes() };
}

const turns = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await turn();
};

describe('an upload', () => {
  it('whose server takes nothing waits instead of filling the memory, and is given up after a while', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const url = await raw(t, (socket) => void socket.pause());
    const { seen, bytes } = source(Buffer.alloc(MEBI), 1024);
    const end = assert.rejects(
      put(byteStreams(t, { readTimeout: 1000 }), url, { bytes }),
      failure('ConnectTimeout', /timed out: no answer for 1 second$/, /look before you repeat it/),
    );
    for (let before = -1, still = 0; still < 200; still = seen.taken === before ? still + 1 : 0) {
      before = seen.taken;
      await turn();
    }
    assert.ok(seen.taken > 0 && seen.taken < 100 * MEBI, `${seen.taken} bytes were taken and nobody has read one`);
    t.mock.timers.tick(1000);
    await end;
    await turns(5);
    assert.equal(seen.ended, true);
  });

  it('from a source that takes its time is not given up: the server is not silent', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const stored: Stored[] = [];
    const url = await http(t, store(stored));
    const { bytes } = source(Buffer.from('x'), 3, async () => {
      await turns(5);
      t.mock.timers.tick(10_000);
    });
    const { status } = await put(byteStreams(t, { readTimeout: 1000 }), url, { bytes, length: 3 });
    assert.deepEqual([status, stored[0]?.sha], [201, sha(Buffer.from('xxx'))]);
  });

  for (const length of [undefined, 4 * 65_536]) {
    const how = length === undefined ? 'in chunks' : 'of a known length';
    it(`${how}, whose source fails, ends with that error, and nothing is stored`, async (t) => {
      const stored: Stored[] = [];
      const url = await http(t, store(stored));
      const gone = Object.assign(new Error('ENOENT: /tmp/x'), { code: 'ENOENT' });
      const { bytes } = source(Buffer.alloc(65_536), 4, (index) => {
        if (index === 3) throw gone;
      });
      const send = byteStreams(t);
      await assert.rejects(put(send, url, { bytes, ...(length === undefined ? {} : { length }) }), (error: unknown) => {
        assert.ok(error instanceof Failure);
        assert.equal(error.message, 'Cannot read what is to be sent: No such file or directory');
        assert.equal(error.cause, gone);
        return true;
      });
      const own = new Failure('The image is encrypted', { name: 'Own' });
      const failing = source(Buffer.alloc(10), 1, () => Promise.reject(own));
      await assert.rejects(put(send, url, { bytes: failing.bytes }), (error: unknown) => error === own);
      assert.equal(await readText(await get(send, url)).then(({ length }) => length > 0), true);
      assert.deepEqual(stored, []);
    });

    it(`${how}, whose server resets the connection, ends with an error that does not say that nothing was done`, async (t) => {
      let requests = 0;
      const url = await raw(t, (socket) => {
        requests += 1;
        socket.resetAndDestroy();
      });
      const { seen, bytes } = source(Buffer.alloc(65_536), 4096);
      await assert.rejects(
        put(byteStreams(t), url, { bytes, ...(length === undefined ? {} : { length: 4096 * 65_536 }) }),
        failure('ConnectFailure', /Connection reset by peer|closed by peer/, /look before you repeat it/),
      );
      await turns(5);
      assert.deepEqual([requests, seen.ended], [1, true]);
    });
  }

  it('that is shorter or longer than was announced ends with an error, and nothing is stored', async (t) => {
    const stored: Stored[] = [];
    const url = await http(t, store(stored));
    const send = byteStreams(t);
    await assert.rejects(
      put(send, url, { bytes: pieces(content, 1000), length: content.length + 1 }),
      failure('CommandError', /^There is less to send than was announced: 300000 of 300001 bytes$/),
    );
    await assert.rejects(
      put(send, url, { bytes: pieces(content, 1000), length: content.length - 1 }),
      failure('CommandError', /^There is more to send than the 299999 bytes that were announced$/),
    );
    await assert.rejects(
      put(send, url, { bytes: pieces(content, 1000), length: 0 }),
      failure('CommandError', /more to send/),
    );
    assert.deepEqual(stored, []);
  });

  it('that is answered before it has been read gets its answer, and its source is let go', async (t) => {
    for (const forEver of [false, true]) {
      let socketOf: Socket | undefined;
      const url = await raw(t, (socket, head) => {
        if (!head.startsWith('PUT')) return;
        socketOf = socket;
        socket.write('HTTP/1.1 401 Unauthorized\r\nContent-Length: 7\r\n\r\nwho is?');
      });
      const { seen, bytes } = source(Buffer.alloc(1000), 1_000_000, (index) =>
        forEver && index === 1 ? new Promise<void>(() => {}) : turns(1),
      );
      const response = await put(byteStreams(t), url, { bytes, length: 1_000_000_000 });
      assert.deepEqual([response.status, await readText(response)], [401, 'who is?']);
      while (!socketOf?.closed) await turn();
      // A generator that waits for ever cannot be woken by anybody.
      if (!forEver) assert.equal(seen.ended, true);
    }
  });

  it('is sent once, over a connection of its own', async (t) => {
    const stored: Stored[] = [];
    const connections = new Set<Socket>();
    const url = await http(t, (request, response) => {
      connections.add(request.socket);
      if (request.url === '/lost') {
        request.resume().on('end', () => request.socket.destroy());
        return;
      }
      void store(stored)(request, response);
    });
    const send = byteStreams(t);
    await readBytes(await get(send, url));
    await put(send, url, { bytes: pieces(content, 1000) });
    assert.equal(connections.size, 2);
    await assert.rejects(
      put(send, `${url}/lost`, { bytes: pieces(content, 1000) }),
      failure('ConnectFailure', /closed connection without response$/, /look before you repeat it/),
    );
    assert.equal(connections.size, 3);
  });
});
