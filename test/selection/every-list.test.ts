/** What holds for all lists: their fields are columns, conditions and names, at the price of one list for each kind. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, loadApplet, loadCommand, ownApplet } from '../../src/cli/applets.js';
import { namesOf } from '../../src/command/manifest.js';
import { references } from '../../src/selection/references.js';
import { dice } from '../support/dice.js';
import { deep, seed } from '../support/property.js';
import { stackline } from '../support/stackline.js';

/** Lists that need no argument and can be asked of the embedded cloud, each with all projects where it has them. */
async function lines(): Promise<readonly string[]> {
  const all: string[] = [];
  for (const applet of [...Object.keys(applets), ownApplet]) {
    if (applet === 'quantum' || applet === 'hyperv') continue;
    for (const verb of namesOf((await loadApplet(applet)).commands)) {
      const { shows, change, arguments: args, options, runsWithoutSettings } = await loadCommand(applet, verb);
      if (shows !== 'list' || change !== undefined || runsWithoutSettings) continue;
      if ([...Object.values(args), ...Object.values(options)].some(({ required }) => required)) continue;
      const isEverywhere = ['allTenants', 'allTenant'].some((key) => options[key] !== undefined);
      all.push([...(applet === ownApplet ? [] : [applet]), verb, ...(isEverywhere ? ['--all-tenants'] : [])].join(' '));
    }
  }
  return all;
}

const all = await lines();
const roll = dice(seed);
/** In a short run some of them, those of which most is asked in any case. */
const ALWAYS = [
  'nova list --all-tenants',
  'cinder list --all-tenants',
  'neutron agent-list',
  'cinder encryption-type-list',
];
const some = deep ? all : all.filter((line) => ALWAYS.includes(line) || roll(8) === 0);

async function rawOf(line: string): Promise<readonly Record<string, unknown>[]> {
  const { code, stdout } = await stackline(`${line} --raw`);
  // Some things no cloud of today has, and some options go together.
  return code === 0 ? (JSON.parse(stdout) as Record<string, unknown>[]) : [];
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value) && value !== '';

describe('every list', () => {
  it('is one of many', () => assert.ok(all.length > 120 && some.length >= ALWAYS.length, `${all.length}`));

  for (const line of some) {
    it(`${line}: each field of what was sent is a column, and a condition that finds it`, async () => {
      const rows = await rawOf(line);
      const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) => !key.includes(','));
      if (keys.length === 0) return;
      const shown = await stackline([...line.split(' '), '-c', `${keys.join(',')},`, '-f', 'json']);
      assert.equal(shown.code, 0, shown.stderr);
      assert.deepEqual(Object.keys(JSON.parse(shown.stdout)[0]), keys);
      const isFlat = (key: string): boolean => rows.every((row) => typeof row[key] !== 'object' || row[key] === null);
      const usable = keys.filter((key) => isFlat(key) && rows.some((row) => isScalar(row[key])));
      const tried = deep ? usable : usable.filter(() => roll(4) === 0);
      for (const key of tried) {
        const value = rows.map((row) => row[key]).find(isScalar);
        const text = String(value);
        const where = `${key}=${typeof value === 'string' ? `'${text.replace(/['\\]/g, '\\$&')}'` : text}`;
        const found = await stackline([...line.split(' '), '--raw', '--where', where]);
        assert.equal(found.code, 0, `${where}\n${found.stderr}`);
        const isState = /(?:status|state)$/i.test(key);
        const same = (other: unknown): boolean =>
          isState ? String(other).toLowerCase() === text.toLowerCase() : String(other).toLowerCase() === text;
        const isTruth = text === 'true' || text === 'false';
        const wanted = rows.filter((row) => (isState || isTruth ? same(row[key]) : row[key] === value));
        assert.deepEqual(JSON.parse(found.stdout), wanted, where);
      }
    });
  }
});

describe('names in the place of ids', () => {
  for (const line of some) {
    it(`${line}: one more list for each kind, whatever the number of rows; asked beside the list`, async () => {
      const rows = await rawOf(line);
      const { requests } = await stackline(`${line} -f json`);
      for (const { title, kind, fields } of references) {
        if (kind === undefined || !rows.some((row) => fields.some((field) => Object.hasOwn(row, field)))) continue;
        const joined = await stackline([...line.split(' '), '-c', `+${title}`, '-f', 'json']);
        assert.equal(joined.code, 0, joined.stderr);
        assert.ok(title in JSON.parse(joined.stdout)[0], title);
        // Identity v2.0 has no domains, and its refusal is the answer.
        const more = joined.requests.length - requests.length;
        assert.ok(more <= 1, `${title}: ${more} requests more`);
      }
    });
  }
});
