import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { tenantId } from '../../src/sandbox/seed.js';
import { ask, at, each, login } from './ask.js';

const swift = 'http://cloud.example.com:8080';
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

async function as(user = 'admin', cloud = simulate()) {
  const token = await login(cloud, user);
  const account = `${swift}/v1/AUTH_${tenantId(user)}`;
  const send = (what: string, body?: string, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = what.split(' ');
    return ask(cloud, `${method} ${account}${path}`, { ...token, 'content-type': '', ...headers }, body);
  };
  return { cloud, token, account, send, get: (path: string) => send(`GET ${path}`) };
}

describe('the embedded swift: accounts and containers', () => {
  it('counts in headers and lists by line, as JSON and as XML', async () => {
    const { send, get } = await as();
    const head = await send('HEAD ');
    assert.equal(head.status, 204);
    assert.deepEqual(
      ['container-count', 'object-count'].map((name) => head.headers[`x-account-${name}`]),
      ['4', '11'],
    );
    assert.equal(head.headers['x-account-meta-owner'], 'ops');
    assert.match(head.headers['x-trans-id'] ?? '', /^tx[0-9a-f]{21}-[0-9a-f]{10}$/);
    assert.equal((await get('')).text, 'backups\nempty\nlogs\nlogs_segments\n');
    const json = await get('?format=json');
    assert.deepEqual(each(json.json, 'count'), [5, 0, 3, 3]);
    assert.match(
      (await get('?format=xml')).text,
      /<account name="AUTH_[0-9a-f]{32}">\n<container><name>backups<\/name>/,
    );
    assert.equal((await get('/empty')).status, 204);
    assert.deepEqual((await get('/empty?format=json')).json, []);
  });

  it('pages by marker and limit, folds by prefix and delimiter, goes backwards', async () => {
    const { get } = await as();
    const names = async (query: string) => (await get(`/backups?${query}`)).text.split('\n').slice(0, -1);
    assert.deepEqual(await names('limit=2'), ['2013-02-18/db.sql', '2013-02-18/etc.tar.gz']);
    assert.deepEqual(await names('limit=2&marker=2013-02-18/etc.tar.gz'), [
      '2013-02-19/db.sql',
      '2013-02-19/etc.tar.gz',
    ]);
    assert.deepEqual(await names('end_marker=2013-02-18/etc.tar.gz'), ['2013-02-18/db.sql']);
    assert.deepEqual(await names('delimiter=/'), ['2013-02-18/', '2013-02-19/', 'README']);
    assert.deepEqual(await names('prefix=2013-02-19/&delimiter=/'), ['2013-02-19/db.sql', '2013-02-19/etc.tar.gz']);
    assert.deepEqual(await names('path=2013-02-18'), ['2013-02-18/db.sql', '2013-02-18/etc.tar.gz']);
    assert.deepEqual(await names('reverse=true&limit=1'), ['README']);
    const folded = await get('/backups?delimiter=/&format=json');
    assert.deepEqual(each(folded.json, 'subdir').slice(0, 2), ['2013-02-18/', '2013-02-19/']);
    const much = await get('?limit=10001');
    assert.equal(much.status, 412);
    assert.match(much.text, /Maximum limit is 10000/);
  });

  it('makes a container once with 201, keeps what is said of it, and deletes only an empty one', async () => {
    const { send } = await as();
    assert.equal((await send('PUT /new', undefined, { 'x-container-meta-color': 'blue' })).status, 201);
    assert.equal((await send('PUT /new')).status, 202);
    assert.equal((await send('POST /new', undefined, { 'x-container-read': '.r:*' })).status, 204);
    const head = await send('HEAD /new');
    assert.deepEqual([head.headers['x-container-meta-color'], head.headers['x-container-read']], ['blue', '.r:*']);
    assert.equal((await send('POST /new', undefined, { 'x-remove-container-meta-color': 'x' })).status, 204);
    assert.equal((await send('HEAD /new')).headers['x-container-meta-color'], undefined);
    assert.equal((await send('DELETE /backups')).status, 409);
    assert.equal((await send('DELETE /new')).status, 204);
    const gone = await send('GET /new');
    assert.deepEqual(
      [gone.status, gone.text],
      [404, '<html><h1>Not Found</h1><p>The resource could not be found.</p></html>'],
    );
  });

  it('is for its tenant, for administrators, and where a container says so for everybody', async () => {
    const { cloud, get } = await as();
    const anne = await as('anne', cloud);
    assert.equal((await anne.get('')).text, 'wiki\n');
    assert.equal((await ask(cloud, `${swift}/v1/AUTH_${tenantId('admin')}`, anne.token)).status, 403);
    assert.equal((await ask(cloud, `${swift}/v1/AUTH_${tenantId('anne')}`)).status, 401);
    const open = await ask(cloud, `${swift}/v1/AUTH_${tenantId('anne')}/wiki/index.html`);
    assert.match(open.text, /^<html>/);
    assert.equal((await ask(cloud, `${swift}/v1/AUTH_${tenantId('anne')}/wiki`)).text, 'index.html\n');
    assert.equal((await get('/nope')).status, 404);
    const nobody = await as('tom', cloud);
    assert.equal((await nobody.get('')).status, 204);
  });
});

