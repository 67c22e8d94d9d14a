import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, it } from 'node:test';
import { serve } from '../../src/sandbox/serve.js';
import { at, each, passwordBody } from './ask.js';

async function withCloud(
  options: Parameters<typeof serve>[0],
  run: (url: string, token: string) => Promise<void>,
): Promise<void> {
  const served = await serve(options);
  try {
    assert.equal(served.login.authUrl, `${served.url}/identity/v2.0`);
    const response = await fetch(`${served.login.authUrl}/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(passwordBody(served.login.username, served.login.tenantName, served.login.password)),
    });
    assert.equal(response.status, 200);
    await run(served.url, String(at(await response.json(), 'access', 'token', 'id')));
  } finally {
    await served.close();
  }
}

describe('the embedded cloud over HTTP', () => {
  it('has all services under prefixes of one URL, and a catalogue that says so', async () => {
    await withCloud({}, async (url, token) => {
      assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
      const headers = { 'x-auth-token': token };
      const validated = await fetch(`${url}/identity_admin/v2.0/tokens/${token}`, { headers });
      const catalog = at(await validated.json(), 'access', 'serviceCatalog') as unknown[];
      for (const entry of catalog) {
        for (const kind of ['publicURL', 'internalURL', 'adminURL']) {
          assert.ok(String(at(entry, 'endpoints', 0, kind)).startsWith(`${url}/`));
        }
      }
      const compute = catalog.find((entry) => at(entry, 'type') === 'compute');
      const base = String(at(compute, 'endpoints', 0, 'publicURL'));
      const list = await fetch(`${base}/servers?all_tenants=1&limit=2`, { headers });
      const page = await list.json();
      assert.equal(each(at(page, 'servers'), 'id').length, 2);
      const next = String(at(page, 'servers_links', 0, 'href'));
      assert.ok(next.startsWith(`${base}/servers?`));
      assert.equal((await fetch(next, { headers })).status, 200);
    });
  });

  it('hands out the URL with microversions when asked to', async () => {
    await withCloud({ compute: 'v2.1' }, async (url, token) => {
      const headers = { 'x-auth-token': token, 'openstack-api-version': 'compute 2.93' };
      const told = await fetch(`${url}/compute/v2.1/servers/detail?all_tenants=1`, { headers });
      assert.equal(told.headers.get('openstack-api-version'), 'compute 2.93');
      assert.equal(each(at(await told.json(), 'servers'), 'locked').length, 17);
      const discovered = await fetch(`${url}/identity`);
      assert.equal(discovered.status, 300);
      assert.equal(at(await discovered.json(), 'versions', 'values', 0, 'links', 0, 'href'), `${url}/identity/v3/`);
    });
  });

  it('answers HEAD without a body, deletes with 204, and what is nowhere with 404', async () => {
    await withCloud({}, async (url, token) => {
      const headers = { 'x-auth-token': token, 'x-subject-token': token };
      const head = await fetch(`${url}/identity/v3/auth/tokens`, { method: 'HEAD', headers });
      assert.deepEqual([head.status, await head.text()], [200, '']);
      for (const path of ['/', '/nonsense', '/computer/v2']) assert.equal((await fetch(url + path)).status, 404);
      assert.equal((await fetch(`${url}/identity`, { method: 'OPTIONS' })).status, 405);
      const long = { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) };
      assert.equal((await fetch(`${url}/identity/v2.0/tokens`, long)).status, 413);
      const gone = await fetch(`${url}/identity/v3/auth/tokens`, { method: 'DELETE', headers });
      assert.deepEqual([gone.status, gone.headers.get('content-type')], [204, null]);
      assert.equal((await fetch(`${url}/compute/v2/servers`, { headers })).status, 401);
    });
  });

  it('takes its own word for where it is, not that of a Host header', async () => {
    await withCloud({}, async (url) => {
      const body = await new Promise<string>((resolve, reject) => {
        const asked = request(`${url}/identity`, { headers: { host: 'elsewhere.example.com' } }, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          answer.on('end', () => resolve(text));
        });
        asked.on('error', reject).end();
      });
      assert.ok(!body.includes('elsewhere'));
      assert.ok(body.includes(`${url}/identity/v3/`));
    });
  });

  it('refuses a port that is taken, and frees its own', async () => {
    const first = await serve();
    const port = Number(new URL(first.url).port);
    await assert.rejects(serve({ port }), { code: 'EADDRINUSE' });
    await first.close();
    await assert.rejects(fetch(first.url));
    const again = await serve({ port });
    await again.close();
  });
});
