import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkMany } from '../../src/app/many-clouds/asked-clouds.js';
import { readsOnly } from '../../src/app/many-clouds/host-of.js';
import { applets, loadApplet, loadCommand, olderApplets, ownApplet } from '../../src/cli/applets.js';
import { globalOptions } from '../../src/cli/globals.js';
import { parse } from '../../src/cli/parse.js';
import { namesOf } from '../../src/command/manifest.js';
import { UsageError } from '../../src/core/errors.js';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { begin, end, manyClouds, passwordOf, until } from '../support/many-clouds.js';
import { memoryStore } from '../support/sessions.js';
import { response } from '../support/transports.js';

/** The cells of a line of a table, with commas between them. */
const cells = (line: string): string =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
    .join(',');

const cloudsOf = (csv: string): readonly string[] => [
  ...new Set(
    csv
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0] ?? ''),
  ),
];

describe('several clouds', () => {
  it('are all begun before any has answered, and shown in the typed order, whichever answers first', async () => {
    const clouds = manyClouds({ a: 'held', b: 'held', c: 'held' });
    const run = begin('flavor-list --os-cloud c,a,b -f csv --quote minimal', clouds);
    await until(() => clouds.sent.size === 3);
    assert.equal(run.stdout(), '');
    clouds.release('b');
    clouds.release('a');
    await until(() => clouds.sent.get('a')?.at(-1)?.method === 'GET' && clouds.sent.get('b')?.at(-1)?.method === 'GET');
    assert.equal(run.stdout(), '', 'what is typed first is shown first');
    clouds.release('c');
    assert.equal(await run.code, 0);
    assert.deepEqual(cloudsOf(run.stdout()), ['c', 'a', 'b']);
    assert.match(run.stdout(), /^Cloud,Region,ID,Name,/);
    assert.match(run.stdout(), /^c,RegionOne,1,m1\.tiny,/m);
  });

  it('show the rows of the first one while the next one says nothing', async () => {
    const clouds = manyClouds({ a: 'good', b: 'held' });
    const run = begin('keystone tenant-list --all-clouds -f csv --quote minimal', clouds);
    await until(() => run.stdout().includes('a,RegionOne,'));
    assert.deepEqual(cloudsOf(run.stdout()), ['a']);
    clouds.release('b');
    assert.equal(await run.code, 0);
    assert.deepEqual(cloudsOf(run.stdout()), ['a', 'b']);
  });

  it('are asked eight at a time', async () => {
    const names = Array.from({ length: 11 }, (_, at) => `c${at}`);
    const clouds = manyClouds(Object.fromEntries(names.map((name) => [name, 'held'])));
    const run = begin('keystone tenant-list --all-clouds -f csv', clouds);
    await until(() => clouds.sent.size === 8);
    for (let count = 0; count < 100; count += 1) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([...clouds.sent.keys()], names.slice(0, 8));
    clouds.release('c5');
    await until(() => clouds.sent.size === 9);
    for (const name of names) clouds.release(name);
    assert.equal(await run.code, 0);
    assert.deepEqual(
      cloudsOf(run.stdout()),
      names.map((name) => `"${name}"`),
    );
  });

  it('fail alone: one line, exit code 6, and the rows of the others', async () => {
    const clouds = manyClouds({ a: 'good', b: 'dead', c: 'good' });
    const { code, stdout, stderr } = await end('flavor-list --all-clouds -f value -c ID', clouds);
    assert.equal(code, 6);
    assert.equal(stderr, 'stackline: cloud b: Unable to establish connection: Connection refused\n');
    assert.match(stdout, /^(a RegionOne \d+\n)+(c RegionOne \d+\n)+$/);
  });

  it('that all fail say nothing on standard output: nothing was read', async () => {
    for (const format of ['table', 'json', 'csv', 'yaml', 'ndjson', 'value']) {
      const clouds = manyClouds({ a: 'dead', b: 'dead' });
      const { code, stdout, stderr } = await end(`list --all-clouds -f ${format}`, clouds);
      assert.deepEqual([code, stdout], [1, ''], format);
      assert.equal(stderr.split('\n').length, 3);
    }
  });

  it('give a name that is none of them a line of its own', async () => {
    const { code, stderr } = await end('flavor-list --os-cloud a,nosuch', manyClouds({ a: 'good' }));
    assert.deepEqual([code, stderr], [6, 'stackline: cloud nosuch: Cloud nosuch was not found.\n']);
  });

  it('end at --deadline with what has come by then', async () => {
    const clouds = manyClouds({ a: 'good', silent: 'held' });
    const { code, stdout, stderr } = await end('flavor-list --all-clouds --deadline 1 -f csv --quote minimal', clouds);
    assert.equal(stderr, 'stackline: cloud silent: no answer within 1 s (--deadline)\n');
    assert.equal(code, 6);
    assert.deepEqual(cloudsOf(stdout), ['a']);
  });
});

