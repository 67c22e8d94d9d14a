import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { stackline } from '../support/stackline.js';
import { response } from '../support/transports.js';

/* How neutron's lists are asked for: page by page, and by ids that fit into a URL. */

const LONGEST = 8192;
const idOf = (at: number): string => `${String(at).padStart(8, '0')}-5f3c-4a8e-9d27-000000009ab3`;

test('pages are those that `next` leads to; `previous`, which every page has, leads nowhere', async () => {
  const { code, stdout, requests } = await stackline('neutron net-list -P 2 -c name');
  assert.equal(code, 0);
  const asked = requests.filter((one) => one.includes('/v2.0/networks'));
  assert.equal(stdout.trimEnd().split('\n').length - 4, 7);
  assert.equal(asked.length, 4, asked.join('\n'));
  assert.deepEqual(
    asked.filter((one) => one.includes('page_reverse')),
    [],
  );
  const whole = await stackline('neutron net-list -c name');
  assert.equal(stdout, whole.stdout);
});

test('the subnets of all networks are asked for by id, once each, in URLs of less than 8 kB', async () => {
  const cloud = simulate();
  const subnets = Array.from({ length: 1000 }, (_, at) => idOf(at));
  const asked: string[][] = [];
  const { code, stdout, stderr } = await stackline('neutron net-list', {
    transport: async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname.endsWith('/v2.0/networks')) {
        // Each subnet twice: what is known is not asked for again.
        const networks = ['one', 'two'].map((name) => ({ id: name, name, subnets }));
        return response(200, { networks });
      }
      if (!pathname.endsWith('/v2.0/subnets')) return cloud(request);
      assert.ok(request.url.length < LONGEST, `${request.url.length}`);
      const ids = searchParams.getAll('id');
      asked.push(ids);
      return response(200, { subnets: ids.map((id) => ({ id, cidr: '10.0.0.0/24' })) });
    },
  });
  assert.equal(code, 0, stderr);
  assert.deepEqual(asked.flat().sort(), subnets);
  assert.equal(asked.length, Math.ceil(subnets.length / (asked[0]?.length ?? 0)));
  assert.equal(stdout.split('10.0.0.0/24').length - 1, 2 * subnets.length);
});
