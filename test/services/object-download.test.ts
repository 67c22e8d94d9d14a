import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { LocalFiles } from '../../src/core/download.js';
import { Failure } from '../../src/core/errors.js';
import { type DownloadOptions, downloadOne } from '../../src/services/object-store/download.js';
import { listingOf } from '../../src/services/object-store/listing.js';
import type { Call, Session } from '../../src/session/session.js';
import { checked } from '../../src/storage/checksum.js';
import { sumsOf } from '../../src/storage/file-sums.js';
import { placeBelow } from '../../src/storage/place-below.js';
import { saveDownload } from '../../src/storage/save-download.js';
import { scriptedSession } from '../support/scripted-session.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const home = temporaryDirectory({ after });
let count = 0;
function directory(): string {
  const path = join(home, String(++count), 'base');
  mkdirSync(path, { recursive: true });
  return path;
}

const files: LocalFiles = {
  save: (download) => saveDownload(download, () => () => undefined),
  placeBelow,
  sumsOf,
  checked,
};
const text = 'what is stored\n';
const etag = createHash('md5').update(text).digest('hex');

/** A session that gives each object the same bytes; and what was asked of it. */
function giving(headers: Readonly<Record<string, string>>, bytes: () => AsyncIterable<Uint8Array> = whole) {
  const calls: Call[] = [];
  const { session } = scriptedSession({ answers: {} });
  const given: Session = {
    ...session,
    head: async () => headers,
    bytes: async (call) => {
      calls.push(call);
      return { status: 200, headers, bytes: bytes() };
    },
  };
  return { session: given, calls };
}

async function* whole(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text.slice(0, 5));
  yield Buffer.from(text.slice(5));
}

const optionsFor = (path: string, more: Partial<DownloadOptions> = {}): DownloadOptions => ({
  headers: {},
  versionId: undefined,
  ignoreChecksum: false,
  ignoreMtime: false,
  noDownload: false,
  skipIdentical: false,
  prefix: undefined,
  file: undefined,
  directory: path,
  withContainer: false,
  isQuiet: false,
  ...more,
});

const download = (
  headers: Readonly<Record<string, string>>,
  object: string,
  how: DownloadOptions,
  bytes?: () => AsyncIterable<Uint8Array>,
) => downloadOne(giving(headers, bytes).session, files, { container: 'c', object }, how);

describe('an object that is downloaded', () => {
  it('is a file in its directories, as old as it says', async () => {
    const base = directory();
    const { said, error } = await download(
      { etag, 'x-object-meta-mtime': '1361156400.5' },
      'a/b.txt',
      optionsFor(base),
    );
    assert.equal(error, undefined);
    assert.match(
      said ?? '',
      /\/base\/a\/b\.txt \[auth 0\.\d{3}s, headers 0\.\d{3}s, total \d+\.\d{3}s, \d+\.\d{3} MB\/s\]$/,
    );
    assert.equal(readFileSync(join(base, 'a/b.txt'), 'utf8'), text);
    assert.equal(statSync(join(base, 'a/b.txt')).mtimeMs, 1361156400500);
  });

  it('is below its container when all of an account is wanted, and without the prefix where that is', async () => {
    const base = directory();
    await download({ etag }, 'x', optionsFor(base, { withContainer: true }));
    await download({ etag }, 'pre/y', optionsFor(base, { prefix: 'pre' }));
    assert.deepEqual(readdirSync(base).sort(), ['c', 'y']);
  });

  it('is never outside of the directory, whatever it is called', async () => {
    const base = directory();
    symlinkSync(join(base, '..'), join(base, 'up'));
    for (const name of ['../x', 'a/../../x', '..', '/../x', 'up/x']) {
      const { error } = await download({ etag }, name, optionsFor(base));
      assert.match(error?.message ?? '', /^Error downloading object 'c\/.*': .*leads out of/, name);
    }
    await download({ etag }, '/etc/x', optionsFor(base));
    assert.ok(existsSync(join(base, 'etc/x')));
    assert.deepEqual(readdirSync(join(base, '..')), ['base']);
  });

  it('is no file when it is not what its ETag says, or breaks off; what was there stays', async () => {
    const base = directory();
    writeFileSync(join(base, 'old'), 'old');
    const wrong = await download({ etag: '0'.repeat(32) }, 'old', optionsFor(base));
    assert.equal(
      wrong.error?.message,
      `Error downloading object 'c/old': 'Error downloading old: md5sum != etag, ${etag} != ${'0'.repeat(32)}'`,
    );
    const cut = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('wha');
      throw new Failure('the connection broke');
    };
    assert.match((await download({ etag }, 'old', optionsFor(base), cut)).error?.message ?? '', /the connection broke/);
    assert.deepEqual([readdirSync(base), readFileSync(join(base, 'old'), 'utf8')], [['old'], 'old']);
    assert.equal((await download({ etag: 'x' }, 'old', optionsFor(base, { ignoreChecksum: true }))).error, undefined);
  });

  it('has no checksum where it is a part, or one of several parts', async () => {
    const base = directory();
    for (const name of ['content-range', 'x-object-manifest', 'x-static-large-object']) {
      assert.equal((await download({ etag: 'x', [name]: 'y' }, name, optionsFor(base))).error, undefined, name);
    }
  });

  it('may be a directory', async () => {
    const base = directory();
    await download({ 'content-type': 'application/directory; charset=utf-8' }, 'd/e', optionsFor(base));
    assert.match((await download({ etag }, 'f/g/', optionsFor(base))).said ?? '', /, pseudo\]$/);
    assert.ok(statSync(join(base, 'd/e')).isDirectory() && statSync(join(base, 'f/g')).isDirectory());
  });

  it('is not downloaded when it is there already', async () => {
    const base = directory();
    writeFileSync(join(base, 'x'), text);
    const { session, calls } = giving({ etag: `"${etag}"` });
    const how = optionsFor(base, { skipIdentical: true });
    const { said } = await downloadOne(session, files, { container: 'c', object: 'x' }, how);
    assert.deepEqual([said, calls], [`Skipped identical file '${base}/x'`, []]);
    writeFileSync(join(base, 'x'), 'another');
    await downloadOne(session, files, { container: 'c', object: 'x' }, how);
    assert.equal(calls.length, 1);
  });
});

describe('a list of objects', () => {
  it('is asked for page by page, each behind the last name of the one before, until one is empty', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const asked: unknown[] = [];
    const { session } = scriptedSession({ answers: {} });
    const paged: Session = {
      ...session,
      json: async ({ query }) => {
        asked.push(query?.marker);
        const from = query?.marker === undefined ? 0 : names.indexOf(String(query.marker)) + 1;
        return names.slice(from, from + 2).map((name) => ({ name }));
      },
    };
    const seen: string[] = [];
    for await (const page of listingOf(paged, { container: 'c' })) seen.push(...page.map(({ name }) => String(name)));
    assert.deepEqual([seen, asked], [names, [undefined, 'b', 'd', 'e']]);
  });

  it('is an error where the answer is none', async () => {
    const { session } = scriptedSession({ answers: {} });
    for (const answer of [{}, ['a'], 'x', [{ bytes: 1 }]]) {
      const broken: Session = { ...session, json: async () => answer };
      const read = async () => {
        for await (const _ of listingOf(broken, {}));
      };
      await assert.rejects(read(), { name: 'UnexpectedAnswer' }, JSON.stringify(answer));
    }
  });
});