describe('what belongs to one cloud', () => {
  it('never goes to another one: tokens, passwords and whatever else is secret', async () => {
    const names = ['a', 'b', 'c'];
    const clouds = manyClouds({ a: 'good', b: 'good', c: 'good' });
    const { code } = await end('list --all-tenants --all-clouds -f csv', clouds);
    assert.equal(code, 0);
    const tokens = new Map<string, string>();
    for (const name of names) {
      const requests = clouds.sent.get(name) ?? [];
      const own = new Set(requests.flatMap(({ headers }) => headers['x-auth-token'] ?? []));
      assert.equal(own.size, 1, `${name} was asked with one token`);
      for (const token of own) {
        assert.ok(!tokens.has(token), 'each has a token of its own');
        tokens.set(token, name);
      }
    }
    for (const name of names) {
      const all = JSON.stringify(clouds.sent.get(name));
      assert.ok(all.includes(passwordOf(name)));
      for (const [token, owner] of tokens) if (owner !== name) assert.ok(!all.includes(token));
      for (const other of names) if (other !== name) assert.ok(!all.includes(passwordOf(other)));
    }
  });

  it('is asked for once: of two clouds without a password one is asked about', async () => {
    const clouds = manyClouds({ a: 'good', b: 'good', c: 'good' });
    const questions: string[] = [];
    const { code, stderr } = await end('flavor-list --all-clouds -f csv', clouds, {
      isTTY: true,
      without: ['a', 'c'],
      askPassword: async (question) => {
        questions.push(question);
        return passwordOf('a');
      },
    });
    assert.deepEqual(questions, ['cloud a: OS Password: ']);
    assert.equal(code, 6);
    assert.match(stderr, /^stackline: cloud c: it needs a password, and the question of this run was for cloud a/);
    assert.equal(clouds.sent.get('c'), undefined);
  });

  it('is not taken from an option, which would send it to all', async () => {
    for (const words of [
      '--os-password x',
      '--os-token x',
      '--os-auth-url http://a.example.com',
      '--os-password-stdin',
    ]) {
      const clouds = manyClouds({ a: 'good', b: 'good' });
      const { code, stderr } = await end(`list --all-clouds ${words}`, clouds);
      assert.equal(code, 2, words);
      assert.match(stderr, /not allowed with --os-.*: each has its own/);
      assert.equal(clouds.sent.size, 0);
    }
  });
});

