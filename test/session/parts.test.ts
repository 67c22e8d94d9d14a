import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { replaceVersion, splitVersion, withVersion } from '../../src/session/address.js';
import { expiryHere, parseMoment } from '../../src/session/expiry.js';
import { highestOfBoth, parseWanted, refusedVersion, versionDocument } from '../../src/session/microversion.js';
import { nextPage } from '../../src/session/paging.js';
import { searchOf } from '../../src/session/query.js';

const fails = (name: string, pattern: RegExp) => (error: unknown) =>
  error instanceof Failure && error.name === name && pattern.test(error.message);

test('the version of a URL may stand anywhere in its path', () => {
  assert.equal(withVersion('http://h:5000', 'v3'), 'http://h:5000/v3');
  assert.equal(withVersion('http://h/identity/v2.0/', 'v3'), 'http://h/identity/v3');
  assert.equal(withVersion('https://h/v2.0/tokens', 'v2.0'), 'https://h/v2.0');
  assert.equal(replaceVersion('http://h:8776/v1/73f0', 'v2'), 'http://h:8776/v2/73f0');
  assert.equal(replaceVersion('http://h:9292', 'v2'), 'http://h:9292/v2');
  assert.equal(replaceVersion('http://h:35357/identity_admin', 'v2.0'), 'http://h:35357/identity_admin/v2.0');
  assert.deepEqual(splitVersion('http://h/compute/v2.1/73f0'), {
    before: 'http://h/compute',
    version: 'v2.1',
    after: '73f0',
  });
});

test('moments are read with and without a fraction and a zone', () => {
  const moment = Date.UTC(2014, 0, 31, 17, 9, 57);
  assert.equal(parseMoment('2014-01-31T17:09:57Z'), moment);
  assert.equal(parseMoment('2014-01-31T17:09:57'), moment);
  assert.equal(parseMoment('2014-01-31T17:09:57.647795Z'), moment + 647);
  assert.equal(parseMoment('2014-01-31T17:09:57.647795'), moment + 647);
  assert.equal(parseMoment('2014-01-31T18:09:57+01:00'), moment);
  for (const bad of [undefined, null, 7, '', 'soon', '2014-01-31', '2014-13-41T99:99:99Z']) {
    assert.equal(parseMoment(bad), undefined);
  }
});

test("an expiry is told by this machine's clock, however wrong it is", () => {
  const date = 'Fri, 31 Jan 2014 17:00:00 GMT';
  const server = Date.parse(date);
  const hour = '2014-01-31T18:00:00Z';
  assert.equal(expiryHere(hour, date, server + 86_400_000), server + 86_400_000 + 3_600_000);
  assert.equal(expiryHere(hour, undefined, 5), server + 3_600_000);
  assert.equal(expiryHere(hour, 'yesterday', 5), server + 3_600_000);
  assert.equal(expiryHere(null, date, 5), 5);
});

test('queries are sorted, encoded as python does it, and empty values are left out', () => {
  const query = {
    name: "a b/ü*~'",
    all_tenants: 1,
    empty: '',
    missing: undefined,
    tags: ['x', '', 'y'],
    deleted: true,
  };
  assert.equal(searchOf(query), '?all_tenants=1&deleted=true&name=a+b%2F%C3%BC%2A~%27&tags=x&tags=y');
  assert.equal(searchOf({}), '');
  assert.equal(searchOf(undefined), '');
  assert.equal(searchOf({ name: 'half \ud800' }), '?name=half+%EF%BF%BD');
});

test('a compute version is what novaclient takes for one', () => {
  assert.equal(parseWanted(undefined), 'latest');
  assert.equal(parseWanted('2.latest'), 'latest');
  assert.equal(parseWanted('2'), 'none');
  assert.equal(parseWanted('2.0'), 'none');
  assert.equal(parseWanted('1.1'), 'none');
  assert.equal(parseWanted('2.1'), '2.1');
  assert.equal(parseWanted('2.92'), '2.92');
  const format = /^Invalid format of client version 'latest'\. Expected format 'X\.Y', where X is a major part/;
  assert.throws(() => parseWanted('latest'), fails('UnsupportedVersion', format));
  assert.throws(() => parseWanted('2.01'), fails('UnsupportedVersion', /^Invalid format/));
  assert.throws(
    () => parseWanted('3'),
    fails('UnsupportedVersion', /^Invalid client version '3\.0'\. Major part should be '2'$/),
  );
  const range = /^The specified version isn't supported by client\. The valid version range is '2\.1' to '2\.92'$/;
  assert.throws(() => parseWanted('2.93'), fails('CommandError', range));
});

