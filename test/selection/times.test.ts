import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ageOf, timeAgo } from '../../src/lib/age.js';
import { stackline } from '../support/stackline.js';

const NOW = Date.UTC(2013, 4, 1, 12);
const asked = async (line: string, path: RegExp, extra = {}): Promise<string> => {
  const { requests, stderr } = await stackline(line, { now: () => NOW, ...extra });
  return decodeURIComponent(requests.find((one) => path.test(one)) ?? stderr);
};

describe('an age where an option takes a time', () => {
  it('is so long ago', () => {
    const now = () => NOW;
    assert.equal(timeAgo('1h', now), '2013-05-01T11:00:00Z');
    assert.equal(timeAgo('1d12h', now), '2013-04-30T00:00:00Z');
    assert.equal(timeAgo('2013-01-01', now), '2013-01-01');
    assert.equal(timeAgo(undefined, now), undefined);
    for (const none of ['', '1', 'h', '1H', '-1h', '1h ', '1month', '9'.repeat(40)])
      assert.equal(ageOf(none), undefined);
    assert.equal(timeAgo(`${'9'.repeat(40)}y`, now), `${'9'.repeat(40)}y`);
  });

  it('is one in the filters of volumes and images that compare times, too', async () => {
    const volumes = await asked('cinder list --filters created_at=gte:7d,lt:1d --filters name=1d', /volumes/);
    assert.match(volumes, /created_at=gte:2013-04-24T12:00:00Z,lt:2013-04-30T12:00:00Z/);
    assert.match(volumes, /[?&]name=1d(&|$)/);
    const images = await asked(
      'glance image-list --property-filter updated_at=gt:1h --property-filter os=2d',
      /images/,
    );
    assert.match(images, /updated_at=gt:2013-05-01T11:00:00Z/);
    assert.match(images, /[?&]os=2d(&|$)/);
  });

  it('nova list, migration-list and instance-action-list send the time that it was', async () => {
    assert.match(await asked('nova list --changes-since 1h', /servers/), /changes-since=2013-05-01T11:00:00Z$/);
    const modern = { sim: { compute: 'v2.1' } };
    for (const line of ['migration-list', 'instance-action-list 95164116-d6dd-4b4b-8804-c528bd16a4c4']) {
      const sent = await asked(`nova ${line} --changes-since 2d --changes-before 30m`, /changes-since/, modern);
      assert.match(sent, /changes-before=2013-05-01T11:30:00Z&changes-since=2013-04-29T12:00:00Z/, line);
    }
  });

  it('what is neither is refused in the words of the client', async () => {
    assert.match(await asked('nova list --changes-since soon', /servers/), /Invalid changes-since value: soon/);
  });

  it('usage counts from it', async () => {
    assert.match(
      await asked('nova usage-list --start 7d --end 1d', /os-simple-tenant-usage/),
      /end=2013-04-30T12:00:00&start=2013-04-24T12:00:00/,
    );
  });

  it('glance v1 and the usage audits send it, too', async () => {
    const v1 = await asked('glance --os-image-api-version 1 image-list --changes-since 1w', /images/);
    assert.match(v1, /changes-since=2013-04-24T12:00:00Z/);
    assert.match(await asked('nova instance-usage-audit-log --before 1h', /audit/), /2013-05-01 11:00:00/);
  });
});