describe('in every format', () => {
  const clouds = () => manyClouds({ a: 'good', b: 'good' });

  it('rows begin with the cloud and the region, whatever -c picks', async () => {
    const json = await end('flavor-list --all-clouds -f json -c Name', clouds());
    const rows = JSON.parse(json.stdout) as Record<string, unknown>[];
    assert.deepEqual(Object.keys(rows[0] ?? {}), ['Cloud', 'Region', 'Name']);
    assert.deepEqual([...new Set(rows.map((row) => row.Cloud))], ['a', 'b']);
    const ndjson = await end('flavor-list --all-clouds -f ndjson -c Name', clouds());
    assert.deepEqual(
      ndjson.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
      rows,
    );
    const yaml = await end('flavor-list --all-clouds -f yaml -c Name', clouds());
    assert.match(yaml.stdout, /^- Cloud: a\n {2}Name: m1\.tiny\n {2}Region: RegionOne\n/);
    const table = await end('flavor-list --all-clouds -c Name', clouds());
    assert.match(table.stdout, /^\| Cloud \| Region {4}\| Name {6}\|$/m);
    assert.match(table.stdout, /^\| b {5}\| RegionOne \| m1\.tiny {3}\|$/m);
    const only = await end('flavor-list --all-clouds -f value -c Cloud', clouds());
    assert.match(only.stdout, /^(a RegionOne\n)+(b RegionOne\n)+$/);
  });

  it('each cloud has its rows in the order in which a call to it alone shows them, in every format', async () => {
    for (const line of [
      'list --all-tenants -c Name -c ID',
      'keystone role-list',
      'cinder list --all-tenants -c ID',
      'neutron port-list -c id',
      'nova-manage service list -c Host -c Binary',
    ]) {
      const alone = await end(`${line} -f csv --quote minimal --os-cloud a`, clouds());
      const [, ...rows] = alone.stdout.trimEnd().split('\n');
      for (const format of ['csv', 'value', 'json', 'table']) {
        const quoting = format === 'csv' ? ' --quote minimal' : '';
        const { stdout } = await end(`${line} -f ${format} --os-cloud b,a${quoting}`, clouds());
        const rowsOf = {
          json: () => (JSON.parse(stdout) as object[]).map((row) => Object.values(row).join(',')),
          table: () => stdout.split('\n').flatMap((one) => (/^\| +[ab] /.test(one) ? cells(one) : [])),
        };
        const shown =
          format === 'json' || format === 'table'
            ? rowsOf[format]()
            : stdout.split('\n').filter((one) => /^[ab][ ,]/.test(one));
        const expected = ['b', 'a'].flatMap((name) => rows.map((row) => `${name},RegionOne,${row}`));
        const plain = (text: string): string => text.replaceAll(' ', ',');
        assert.deepEqual(shown.map(plain), expected.map(plain), `${line} -f ${format}`);
      }
    }
  });

  it('--limit is for all of them together, and --raw and --query see where an object comes from', async () => {
    const limited = await end('flavor-list --all-clouds --limit 6 -f value -c ID', clouds());
    assert.match(limited.stdout, /^(a RegionOne \d\n){5}b RegionOne \d\n$/);
    for (const line of ['flavor-list --max-items 3 -c ID', 'list --all-tenants --limit 3 -c Status']) {
      const sorted = await end(`${line} --all-clouds -f value --sort-column Cloud --sort-descending`, clouds());
      assert.match(sorted.stdout, /^(b RegionOne \w+\n){3}$/, line);
    }
    const raw = await end('flavor-list --all-clouds --raw', clouds());
    const rows = JSON.parse(raw.stdout) as Record<string, unknown>[];
    assert.deepEqual(Object.keys(rows[0] ?? {}).slice(0, 4), ['Cloud', 'Region', 'id', 'name']);
    assert.deepEqual([...new Set(rows.map(({ Cloud }) => Cloud))], ['a', 'b']);
    const query = await end('flavor-list --all-clouds --query [?name==`m1.tiny`].Cloud --noindent', clouds());
    assert.equal(query.stdout, '["a", "b"]\n');
    const one = await end('flavor-show m1.tiny --all-clouds --query [].[Cloud,ram] -f ndjson', clouds());
    assert.equal(one.stdout, '["a", 512]\n["b", 512]\n');
    const failed = await end('flavor-list --all-clouds --raw -f ndjson', manyClouds({ a: 'dead', b: 'good' }));
    assert.equal(failed.code, 6);
    assert.match(failed.stdout, /^(\{"Cloud": "b", .*\}\n)+$/);
  });

  it('on a terminal they are one table, as wide as what is in it', async () => {
    const { stdout } = await end(
      'flavor-list --all-clouds -c Name',
      manyClouds({ a: 'good', 'a-longer-name': 'good' }),
      {
        isTTY: true,
      },
    );
    assert.match(stdout, /^[│|] a-longer-name [│|] RegionOne [│|] m1\.tiny +[│|]$/m);
    const rows = stdout.split('\n').filter((row) => /^[│|] a/.test(row));
    assert.equal(rows.length, 10);
  });

  it('an unknown column is told of with what was meant', async () => {
    const { code, stderr, stdout } = await end('list --all-clouds -c +Statsu', clouds());
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(
      stderr,
      /^stackline: cloud a: No recognized column names in \['Statsu'\]\..* Did you mean 'status'\?$/m,
    );
  });

  it('are sorted all together where that is asked for', async () => {
    const { stdout } = await end('flavor-list --all-clouds -f value -c ID --sort-column ID', clouds());
    assert.match(stdout, /^a RegionOne 1\nb RegionOne 1\n/);
    const down = await end('flavor-list --all-clouds -f value -c ID --sort-column Cloud --sort-descending', clouds());
    assert.match(down.stdout, /^(b RegionOne \d+\n)+(a RegionOne \d+\n)+$/);
  });

  it('one thing is a table for each cloud, and a row for each for machines', async () => {
    const table = await end('flavor-show m1.tiny --all-clouds', clouds());
    assert.match(table.stdout, /\| Cloud +\| a +\|\n\| Region +\| RegionOne +\|\n[\s\S]*\| Cloud +\| b +\|/);
    const json = await end('flavor-show m1.tiny --all-clouds -f json', clouds());
    const rows = JSON.parse(json.stdout) as Record<string, unknown>[];
    assert.deepEqual(
      rows.map(({ Cloud, Region, name, ram }) => [Cloud, Region, name, ram]),
      ['a', 'b'].map((name) => [name, 'RegionOne', 'm1.tiny', 512]),
    );
    for (const columns of ['-c name', '-c name,ram', '-c ram -c +name']) {
      const csv = await end(`flavor-show m1.tiny --all-clouds -f csv --quote minimal ${columns}`, clouds());
      const titles = columns.replace(/-c |\+/g, '').split(/[ ,]/);
      const cells = titles.map((title) => (title === 'name' ? 'm1.tiny' : '512')).join(',');
      assert.equal(csv.stdout, `Cloud,Region,${titles}\na,RegionOne,${cells}\nb,RegionOne,${cells}\n`, columns);
    }
  });

  it('tables under one another stand cloud by cloud', async () => {
    const { stdout, code } = await end('keystone catalog --service image --all-clouds -f json', clouds());
    assert.equal(code, 0);
    const all = Object.values(JSON.parse(stdout) as Record<string, Record<string, unknown>[]>).flat();
    assert.deepEqual(
      all.map(({ Cloud }) => Cloud),
      ['a', 'b'],
    );
  });
});

