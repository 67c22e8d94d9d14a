import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldEndpoints } from '../../src/services/identity/v3-places.js';

const row = (id: string, side: string, url: string, more: Record<string, unknown> = {}) => ({
  id,
  interface: side,
  url,
  service_id: 's',
  region_id: 'One',
  ...more,
});

test('the three rows of v3 become the one row of v2.0, with the id of the public one', () => {
  assert.deepEqual(
    foldEndpoints([row('3', 'admin', 'http://a'), row('1', 'public', 'http://p'), row('2', 'internal', 'http://i')]),
    [{ id: '1', region: 'One', publicUrl: 'http://p', internalUrl: 'http://i', adminUrl: 'http://a', serviceId: 's' }],
  );
});

test('rows of other services and regions stay apart; what is missing is empty', () => {
  const rows = foldEndpoints([
    row('1', 'public', 'http://p1'),
    row('2', 'public', 'http://p2', { region_id: 'Two' }),
    row('3', 'admin', 'http://a3', { service_id: 't' }),
    row('4', 'internal', 'http://i4', { service_id: 't', region_id: null, region: null }),
  ]);
  assert.deepEqual(
    rows.map(({ id, region, publicUrl, internalUrl, adminUrl, serviceId }) =>
      [id, region, publicUrl, internalUrl, adminUrl, serviceId].join('|'),
    ),
    ['1|One|http://p1|||s', '2|Two|http://p2|||s', '3|One|||http://a3|t', '4|||http://i4||t'],
  );
});

test('several endpoints of one service in one region: the first with the first, the second with the second', () => {
  const rows = foldEndpoints([
    row('1', 'public', 'p1'),
    row('2', 'public', 'p2'),
    row('3', 'internal', 'i1'),
    row('4', 'admin', 'a1'),
    row('5', 'admin', 'a2'),
    row('6', 'admin', 'a3'),
  ]);
  assert.deepEqual(
    rows.map(({ id, publicUrl, internalUrl, adminUrl }) => [id, publicUrl, internalUrl, adminUrl].join('|')),
    ['1|p1|i1|a1', '2|p2||a2', '6|||a3'],
  );
});

test('nonsense gives rows without values, or none', () => {
  assert.deepEqual(foldEndpoints([]), []);
  assert.deepEqual(foldEndpoints([{}]), []);
  assert.deepEqual(foldEndpoints([{ interface: 'public' }]), [
    { id: '', region: '', publicUrl: '', internalUrl: '', adminUrl: '', serviceId: '' },
  ]);
});
