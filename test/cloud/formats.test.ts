/** `-f`, `-c` and `--sort-column`: the bytes of cliff, wherever `openstack` has a command with the same columns. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { zed } from './clouds.js';
import { homely, program, type Result, run, withDirectory, words } from './processes.js';
import { runWarm } from './warm-peers/warm.js';

const cloud = await zed();

async function both(ours: string, theirs: string): Promise<[Result, Result]> {
  return await withDirectory(async (home) => {
    const argv = [...program, ...words(ours)];
    return await Promise.all([
      run(argv, homely(cloud.env, join(home, 'ours')), home),
      runWarm(['/usr/bin/openstack', ...words(theirs)], homely(cloud.env, join(home, 'peer')), home),
    ]);
  });
}

function same(ours: string, theirs: string, rename: (text: string) => string = (text) => text): void {
  test(`stackline ${ours} = openstack ${theirs}`, async () => {
    const [our, their] = await both(ours, theirs);
    assert.equal(our.code, their.code, `${our.stderr}\n${their.stderr}`);
    assert.ok(their.stdout.length > 10, 'openstack lists something');
    assert.equal(our.stdout, rename(their.stdout));
    assert.equal(our.stderr, '');
  });
}

// Ours come in the order of nova's table, theirs in the server's, unless both are told one.
const sorted = '--sort-column Name --sort-column ID';
const list = 'list --all-tenants';
const serverList = 'server list --all-projects';

for (const format of ['csv', 'json', 'yaml', 'value']) {
  same(
    `${list} -f ${format} -c ID -c Name -c Status ${sorted}`,
    `${serverList} -f ${format} -c ID -c Name -c Status ${sorted}`,
  );
  same(
    `nova ${list} -c Status -c Name -f ${format} ${sorted}`,
    `${serverList} -c Status -c Name -f ${format} ${sorted}`,
  );
  same(`list -f ${format} -c Name --sort-column Name`, `server list -f ${format} -c Name --sort-column Name`);
}
same(
  `${list} -f csv -c Name -c Status --sort-column Status --sort-column Name`,
  `${serverList} -f csv -c Name -c Status --sort-column Status --sort-column Name`,
);
same(`${list} -f csv --quote all -c Name ${sorted}`, `${serverList} -f csv --quote all -c Name ${sorted}`);
same('show bastion -f json -c id -c name -c status', 'server show bastion -f json -c id -c name -c status');
same('show bastion -f yaml -c id -c name -c status', 'server show bastion -f yaml -c id -c name -c status');
same('show bastion -f value -c id -c name', 'server show bastion -f value -c id -c name');

// keystone's columns have small letters; the values are the same.
const small = (names: readonly string[]) => (text: string) =>
  names.reduce(
    (all, name) => all.replaceAll(new RegExp(`^(["\\s{,-]*)${name}(?=["\\s:,])`, 'gm'), `$1${name.toLowerCase()}`),
    text,
  );

for (const format of ['json', 'yaml', 'value']) {
  same(
    `service-list -f ${format} -c id -c name -c type -c description --sort-column name --sort-column id`,
    `service list --long -f ${format} -c ID -c Name -c Type -c Description --sort-column Name --sort-column ID`,
    format === 'value' ? undefined : small(['ID', 'Name', 'Type', 'Description']),
  );
}
same('service-list -f value -c name --sort-column name', 'service list -f value -c Name --sort-column Name');

test('service-list -f csv has the rows of openstack service list', async () => {
  const [our, their] = await both(
    'service-list -f csv -c id -c name -c type --sort-column name --sort-column id',
    'service list -f csv --sort-column Name --sort-column ID',
  );
  assert.equal(our.code, 0, our.stderr);
  const [header, ...rows] = our.stdout.split('\n');
  assert.match(header ?? '', /^"id","name","type"\r?$/);
  assert.deepEqual(rows, their.stdout.split('\n').slice(1));
});

interface TheirEndpoint {
  readonly ID: string;
  readonly Region: string;
  readonly 'Service Name': string;
  readonly Interface: string;
  readonly URL: string;
}

test('endpoint-list over v3 shows every URL that openstack endpoint list shows', async () => {
  const [our, their] = await both('endpoint-list -f json', 'endpoint list -f json');
  assert.equal(our.code, 0, our.stderr);
  const rows = JSON.parse(our.stdout) as Record<string, unknown>[];
  const theirs = JSON.parse(their.stdout) as TheirEndpoint[];
  assert.equal(theirs.length, 24);
  const services = new Map(theirs.map((endpoint) => [endpoint['Service Name'], endpoint.Region]));
  assert.equal(rows.length, services.size, 'a row for each service and region');
  for (const { Region, Interface, URL, ID } of theirs) {
    const row = rows.find((candidate) => candidate[`${Interface}url`] === URL && candidate.region === Region);
    assert.ok(row !== undefined, `${Interface} ${URL} (${ID})`);
  }
  const ids = new Set(theirs.map(({ ID }) => ID));
  for (const { id } of rows) assert.ok(ids.has(String(id)), `${id} is the id of an endpoint`);
});

for (const verb of ['list', 'service-list']) {
  test(`${verb} -c with a column that is not there fails and names those that are`, async () => {
    const [our, their] = await both(
      `${verb} -c Nope`,
      verb === 'list' ? 'server list -c Nope' : 'service list -c Nope',
    );
    assert.equal(our.code, their.code, our.stderr);
    assert.equal(our.stdout, '');
    assert.match(our.stderr, /No recognized column names in \['Nope'\]\. Recognized columns are \(/);
  });
}