describe('all regions', () => {
  /** A cloud whose catalogue has each service in a second region, too, but for the compute service in a third one. */
  const inRegions = (name: string): Transport => {
    const cloud = simulate({ publicUrl: `http://${name}.example.com` });
    return async (request) => {
      const answer = await cloud(request);
      if (!request.url.endsWith('/tokens')) return answer;
      let text = '';
      for await (const chunk of answer.body) text += Buffer.from(chunk).toString();
      const login = JSON.parse(text);
      for (const service of login.access.serviceCatalog) {
        const [endpoint] = service.endpoints;
        service.endpoints.unshift({ ...endpoint, region: 'West' });
        if (service.type !== 'compute') service.endpoints.push({ ...endpoint, region: 'Far' });
      }
      return response(200, login);
    };
  };

  it('are those of the service, in the order of the catalogue', async () => {
    const clouds = manyClouds({ a: 'good' }, inRegions);
    const { stdout, code } = await end('flavor-list --os-cloud a --all-regions -f csv --quote minimal', clouds);
    assert.equal(code, 0);
    const regions = [
      ...new Set(
        stdout
          .split('\n')
          .slice(1, -1)
          .map((line) => line.split(',').slice(0, 2).join(' ')),
      ),
    ];
    assert.deepEqual(regions, ['a West', 'a RegionOne']);
  });

  it('have names of their own for the same ids, however short it is since the others were asked', async () => {
    const logins = memoryStore();
    const textOf = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
      let text = '';
      for await (const chunk of body) text += Buffer.from(chunk).toString();
      return text;
    };
    /** Its services are at another place in its western region, where flavors of the same ids have other names. */
    const flavors = (name: string): Transport => {
      const cloud = inRegions(name);
      return async (request) => {
        const answer = await cloud({ ...request, url: request.url.replace('/west/', '/') });
        if (/\/tokens$/.test(request.url)) {
          const login = JSON.parse(await textOf(answer.body));
          for (const { endpoints } of login.access.serviceCatalog) {
            for (const endpoint of endpoints.filter(({ region }: { region: string }) => region === 'West')) {
              endpoint.publicURL = endpoint.publicURL.replace('.com/', '.com/west/');
            }
          }
          return response(200, login);
        }
        if (!/\/west\/.*\/flavors/.test(request.url)) return answer;
        return response(200, JSON.parse((await textOf(answer.body)).replaceAll('m1.', 'west.')));
      };
    };
    const ask = (region: string) =>
      end(
        `list --all-tenants -c Flavor, -f value --os-cloud a --os-region-name ${region}`,
        manyClouds({ a: 'good' }, flavors),
        { logins },
      );
    const [west, east] = [await ask('West'), await ask('RegionOne')];
    assert.match(west.stdout, /^west\.tiny$/m, west.stderr);
    assert.match(east.stdout, /^m1\.tiny$/m, east.stderr);
  });

  it('are not asked beside one that is named', async () => {
    const { code, stderr } = await end(
      'list --os-cloud a --all-regions --os-region-name West',
      manyClouds({ a: 'good' }),
    );
    assert.equal(code, 2);
    assert.match(stderr, /argument --all-regions: not allowed with argument --os-region-name/);
  });
});

