import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openrc, stackline } from '../support/stackline.js';

/* --debug, --timings, -v, --quiet: what is said beside the answer, always on standard error. */

describe('--debug', () => {
  it('shows the login and the request as curl lines, and no secret', async () => {
    const plain = await stackline('list');
    const { stdout, stderr } = await stackline('list --debug');
    assert.equal(stdout, plain.stdout);
    const curls = stderr.split('\n').filter((line) => line.startsWith('REQ: curl'));
    assert.equal(curls.length, 2);
    assert.match(curls[0] ?? '', /-X POST .*cloud\.example\.com:5000\/v2\.0\/tokens/);
    assert.match(curls[1] ?? '', /-H 'X-Auth-Token: \{SHA256\}[0-9a-f]{64}'/i);
    assert.ok(!stderr.includes(openrc.OS_PASSWORD ?? ''), 'the password is shown');
    assert.match(stderr, /RESP: \[200\]/);
    assert.match(stderr, /req-[0-9a-f-]{36}/);
  });

  it('shows no token that the cloud gave', async () => {
    const tokens: string[] = [];
    const { simulate } = await import('../../src/sandbox/index.js');
    const cloud = simulate();
    const { stderr } = await stackline('show devstack --debug', {
      transport: async (request) => {
        const token = request.headers['x-auth-token'];
        if (token !== undefined) tokens.push(token);
        return cloud(request);
      },
    });
    assert.ok(tokens.length > 0);
    for (const token of tokens) assert.ok(!stderr.includes(token), 'a token is shown');
  });
});

describe('--timings', () => {
  it('sums up the requests on standard error', async () => {
    const { stdout, stderr } = await stackline('list --timings', { now: () => 0 });
    assert.doesNotMatch(stdout, /tokens/);
    assert.match(stderr, /POST http:\/\/cloud\.example\.com:5000\/v2\.0\/tokens/);
    assert.match(stderr, /Total/);
  });
});

describe('-v and --quiet', () => {
  const env = { OS_AUTH_URL: 'http://cloud.example.com:5000' };

  it('-v says which identity version was chosen', async () => {
    const { stderr } = await stackline('list -v', { env });
    assert.match(stderr, /offers Identity .*using http:\/\/cloud\.example\.com:5000\/v2\.0\./);
    assert.equal((await stackline('list', { env })).stderr, '');
    assert.equal((await stackline('list -v -q', { env })).stderr, '');
  });
});
