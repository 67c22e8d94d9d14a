import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findCloudFiles } from '../../src/config/cloud-files.js';
import { readCloud } from '../../src/config/clouds.js';
import { root } from '../support/imports.js';

/*
 * Generated files of clouds, and what openstacksdk 0.101 made of them (`OpenStackConfig.get_one('c', validate=False)`),
 * under the names of `core/settings.ts`. Left out are the files that it reads in a way that nobody can mean: null as the
 * text None, a URL without its region, a domain of a v2password login.
 */
interface Recorded {
  readonly texts: Readonly<Record<string, string>>;
  readonly region?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly error?: string;
}

const path = join(root, 'test', 'config', 'fixtures', 'openstacksdk-clouds.json');
const recorded = JSON.parse(readFileSync(path, 'utf8')) as readonly Recorded[];
/** The names under which the files were written, and those under which they are looked for. */
const names: Readonly<Record<string, string>> = { clouds: 'clouds', secure: 'secure', vendor: 'clouds-public' };
/** Settings that the recording does not have. */
const UNSEEN = ['volumeApiVersion'];

describe('a file of clouds is what openstacksdk makes of it', () => {
  for (const [index, { texts, region, settings, error }] of recorded.entries()) {
    it(`file ${index}`, () => {
      const there = new Map(
        Object.entries(texts).map(([name, text]) => [
          name.replace(/^\w+/, (stem) => `/here/${names[stem] ?? stem}`),
          text,
        ]),
      );
      const read = () =>
        readCloud(
          findCloudFiles({}, '/here', (file) => there.get(file)),
          'c',
          region,
        );
      if (error !== undefined) {
        assert.throws(read, (thrown) => thrown instanceof Error && /not a valid region name/.test(thrown.message));
        return;
      }
      const ours = Object.entries(read().values).filter(([name, { value }]) => {
        const isDefault = name === 'interface' && value === 'public';
        return !isDefault && !UNSEEN.includes(name);
      });
      assert.deepEqual(Object.fromEntries(ours.map(([name, { value }]) => [name, value])), settings);
    });
  }
  it('there are many', () => assert.ok(recorded.length >= 80));
});