describe('every command', () => {
  it('that shows lists or things takes several clouds, and none that changes something', async () => {
    let many = 0;
    for (const applet of [...Object.keys(applets), ...Object.keys(olderApplets), ownApplet]) {
      const { commands, client } = await loadApplet(applet);
      const globals = globalOptions(client.globals);
      if (!('allClouds' in globals)) continue;
      const typed = parse({ options: {}, arguments: {}, globals }, ['--all-clouds'], {});
      for (const name of namesOf(commands)) {
        const command = await loadCommand(applet, name);
        const isRead = command.change === undefined && ['list', 'show', 'sections'].includes(command.shows);
        if (isRead) {
          many += 1;
          checkMany(command, typed.globals);
          continue;
        }
        assert.throws(() => checkMany(command, typed.globals), UsageError, `${applet} ${name}`);
      }
    }
    assert.ok(many > 250, `${many}`);
  });

  it('sends nothing that could change a cloud, even if it wanted to', async () => {
    const sent: string[] = [];
    const guarded = readsOnly(async (request) => {
      sent.push(request.method);
      return response(200);
    });
    const url = 'http://a.example.com/servers';
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      await assert.rejects(guarded({ method, url, headers: {} }), /nothing is changed/);
    }
    await guarded({ method: 'GET', url, headers: {} });
    await guarded({ method: 'POST', url, headers: {}, safe: true });
    assert.deepEqual(sent, ['GET', 'POST']);
  });
});
