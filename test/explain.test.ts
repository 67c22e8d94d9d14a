import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadApplet, loadCommand } from '../src/cli/applets.js';
import { namesOf } from '../src/command/manifest.js';
import { findField, ownFields, resources } from '../src/explain/index.js';
import { stackline } from './support/stackline.js';

/* What is printed is explained: the fields are those that commands print of the embedded cloud. */

/** Lists and shows that have a shape of their own for each thing, or whose fields are names that users gave. */
const FREE = [
  ...['nova quota-show', 'nova quota-class-show', 'cinder quota-show', 'neutron quota-show', 'neutron quota-list'],
  ...['nova floating-ip-pool-list', 'nova server-tag-list', 'cinder metadata-show', 'cinder image-metadata-show'],
  ...['cinder snapshot-metadata-show', 'cinder quota-class-show', 'neutron quota-default-show'],
];

/** Of things that no cloud of today has. */
const RETIRED =
  /^(nova (baremetal|cell|cloudpipe|dns|network-show|tenant-network|zone)|neutron (cisco|queue|net-gateway))/;

/** The fields that a command prints: the head of a list, the fields of the first thing of its list. */
async function printed(command: string): Promise<readonly string[]> {
  const [applet = '', verb = ''] = command.split(' ');
  const { shows, arguments: args, options } = await loadCommand(applet, verb);
  if (shows === 'list') {
    const needs = [...Object.values(args), ...Object.values(options)].some(({ required }) => required);
    const { stdout } = needs ? { stdout: '' } : await stackline(`${command} -f csv`);
    return [...(stdout.split('\n')[0] ?? '').matchAll(/"([^"]*)"/g)].map(([, title = '']) => title);
  }
  const noun = verb.replace(/-?(show|get)$/, '');
  const all = await stackline(`${applet} ${noun === '' ? 'list --all-tenants' : `${noun}-list`} -f json`);
  const [first] = all.code === 0 ? (JSON.parse(all.stdout) as Record<string, unknown>[]) : [];
  if (first === undefined) return [];
  const id = String(first.ID ?? first.Id ?? first.id ?? Object.values(first)[0]);
  const one = await stackline([applet, verb, id, '-f', 'json']);
  return one.code === 0 ? Object.keys(JSON.parse(one.stdout)) : [];
}

describe('every field', () => {
  for (const resource of resources) {
    it(`of ${resource.name} that is printed is explained`, async () => {
      const commands = resource.printedBy.filter((command) => /^\S+ [\w-]+$/.test(command));
      const fields = (await Promise.all(commands.map(async (one) => printed(one)))).flat();
      const unknown = fields.filter((name) => findField(resource, name) === undefined);
      assert.deepEqual([...new Set(unknown)], []);
    });
  }

  it('is explained for all lists and shows that have fields of their own', async () => {
    const explained = resources.flatMap(({ printedBy }) => printedBy);
    const missing: string[] = [];
    for (const applet of ['nova', 'keystone', 'glance', 'cinder', 'neutron']) {
      for (const verb of namesOf((await loadApplet(applet)).commands)) {
        const command = `${applet} ${verb}`;
        if (!/^(list|show|.*-(list|show))$/.test(verb) || explained.includes(command)) continue;
        const { change, shows, arguments: args } = await loadCommand(applet, verb);
        const isOfOne = shows === 'list' && Object.values(args).some(({ required }) => required);
        if (change !== undefined || isOfOne || shows === 'sections') continue;
        if (!FREE.includes(command) && !RETIRED.test(command)) missing.push(command);
      }
    }
    assert.deepEqual(missing, []);
  });

  it('is a sentence or two, and stands once', () => {
    for (const { name, fields } of resources) {
      const lines = fields.split('\n').filter((line) => line !== '');
      const all = ownFields({ name, printedBy: [], fields });
      assert.equal(all.length, lines.length, `${name}: a line that is none: ${lines.find((line) => !/: /.test(line))}`);
      assert.equal(new Set(all.map((field) => field.name)).size, all.length, name);
      for (const { meaning } of all) assert.match(meaning, /\.$/, `${name}: ${meaning}`);
    }
    assert.equal(new Set(resources.map(({ name }) => name)).size, resources.length);
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
