import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseVersion, readVersions } from '../../src/session/discovery.js';

const entry = (id: string, href: string, status = 'stable') => ({ id, status, links: [{ rel: 'self', href }] });
const both = {
  versions: { values: [entry('v3.8', 'http://h:5000/v3/'), entry('v2.0', 'http://h:5000/v2.0/', 'deprecated')] },
};

test('versions are read from every shape, oldest first', () => {
  const v2 = { version: 'v2.0', url: 'http://h:5000/v2.0' };
  const v3 = { version: 'v3', url: 'http://h:5000/v3' };
  assert.deepEqual(readVersions(both, 'http://h:5000'), [v2, v3]);
  assert.deepEqual(readVersions({ versions: both.versions.values }, 'http://h:5000/'), [v2, v3]);
  assert.deepEqual(readVersions({ version: both.versions.values[0] }, 'http://h:5000'), [v3]);
  assert.deepEqual(readVersions(both.versions.values[1], 'http://h:5000'), [v2]);
});

test('versions that cannot be used are left out', () => {
  const odd = [
    entry('v3.0', 'http://h/v3', 'experimental'),
    entry('v4', 'http://h/v4'),
    { id: 'v3.0', status: 'stable' },
    { id: 'v3.0', status: 'stable', links: [{ rel: 'help', href: 'http://h/v3' }] },
    { status: 'stable', links: [] },
    null,
    7,
  ];
  assert.deepEqual(readVersions({ versions: { values: odd } }, 'http://h'), []);
  for (const none of [undefined, null, 'text', [], { versions: 'x' }, { versions: { values: {} } }]) {
    assert.deepEqual(readVersions(none, 'http://h'), []);
  }
});

test('scheme and host of the URL that was given stay; behind another host only the last segment counts', () => {
  const offered = (href: string, asked: string) => readVersions({ version: entry('v3.8', href) }, asked)[0]?.url;
  assert.equal(offered('http://cloud/identity/v3/', 'https://cloud/identity'), 'https://cloud/identity/v3');
  assert.equal(offered('http://localhost:5000/v3/', 'https://cloud/identity/'), 'https://cloud/identity/v3');
  assert.equal(offered('http://10.0.0.1:5000/v3/', 'http://cloud:5000'), 'http://cloud:5000/v3');
  assert.equal(offered('/v3', 'http://cloud:5000'), 'http://cloud:5000/v3');
});

test('domains decide which version is used', () => {
  const offers = readVersions(both, 'http://h:5000');
  const chosen = (wants: Parameters<typeof chooseVersion>[1]) => chooseVersion(offers, wants)?.version;
  assert.equal(chosen({ domain: false, defaultDomain: false }), 'v2.0');
  assert.equal(chosen({ domain: true, defaultDomain: false }), 'v3');
  assert.equal(chosen({ domain: false, defaultDomain: true }), 'v3');
  assert.equal(chosen({ domain: true, defaultDomain: false, forced: 'v2.0' }), 'v2.0');
  assert.equal(chosen({ domain: false, defaultDomain: false, forced: 'v3' }), 'v3');
  assert.equal(chooseVersion(offers.slice(0, 1), { domain: true, defaultDomain: false }), undefined);
});