test('only v2.1 and URLs without a version are asked for microversions', () => {
  assert.equal(versionDocument('http://h:8774/v2/73f0'), undefined);
  assert.equal(versionDocument('http://h:8774/v1.1/73f0'), undefined);
  assert.equal(versionDocument('http://h:8774/v2.1'), 'http://h:8774/v2.1/');
  assert.equal(versionDocument('http://h/compute/v2.1/73f0'), 'http://h/compute/v2.1/');
  assert.equal(versionDocument('http://h/compute'), 'http://h/compute/');
});

test('the highest microversion of both sides is used', () => {
  assert.equal(highestOfBoth({ version: { id: 'v2.1', version: '2.90', min_version: '2.1' } }), '2.90');
  assert.equal(highestOfBoth({ version: { id: 'v2.1', version: '2.120', min_version: '2.1' } }), '2.92');
  assert.equal(highestOfBoth({ version: { id: 'v2.0', version: '', min_version: '' } }), undefined);
  const root = {
    versions: [
      { id: 'v2.0', version: '' },
      { id: 'v2.1', version: '2.60', min_version: '2.1' },
    ],
  };
  assert.equal(highestOfBoth(root), '2.60');
  for (const odd of [undefined, null, [], 7, {}, { version: null }, { version: { version: 2.5 } }, { versions: {} }]) {
    assert.doesNotThrow(() => highestOfBoth(odd));
  }
  const far = { version: { version: '2.300', min_version: '2.100' } };
  assert.throws(
    () => highestOfBoth(far),
    fails('UnsupportedVersion', /^Server version is too new\. .*'2\.100' to '2\.300'\.$/),
  );
});

test("a refused microversion names the server's range, if the server does", () => {
  const cause = new Error('406');
  const told = 'Version 2.95 is not supported by the API. Minimum is 2.1 and maximum is 2.93.';
  assert.equal(
    refusedVersion(told, cause).message,
    "The specified version isn't supported by server. The valid version range is '2.1' to '2.93'",
  );
  assert.equal(refusedVersion(undefined, cause).message, "The specified version isn't supported by server.");
});

test('the next page is found in all three spellings', () => {
  const asked = 'http://h:8774/v2.1/servers?limit=2';
  const linked = (href: unknown) => ({
    servers_links: [
      { rel: 'self', href: 'x' },
      { rel: 'next', href },
    ],
  });
  assert.equal(nextPage(linked(`${asked}&marker=b`), 'servers', asked), `${asked}&marker=b`);
  assert.equal(nextPage({ links: { next: `${asked}&page=2`, self: 'x' } }, 'servers', asked), `${asked}&page=2`);
  const images = 'http://h:9292/v2/images';
  assert.equal(nextPage({ next: '/v2/images?marker=7' }, 'images', images), `${images}?marker=7`);
  for (const last of [{}, null, [], linked(null), { servers_links: {} }, { links: { next: null } }]) {
    assert.equal(nextPage(last, 'servers', asked), undefined);
  }
});

test('behind a proxy the next page stays where the first one was', () => {
  const asked = 'https://cloud/compute/v2.1/servers?limit=2';
  const next = (href: string) => nextPage({ servers_links: [{ rel: 'next', href }] }, 'servers', asked);
  const expected = 'https://cloud/compute/v2.1/servers?limit=2&marker=b';
  assert.equal(next('http://cloud/compute/v2.1/servers?limit=2&marker=b'), expected);
  assert.equal(next('https://cloud/v2.1/servers?limit=2&marker=b'), expected);
  assert.equal(next('/v2.1/servers?limit=2&marker=b'), expected);
});

test('a next page on another host, port or scheme is asked where the first one was; another list is refused', () => {
  const asked = 'http://h:8774/v2.1/servers';
  const next = (href: string) => () => nextPage({ servers_links: [{ rel: 'next', href }] }, 'servers', asked);
  const page = `${asked}?marker=b`;
  assert.equal(next('http://evil.example/v2.1/servers?marker=b')(), page);
  assert.equal(next('https://h:8775/v2.1/servers?marker=b')(), page);
  assert.equal(next('http://user@h:8774@evil/v2.1/servers?marker=b')(), page);
  assert.throws(next('http://h:8774/v2.1/os-keypairs?marker=b'), /another list/);
  assert.throws(next('http://['), Failure);
  assert.throws(next('file:///etc/passwd'), Failure);
});