describe('the embedded swift: objects', () => {
  it('hands out whole objects, ranges of them, and nothing that is known already', async () => {
    const { send, get } = await as();
    const whole = await get('/backups/README');
    assert.deepEqual(
      [whole.status, whole.text, whole.headers.etag],
      [200, 'Kept for a year.\n', md5('Kept for a year.\n')],
    );
    const head = await send('HEAD /backups/README');
    assert.deepEqual([head.status, head.text, head.headers['content-length']], [200, '', '17']);
    const part = await send('GET /backups/README', undefined, { range: 'bytes=5-7' });
    assert.deepEqual([part.status, part.text, part.headers['content-range']], [206, 'for', 'bytes 5-7/17']);
    const beyond = await send('GET /backups/README', undefined, { range: 'bytes=17-' });
    assert.deepEqual([beyond.status, beyond.headers['content-range']], [416, 'bytes */17']);
    const known = { 'if-none-match': whole.headers.etag ?? '' };
    assert.equal((await send('GET /backups/README', undefined, known)).status, 304);
    assert.equal((await send('GET /backups/README', undefined, { 'if-match': 'x' })).status, 412);
    const since = { 'if-modified-since': whole.headers['last-modified'] ?? '' };
    assert.equal((await send('GET /backups/README', undefined, since)).status, 304);
    assert.equal((await get(`/logs/${encodeURIComponent('café-東京.txt')}`)).text, 'naïve\n');
  });

  it('takes an object, checks its sum, changes what is said of it, copies and deletes it', async () => {
    const { send, get } = await as();
    const meta = { 'x-object-meta-color': 'blue', 'content-type': 'text/x-test' };
    const put = await send('PUT /backups/a//b', 'bytes', { ...meta, etag: md5('bytes') });
    assert.deepEqual([put.status, put.headers.etag], [201, md5('bytes')]);
    assert.equal((await send('PUT /backups/bad', 'bytes', { etag: md5('others') })).status, 422);
    const told = await get('/backups/a//b');
    assert.deepEqual(
      [told.text, told.headers['content-type'], told.headers['x-object-meta-color']],
      ['bytes', 'text/x-test', 'blue'],
    );
    assert.equal((await send('POST /backups/a//b', undefined, { 'x-object-meta-size': 'small' })).status, 202);
    const changed = await send('HEAD /backups/a//b');
    assert.deepEqual(
      [changed.headers['x-object-meta-color'], changed.headers['x-object-meta-size']],
      [undefined, 'small'],
    );
    assert.equal((await send('PUT /empty/copy', undefined, { 'x-copy-from': '/backups/a//b' })).status, 201);
    assert.equal((await get('/empty/copy')).text, 'bytes');
    assert.equal((await send('DELETE /backups/a//b')).status, 204);
    assert.equal((await send('DELETE /backups/a//b')).status, 404);
    assert.equal((await send('PUT /nope/x', 'bytes')).status, 404);
  });

  it('joins the segments of large objects of both kinds, with the sum of their sums', async () => {
    const { send, get } = await as();
    const parts = await get('/logs_segments?format=json');
    const hashes = each(parts.json, 'hash').join('');
    for (const name of ['syslog', 'syslog.static']) {
      const told = await get(`/logs/${name}`);
      assert.equal(told.headers.etag, `"${md5(hashes)}"`);
      assert.equal(told.headers['content-length'], String(Buffer.byteLength(told.text)));
      assert.match(told.text, /part 1\n.*part 2\n.*part 3\n$/s);
    }
    assert.equal((await send('HEAD /logs/syslog')).headers['x-object-manifest'], 'logs_segments/syslog/');
    const list = await get('/logs/syslog.static?multipart-manifest=get');
    assert.deepEqual(each(list.json, 'hash').join(''), hashes);
    const range = await send('GET /logs/syslog', undefined, { range: 'bytes=1940-1959' });
    assert.match(range.text, /part 1\nFeb 20/);
    for (const [name, text] of [
      ['one', 'abc'],
      ['two', 'def'],
    ] as const) {
      await send(`PUT /empty/${name}`, text);
    }
    const manifest = [{ path: '/empty/one', etag: md5('abc'), size_bytes: 3 }, { path: '/empty/two' }];
    assert.equal((await send('PUT /backups/large?multipart-manifest=put', JSON.stringify(manifest))).status, 201);
    assert.equal((await get('/backups/large')).text, 'abcdef');
    const wrong = [{ path: '/empty/one', etag: md5('x') }];
    const refused = await send('PUT /backups/wrong?multipart-manifest=put', JSON.stringify(wrong));
    assert.equal(refused.status, 400);
    assert.match(refused.text, /Etag Mismatch/);
    assert.equal((await send('DELETE /backups/large?multipart-manifest=delete')).status, 200);
    assert.equal((await get('/empty/one')).status, 404);
  });

  it("has glance's image with glance's sum", async () => {
    const { cloud, token, account } = await as('jtopjian');
    const url = `${account}/images/cirros-0.3.1-x86_64-disk.img`;
    const response = await cloud({ method: 'GET', url, headers: token });
    const hash = createHash('md5');
    for await (const chunk of response.body) hash.update(chunk);
    assert.equal(hash.digest('hex'), response.headers.etag);
  });
});

describe('the embedded swift: what else it says', () => {
  it('knows its capabilities and its health, and lets in by a login of its own', async () => {
    const cloud = simulate();
    const info = await ask(cloud, `${swift}/info`);
    assert.equal(at(info.json, 'swift', 'container_listing_limit'), 10_000);
    assert.equal((await ask(cloud, `${swift}/healthcheck`)).text, 'OK');
    const given = { 'x-auth-user': 'anne:anne', 'x-auth-key': 'anne-password' };
    const told = await ask(cloud, `${swift}/auth/v1.0`, given);
    assert.equal(told.headers['x-storage-url'], `${swift}/v1/AUTH_${tenantId('anne')}`);
    const token = { 'x-auth-token': told.headers['x-auth-token'] ?? '' };
    assert.equal((await ask(cloud, told.headers['x-storage-url'] ?? '', token)).text, 'wiki\n');
    const refused = await ask(cloud, `${swift}/auth/v1.0`, { ...given, 'x-auth-key': 'wrong' });
    assert.deepEqual([refused.status, refused.headers['www-authenticate']], [401, 'Swift realm="anne"']);
    assert.equal((await ask(cloud, `${swift}/v2/x`)).status, 404);
  });
});
