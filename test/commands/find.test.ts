import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isIsoTime } from '../../src/lib/iso-time.js';
import { atLeast } from '../../src/lib/microversion.js';
import { escapeRegExp, isUuidLike, slug } from '../../src/services/find.js';

describe('what a word may be', () => {
  it('knows ids in every spelling that the classic clients know', () => {
    const uuid = '11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
    for (const word of [uuid, uuid.toUpperCase(), uuid.replaceAll('-', ''), `{${uuid}}`, `urn:uuid:${uuid}`]) {
      assert.equal(isUuidLike(word), true, word);
    }
    for (const word of ['', 'web', uuid.slice(1), `${uuid}0`, uuid.replace('1', 'g')]) {
      assert.equal(isUuidLike(word), false, word);
    }
  });

  it('makes slugs as the classic clients do', () => {
    const slugs = { 'Puppet Master!': 'puppet-master', café: 'cafe', ' a - b ': 'a-b', 'x_y.z': 'x_yz', 東京: '' };
    for (const [name, expected] of Object.entries(slugs)) assert.equal(slug(name), expected, name);
  });

  it('makes a regular expression that finds a name and nothing else', () => {
    for (const name of ['web', 'a.b', 'c++', 'x[1](2){3}', 'a|b', '^$', 'back\\slash', 'what?*']) {
      assert.equal(new RegExp(`^${escapeRegExp(name)}$`).test(name), true, name);
    }
    assert.equal(new RegExp(`^${escapeRegExp('a.b')}$`).test('axb'), false);
  });

  it('compares microversions by number', () => {
    assert.deepEqual(
      [atLeast('2.10', '2.9'), atLeast('2.9', '2.10'), atLeast('2.26', '2.26'), atLeast(undefined, '2.1')],
      [true, false, true, false],
    );
  });

  it('takes the points in time that the classic clients take', () => {
    const times = [
      '2026',
      '2026-1',
      '2026-01-02',
      '20260102',
      '2026-01-02T03:04:05.678Z',
      '2026-01-02 03:04',
      '2026-01-02T0304+0100',
      '2026-01-02T03:04:05-05',
    ];
    for (const time of times) assert.equal(isIsoTime(time), true, time);
    const others = [
      '',
      'yesterday',
      '202601',
      '2026-13',
      '2026-02-29',
      '0000',
      '2026-01-02T24:00',
      '2026-01-02T10:60',
      '2026-01-02T',
      '2026-01-02Z',
      '2026-01-02T03:04:05+24:00',
      '2026-01-02 ',
    ];
    for (const time of others) assert.equal(isIsoTime(time), false, time);
  });
});
