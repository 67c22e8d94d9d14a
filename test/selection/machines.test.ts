import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { tokenFiles } from '../../src/storage/token-files.js';
import { memoryStore } from '../support/sessions.js';
import { stackline } from '../support/stackline.js';

/** The embedded cloud, in which the list of servers is this text. */
const withServers = (text: string): Transport => {
  const cloud = simulate();
  return async (request: HttpRequest) => {
    if (!/\/servers\/detail/.test(request.url)) return cloud(request);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: [Buffer.from(text)] as never };
  };
};

describe('--raw', () => {
  it("gives the API's own objects, each number with its digits", async () => {
    const servers =
      '[{"id": "a", "name": "x", "big": 12345678901234567890, "half": 1.50, "tiny": 1e-7, "of": {"x": [1.0, -0.0]}}]';
    const { stdout, code } = await stackline('nova list --raw --noindent', {
      transport: withServers(`{"servers": ${servers}}`),
    });
    assert.equal(code, 0);
    // As Python's json prints a float, which is how all JSON is written here.
    assert.equal(stdout, `${servers.replace('1.50', '1.5').replace('1e-7', '1e-07')}\n`);
  });

  it('is a list also when there is nothing, and one object a line where that is asked for', async () => {
    const none = { transport: withServers('{"servers": []}') };
    assert.equal((await stackline('nova list --raw', none)).stdout, '[]\n');
    assert.equal((await stackline('nova list --raw -f ndjson', none)).stdout, '');
    const lines = (await stackline('nova list --all-tenants --raw -f ndjson')).stdout.trimEnd().split('\n');
    assert.ok(lines.length > 5);
    for (const line of lines) assert.ok('OS-EXT-STS:vm_state' in JSON.parse(line));
    const indented = (await stackline('nova list --all-tenants --raw')).stdout;
    assert.deepEqual(
      JSON.parse(indented),
      lines.map((line) => JSON.parse(line)),
    );
  });

  it('gives what was sent even where a command shows something else of it', async () => {
    const user = JSON.parse(
      (await stackline('keystone user-list --raw', { env: { OS_AUTH_URL: 'http://cloud.example.com:5000/v3' } }))
        .stdout,
    )[0];
    assert.ok('domain_id' in user && 'links' in user, Object.keys(user).join());
    const network = JSON.parse((await stackline('neutron net-list --raw')).stdout)[0];
    assert.match(network.subnets[0], /^[0-9a-f-]{36}$/);
    const shown = JSON.parse((await stackline('nova show batch-01 --raw')).stdout);
    assert.ok(shown.flavor.links !== undefined && shown.name === 'batch-01');
  });

  it('is what is shown where no object of an API has come', async () => {
    for (const line of ['keystone token-get', 'swift stat', 'whoami']) {
      const [raw, shown] = [await stackline(`${line} --raw`), await stackline(`${line} -f json`)];
      assert.deepEqual(Object.keys(JSON.parse(raw.stdout)), Object.keys(JSON.parse(shown.stdout)), line);
    }
    const doctor = await stackline('doctor --raw');
    assert.deepEqual(JSON.parse(doctor.stdout), JSON.parse((await stackline('doctor -f json')).stdout));
  });

  it('ends as the list itself does', async () => {
    const cloud = simulate();
    const transport: Transport = async (request) => {
      if (/8776/.test(request.url)) throw new Failure('Connection refused');
      return cloud(request);
    };
    const [plain, raw] = [await stackline('services', { transport }), await stackline('services --raw', { transport })];
    assert.deepEqual([plain.code, raw.code], [6, 6]);
  });

  it('is of use only in JSON', async () => {
    const { code, stderr } = await stackline('nova list --raw -f csv');
    assert.equal(code, 2);
    assert.match(stderr, /argument --raw: without effect on -f csv, only on -f json, -f ndjson/);
  });
});

describe('--query', () => {
  it('is asked about the whole list, or about one thing', async () => {
    const { stdout } = await stackline(['nova', 'list', '--all-tenants', '--query', "[?status=='ERROR'].name | [0]"]);
    assert.equal(stdout, '"batch-02"\n');
    assert.equal((await stackline(['nova', 'show', 'batch-02', '--query', 'status'])).stdout, '"ERROR"\n');
    const both = await stackline(['nova', 'list', '--all-tenants', '--where', 'status=ERROR', '--query', 'length(@)']);
    assert.equal(both.stdout, '1\n');
  });

  it('is refused before anything is asked where it is none', async () => {
    const { code, stderr, requests } = await stackline(['nova', 'list', '--query', '[?']);
    assert.deepEqual([code, requests], [1, []]);
    assert.match(stderr, /--query: /);
  });
});

describe('--max-items and --limit', () => {
  it('ask for no more than is wanted', async () => {
    const { requests, stdout } = await stackline('nova list --all-tenants --max-items 3 -f value -c id,');
    assert.equal(stdout.split('\n').length, 4);
    assert.match(requests.at(-1) ?? '', /all_tenants=1&limit=3$/);
    const ports = await stackline('neutron port-list --max-items 2 -f value -c id,');
    assert.equal(ports.stdout.split('\n').length, 3);
    assert.equal(ports.requests.filter((one) => /ports/.test(one)).length, 1);
    assert.match(ports.requests.at(-1) ?? '', /limit=2/);
  });

  it('stop at the page on which there are enough', async () => {
    const paged = { sim: { pageSize: 2 } };
    const all = await stackline('nova list --all-tenants', paged);
    const pages = (requests: readonly string[]) => requests.filter((one) => /servers\/detail/.test(one)).length;
    assert.ok(pages(all.requests) > 4);
    const few = await stackline('nova list --all-tenants --max-items 3', paged);
    assert.equal(pages(few.requests), 2);
    const found = await stackline(['nova', 'list', '--all-tenants', '--where', 'name~.', '--limit', '2'], paged);
    assert.equal(pages(found.requests), 1);
  });

  it('with --sort-column they are the first of the order', async () => {
    const names = JSON.parse((await stackline('nova list --all-tenants --raw')).stdout).map(
      (one: { name: string }) => one.name,
    );
    const { stdout } = await stackline('nova list --all-tenants --sort-column Name --max-items 3 -f value -c Name');
    assert.deepEqual(stdout.trimEnd().split('\n'), [...names].sort().slice(0, 3));
  });
});

