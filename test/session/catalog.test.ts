import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { chooseEndpoint, readCatalogV2, readCatalogV3 } from '../../src/session/catalog.js';

const v2 = [
  {
    type: 'compute',
    name: 'nova',
    endpoints_links: [],
    endpoints: [
      { id: '1', region: 'One', publicURL: 'http://one/p', internalURL: 'http://one/i', adminURL: 'http://one/a' },
      { region: 'Two', publicURL: 'http://two/p', internalURL: null },
    ],
  },
];

test('a v2.0 catalogue gives an endpoint for each URL that is there', () => {
  const catalog = readCatalogV2(v2);
  assert.deepEqual(
    catalog.map(({ region, interface: side, url }) => [region, side, url]),
    [
      ['One', 'public', 'http://one/p'],
      ['One', 'internal', 'http://one/i'],
      ['One', 'admin', 'http://one/a'],
      ['Two', 'public', 'http://two/p'],
    ],
  );
  assert.deepEqual(catalog[3], {
    type: 'compute',
    name: 'nova',
    region: 'Two',
    interface: 'public',
    url: 'http://two/p',
  });
});

test('a v3 catalogue is read with region ids, regions, old interface names, and without what is missing', () => {
  const catalog = readCatalogV3([
    {
      type: 'image',
      endpoints: [
        { interface: 'public', region_id: 'One', region: 'old', url: 'http://p' },
        { interface: 'internalURL', region: 'old', url: 'http://i', id: 7 },
        { interface: 'secret', url: 'http://s' },
        { interface: 'admin', url: null },
        'nonsense',
      ],
    },
    { name: 'typeless', endpoints: [{ interface: 'public', url: 'http://t' }] },
    { type: 'empty' },
  ]);
  assert.deepEqual(catalog, [
    { type: 'image', interface: 'public', url: 'http://p', region: 'One' },
    { type: 'image', interface: 'internal', url: 'http://i', region: 'old', id: '7' },
  ]);
});

const endpoint = (type: string, region: string, name?: string) =>
  ({ type, region, interface: 'public', url: `http://${type}.${region}.${name}`, ...(name ? { name } : {}) }) as const;

test('the first endpoint that fits is taken; the exact region before one in another case', () => {
  const catalog = [endpoint('compute', 'ONE'), endpoint('compute', 'One'), endpoint('compute', 'One', 'second')];
  const choose = (region?: string, name?: string) =>
    chooseEndpoint(catalog, {
      type: 'compute',
      interface: 'public',
      ...(region === undefined ? {} : { region }),
      ...(name === undefined ? {} : { name }),
    });
  assert.equal(choose(), catalog[0]);
  assert.equal(choose('One'), catalog[1]);
  assert.equal(choose('one'), catalog[0]);
  assert.equal(chooseEndpoint(catalog.slice(2), { type: 'compute', interface: 'public', name: 'second' }), catalog[2]);
  // An endpoint whose catalogue gives no names cannot be told apart by one.
  assert.equal(choose(undefined, 'second'), catalog[0]);
});

test('aliases are tried after the type itself', () => {
  const catalog = [endpoint('volumev2', 'One'), endpoint('volumev3', 'One'), endpoint('volume', 'Two')];
  const choose = (type: string, region: string) => chooseEndpoint(catalog, { type, interface: 'public', region }).type;
  assert.equal(choose('volume', 'One'), 'volumev3');
  assert.equal(choose('volume', 'Two'), 'volume');
  assert.equal(choose('block-storage', 'One'), 'volumev3');
  assert.equal(choose('volumev2', 'One'), 'volumev2');
});

test('an endpoint that is not in the catalogue is an error that names it and what there is', () => {
  const catalog = readCatalogV2(v2);
  const failure = (wanted: Parameters<typeof chooseEndpoint>[1]): Failure => {
    try {
      chooseEndpoint(catalog, wanted);
    } catch (error) {
      if (error instanceof Failure) return error;
    }
    throw new Error('an endpoint was found');
  };
  const region = failure({ type: 'compute', interface: 'public', region: 'Nowhere' });
  assert.equal(region.name, 'EndpointNotFound');
  assert.equal(region.message, 'publicURL endpoint for compute service in Nowhere region not found');
  assert.equal(
    region.hint,
    'The catalog has compute named nova in One (publicURL, internalURL, adminURL); compute named nova in Two (publicURL).',
  );
  const named = failure({ type: 'compute', interface: 'admin', region: 'One', name: 'other' });
  assert.equal(named.message, 'adminURL endpoint for compute service named other in One region not found');
  const type = failure({ type: 'dns', interface: 'public' });
  assert.equal(type.message, 'publicURL endpoint for dns service not found');
  assert.equal(type.hint, 'The catalog has no dns service, but compute.');
  assert.throws(() => chooseEndpoint([], { type: 'compute', interface: 'public' }), {
    name: 'EmptyCatalog',
    message: 'The service catalog is empty.',
  });
});
