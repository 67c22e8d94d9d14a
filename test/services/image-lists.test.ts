import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { imageList } from '../../src/services/image/listing.js';
import { images } from '../../src/services/image/resources.js';
import { imageInHeaders, imagesOfV1 } from '../../src/services/image/v1.js';
import type { Call, Session } from '../../src/session/session.js';
import { scriptedSession } from '../support/scripted-session.js';

/** A service with so many images, which gives at most so many in a page; and the pages that were asked for. */
function service(count: number, most: number) {
  const asked: string[] = [];
  const json = async ({ query = {} }: Call): Promise<unknown> => {
    const { limit, marker } = query;
    asked.push(`${limit} after ${marker ?? 'none'}`);
    const from = marker === undefined ? 0 : Number(marker) + 1;
    const rows = Array.from({ length: Math.min(most, Number(limit), count - from) }, (_, at) => ({
      id: `${from + at}`,
    }));
    return { images: rows, ...(from + rows.length < count && { next: '/v2/images?marker=…' }) };
  };
  const session: Session = { ...scriptedSession({ answers: {} }).session, json };
  return { session, asked };
}

async function count(pages: AsyncIterable<readonly unknown[]>): Promise<number> {
  let rows = 0;
  for await (const page of pages) rows += page.length;
  return rows;
}

describe('the images of the API v1', () => {
  it('are asked for once where they are few', async () => {
    const { session, asked } = service(19, 1000);
    assert.equal(await count(imagesOfV1(session, {})), 19);
    assert.deepEqual(asked, ['1000 after none']);
  });

  it('all come, however little the service gives in a page', async () => {
    for (const most of [20, 25, 100, 1000]) {
      const { session, asked } = service(1000, most);
      assert.equal(await count(imagesOfV1(session, {})), 1000);
      assert.equal(asked.length, 1000 / most + 1);
    }
  });

  it('come in pages of the length that is asked for', async () => {
    const { session, asked } = service(5, 1000);
    assert.equal(await count(imagesOfV1(session, { marker: '0' }, 2)), 4);
    assert.deepEqual(asked, ['2 after 0', '2 after 2', '2 after 4']);
  });

  it('do not end where the service gives the same page again: nothing is shown twice', async () => {
    const { session, asked } = service(3, 3);
    const stuck: Session = {
      ...session,
      json: (call) => session.json({ ...call, query: { ...call.query, marker: '0' } }),
    };
    const seen: unknown[] = [];
    const read = async () => {
      for await (const page of imagesOfV1(stuck, {}, 2)) seen.push(...page);
    };
    await assert.rejects(read, { message: /^The list of images does not end/ });
    assert.equal(seen.length, 2);
    assert.equal(asked.length, 2);
  });
});

describe('a list of images with a limit', () => {
  it('asks for no more than is wanted, and goes on where pages are shorter', async () => {
    const { session, asked } = service(100, 3);
    assert.equal(await count(imageList(session, images, {}, { limit: 7 })), 7);
    assert.deepEqual(asked, ['7 after none', '4 after 2', '1 after 5']);
  });

  it('ends with the list', async () => {
    const { session, asked } = service(4, 1000);
    assert.equal(await count(imageList(session, images, {}, { limit: 10, pageSize: 2 })), 4);
    assert.deepEqual(asked, ['2 after none', '2 after 1']);
  });
});

describe('the headers of an image of the API v1', () => {
  it('are read as UTF-8, numbers and booleans as what they are', () => {
    const name = Buffer.from('café 東京').toString('latin1');
    const image = imageInHeaders({
      'content-type': 'text/html',
      'x-image-meta-name': name,
      'x-image-meta-size': '70000',
      'x-image-meta-min_ram': '',
      'x-image-meta-min_disk': 'x',
      'x-image-meta-is_public': 'True',
      'x-image-meta-protected': 'no',
      'x-image-meta-property-__proto__': 'a',
      'x-image-meta-property-os_distro': 'ubuntu',
    });
    const { properties, ...rest } = image;
    assert.deepEqual(rest, {
      name: 'café 東京',
      size: 70000,
      min_ram: 0,
      min_disk: 'x',
      is_public: true,
      protected: false,
    });
    assert.deepEqual(Object.entries(properties as object), [
      ['__proto__', 'a'],
      ['os_distro', 'ubuntu'],
    ]);
  });
});