describe('--sort-column', () => {
  it('takes any field; numbers are numbers', async () => {
    const { stdout } = await stackline('nova flavor-list --sort-column ram --sort-descending -f value -c ram,');
    const numbers = stdout.trimEnd().split('\n').map(Number);
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => b - a),
    );
    assert.ok(new Set(numbers).size > 2);
  });

  it('sorts by a field that is not shown, and by names', async () => {
    const { stdout } = await stackline('nova list --all-tenants --sort-column Project -c name,Project -f csv');
    const projects = stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').at(-1));
    assert.deepEqual(projects, projects.toSorted());
    const created = await stackline('nova list --all-tenants --sort-column created -f value -c id,');
    const raw = JSON.parse((await stackline('nova list --all-tenants --raw')).stdout) as {
      id: string;
      created: string;
    }[];
    const first = raw.toSorted((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0))[0];
    assert.equal(created.stdout.split('\n')[0], first?.id);
  });
});

describe('names that are joined', () => {
  it('are kept with the login for a minute', async () => {
    const logins = memoryStore();
    const transport = simulate();
    let at = 1e12;
    const lists = async () =>
      (await stackline('nova list --all-tenants -C Project', { logins, transport, now: () => at })).requests.filter(
        (one) => /\/v2.0\/tenants$/.test(one),
      ).length;
    assert.deepEqual([await lists(), await lists()], [1, 0]);
    at += 61_000;
    assert.equal(await lists(), 1);
    at -= 120_000;
    assert.equal(await lists(), 1, 'a time that is still to come is no time at which something was kept');
  });

  it('are in files of their owner alone, that tell nothing by their names', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'names-'));
    try {
      const place = { path: join(directory, 'logins'), within: directory };
      const logins = tokenFiles(place, process.geteuid?.());
      assert.equal((await stackline('nova list --all-tenants -C Project', { logins })).code, 0);
      const files = readdirSync(place.path).filter((name) => name.endsWith('.json'));
      const names = files.filter((name) => readFileSync(join(place.path, name), 'utf8').includes('"names"'));
      assert.equal(names.length, 1);
      for (const name of names) {
        assert.match(name, /^[0-9a-f]{64}\.json$/);
        assert.equal(statSync(join(place.path, name)).mode & 0o777, 0o600);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('are not kept where no login is', async () => {
    const logins = memoryStore();
    await stackline('nova list --all-tenants -C Project --no-cache', { logins });
    assert.equal(logins.all().length, 0);
  });

  it('where they cannot be had, ids are shown, and that is said', async () => {
    const cloud = simulate();
    const transport: Transport = async (request) =>
      /\/users$/.test(request.url)
        ? { status: 403, headers: {}, body: [Buffer.from('{"error": {"message": "no", "code": 403}}')] as never }
        : cloud(request);
    const { code, stdout, stderr } = await stackline('nova list --all-tenants -c User, -f value', { transport });
    assert.equal(code, 0);
    assert.match(stdout, /^[0-9a-f]{32}$/m);
    assert.match(stderr, /^The names of users cannot be had, so their ids are shown: /m);
  });
});

describe('hostile cells', () => {
  const evil = '\u001b[31m\u202e" , |\n';
  const servers = JSON.stringify({
    servers: [
      { id: 'a', name: evil, [evil]: evil, __proto__: null, metadata: { constructor: evil, '': evil }, list: [[[]]] },
      { id: 'b', name: null, metadata: [], tenant_id: { deep: [evil] }, flavor: 7, image: [] },
      { id: ['c'], name: { toString: 1 } },
    ],
  });
  const on = (...words: string[]) => stackline(['nova', 'list', ...words], { transport: withServers(servers) });

  it('no column, filter or name that they make is obeyed by a terminal, or ends badly', async () => {
    for (const words of [
      ['-C', 'Project,Flavor,Image,metadata,list'],
      ['-C', evil.replaceAll(',', '')],
      ['--where', 'metadata~x or tenant_id=y or flavor=z or image!=null'],
      ['--where', 'metadata.constructor~31m'],
      ['--where', 'toString=x'],
      ['--where', `name='${evil}'`],
      ['--sort-column', 'metadata'],
      ['--raw'],
    ]) {
      const { stdout, stderr, code } = await on(...words);
      assert.doesNotMatch(`${stdout}${stderr}`, /[\u001b\u202e]|bug in stackline/, words.join(' '));
      assert.ok([0, 1, 2].includes(code));
    }
  });

  it('what they hold is compared as it is', async () => {
    const found = async (where: string) =>
      (await on('--where', where, '--raw', '--query', '[].id')).stdout.replace(/\s/g, '');
    assert.equal(await found(`name='${evil}'`), '["a"]');
    assert.equal(await found('metadata.constructor~31m'), '["a"]');
    assert.equal(await found('name=null'), '["b"]');
  });
});
