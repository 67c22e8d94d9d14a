import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadApplet, loadCommand } from '../src/cli/applets.js';
import { examplesOf } from '../src/cli/own-help/examples.js';
import { examplesIn } from '../src/cli/own-help/index.js';
import { entriesOf } from '../src/command/manifest.js';
import { findField, ownFields, resources } from '../src/explain/index.js';
import type { Explained } from '../src/explain/resource.js';
import { everyCommand, onTheMachine, runExample, type Shown } from './support/examples.js';
import { deep } from './support/property.js';
import { stackline } from './support/stackline.js';

/* What is printed is explained: the fields are those that each list and show prints of the embedded cloud. */

/** Programs under their former names or with a former version of their API, whose lists have columns of their own. */
async function former(applet: string, client: string, before: readonly string[]): Promise<readonly Shown[]> {
  const { commands } = await loadApplet(applet);
  const own = await examplesIn(client);
  return Promise.all(
    entriesOf(commands).map(async ({ name, summary, hidden }) => {
      const command = await loadCommand(applet, name);
      const examples = examplesOf(own, name, command, true);
      return { client, name, summary, hidden, before, command, examples };
    }),
  );
}

const reading = [
  ...(await everyCommand()),
  ...(await former('glance-v1', 'glance', ['glance', '--os-image-api-version', '1'])),
  ...(await former('quantum', 'neutron', ['quantum'])),
].filter(
  (shown) =>
    ['list', 'show', 'sections'].includes(shown.command.shows) &&
    shown.command.change === undefined &&
    !onTheMachine(shown),
);

const key = ({ client, name }: Shown): string => `${client} ${name}`;

/** The things whose fields a command prints. */
const explainedBy = (shown: Shown): readonly Explained[] =>
  resources.filter(({ printedBy }) => printedBy.some((one) => one.replace(/ --.*/, '') === key(shown)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names of a row's or a thing's fields; of several sections, those of what is in them. */
function fieldsOf(printed: unknown, shows: string): readonly string[] {
  if (Array.isArray(printed)) return printed.flatMap((row) => fieldsOf(row, 'show'));
  if (!isObject(printed)) return [];
  if (shows !== 'sections') return Object.keys(printed);
  return Object.entries(printed).flatMap(([title, part]) => [title, ...fieldsOf(part, 'show')]);
}

/** What a command prints on the clouds on which it works; a list without rows has a head in csv. */
async function fieldsOn(shown: Shown, microversions: boolean): Promise<readonly string[]> {
  const [example = ''] = shown.examples;
  const line = example.replace(/ -[fc] \S+/g, '');
  const { stdout, code } = await runExample(shown, `${line} -f json`, { newestFirst: microversions });
  const fields = code === 0 ? fieldsOf(JSON.parse(stdout), shown.command.shows) : [];
  if (fields.length > 0 || shown.command.shows !== 'list') return [...new Set(fields)];
  const { stdout: csv } = await runExample(shown, `${line} -f csv`, { newestFirst: microversions });
  return [...(csv.split('\n')[0] ?? '').matchAll(/"([^"]*)"/g)].map(([, title = '']) => title);
}

describe('every field that a list or a show prints is explained', () => {
  for (const client of new Set(reading.map((shown) => shown.client))) {
    it(client, async () => {
      const unknown: string[] = [];
      for (const [at, shown] of reading.filter((one) => one.client === client).entries()) {
        // A third of them, unless all cases are wanted.
        if (!deep && at % 3 !== 0) continue;
        const things = explainedBy(shown);
        if (things.length === 0) unknown.push(`${key(shown)} is in no list of src/explain`);
        const clouds = client === 'nova' && deep ? [false, true] : [client === 'nova'];
        for (const microversions of clouds) {
          const fields = await fieldsOn(shown, microversions);
          for (const field of fields)
            if (things.every((thing) => findField(thing, field) === undefined)) unknown.push(`${key(shown)}: ${field}`);
        }
      }
      assert.deepEqual([...new Set(unknown)], []);
    });
  }

  it('and what columns of names show', async () => {
    const { stdout } = await stackline('list -C Project,User,Flavor,Image,Host -f json');
    const [server] = resources;
    assert.equal(server?.name, 'server');
    for (const field of fieldsOf(JSON.parse(stdout), 'list')) assert.ok(server && findField(server, field), field);
  });

  it('and no list of them names what does not print', () => {
    const all = new Set((reading as readonly Shown[]).map(key));
    const more = resources.flatMap(({ printedBy }) => printedBy.map((one) => one.replace(/ --.*/, '')));
    assert.deepEqual(
      more.filter((one) => !all.has(one) && one !== 'stackline links list'),
      [],
    );
  });

  it('in a sentence or two, once', () => {
    for (const { name, fields } of resources) {
      const lines = fields.split('\n').filter((line) => line !== '');
      const all = ownFields({ name, printedBy: [], fields });
      assert.equal(all.length, lines.length, `${name}: a line that is none: ${lines.find((line) => !/: /.test(line))}`);
      assert.equal(new Set(all.map((field) => field.name)).size, all.length, name);
      for (const { meaning } of all) assert.match(meaning, /\.$/, `${name}: ${meaning}`);
    }
    const names = resources.flatMap(({ name, aliases }) => [name, ...(aliases?.split(' ') ?? [])]);
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) < at),
      [],
    );
  });
});

describe('stackline explain', () => {
  const lines: readonly (readonly [string, string])[] = [
    ['server.status', 'server.status'],
    ['servers.Task_State', 'server.OS-EXT-STS:task_state'],
    ['server.locked', 'server.locked'],
    ['volume.status', 'volume.status'],
    ['port.binding:vif_type', 'port.binding:vif_type'],
    ['net.router:external', 'network.router:external'],
    ['image.created_at', 'image.created_at'],
  ];
  for (const [asked, field] of lines) {
    it(asked, async () => {
      const { stdout, code, requests } = await stackline(`explain ${asked} -f json`);
      const [row] = JSON.parse(stdout);
      assert.deepEqual([row.Field, code, requests], [field, 0, []]);
      assert.ok(row.Meaning.length > 20);
    });
  }

  it('says since when, and suggests', async () => {
    assert.equal((await stackline('explain server.locked -f value -c Since')).stdout, '2.9\n');
    const field = await stackline('explain server.statsu');
    assert.equal(field.stderr, "A server has no field 'statsu'.\nDid you mean 'stackline explain server.status'?\n");
    const thing = await stackline('explain sever');
    assert.equal(thing.stderr, "Nothing is called 'sever'.\nDid you mean 'stackline explain server'?\n");
    assert.deepEqual([field.code, thing.code], [2, 2]);
  });

  it('lists all fields of a thing, and all things', async () => {
    assert.ok((await stackline('explain server -f value -c Field')).stdout.split('\n').length > 40);
    assert.match((await stackline('explain -f value -c Field')).stdout, /^hypervisor$/m);
  });
});
