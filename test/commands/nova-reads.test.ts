import assert from 'node:assert/strict';
import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import zones from '../../src/commands/nova/availability-zone-list.js';
import flavorShow from '../../src/commands/nova/flavor-show.js';
import getPassword from '../../src/commands/nova/get-password.js';
import hypervisorShow from '../../src/commands/nova/hypervisor-show.js';
import actions from '../../src/commands/nova/instance-action-list.js';
import keypairShow from '../../src/commands/nova/keypair-show.js';
import limits from '../../src/commands/nova/limits.js';
import migrations from '../../src/commands/nova/migration-list.js';
import tags from '../../src/commands/nova/server-tag-list.js';
import usage from '../../src/commands/nova/usage.js';
import usageList from '../../src/commands/nova/usage-list.js';
import volumes from '../../src/commands/nova/volume-attachments.js';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { refusal, run } from '../support/scripted-session.js';
import { stackline } from '../support/stackline.js';

const id = '11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

describe('what depends on the microversion', () => {
  const script = (microversion?: string) => ({
    microversion,
    answers: { [`GET compute /servers/${id}/os-volume_attachments`]: { volumeAttachments: [] } },
  });
  const titles = async (microversion?: string) =>
    (await run(volumes, id, script(microversion))).lines[1]?.split('|').flatMap((cell) => cell.trim() || []);

  it('adds and takes away columns, in empty tables too', async () => {
    assert.deepEqual(await titles(), ['ID', 'DEVICE', 'SERVER ID', 'VOLUME ID']);
    assert.deepEqual(await titles('2.79'), ['ID', 'DEVICE', 'SERVER ID', 'VOLUME ID', 'TAG', 'DELETE ON TERMINATION']);
    const newest = await titles('2.93');
    assert.deepEqual(newest?.slice(0, 5), ['DEVICE', 'SERVER ID', 'VOLUME ID', 'ATTACHMENT ID', 'BDM UUID']);
  });

  it('does not know options and commands that are too new, and asks nothing', async () => {
    const { error, requests } = await run(migrations, '--limit 3 --user-id u1', { microversion: '2.58', answers: {} });
    assert.equal(error?.message, 'unrecognized arguments: --limit 3 --user-id u1');
    assert.equal(error?.hint, '--limit needs Compute API 2.59 or later, this is 2.58.');
    assert.equal(error?.exitReason, 'usage');
    assert.deepEqual(requests, []);
    const older = await run(tags, id, { microversion: '2.25', answers: {} });
    assert.equal(older.error?.message, 'this command needs Compute API 2.26 or later, this is 2.25');
  });
});

describe('actions of a server that is gone', () => {
  const path = `GET compute /servers/${id}/os-instance-actions`;
  const none = { 'GET compute /servers?name=web': { servers: [] }, 'GET compute /servers?all_tenants=1&name=web': {} };

  it('are had by its id, in one request', async () => {
    const answers = { [path]: { instanceActions: [{ action: 'delete' }] } };
    const { lines, requests } = await run(actions, id, { microversion: '2.93', answers });
    assert.match(lines.join('\n'), /delete/);
    assert.deepEqual(requests, [path]);
  });

  it('are asked of the name that was given, whose refusal is shown', async () => {
    const { error, requests } = await run(actions, 'web', { microversion: '2.93', answers: none });
    assert.match(error?.message ?? '', /HTTP 404/);
    assert.equal(requests.at(-1), 'GET compute /servers/web/os-instance-actions');
  });

  it('cannot be had up to microversion 2.20', async () => {
    const { error } = await run(actions, 'web', { microversion: '2.20', answers: none });
    assert.equal(error?.message, "No server with a name or ID of 'web' exists.");
  });
});

describe('nova get-password', () => {
  const directory = mkdtempSync(join(tmpdir(), 'stackline-'));
  after(() => rmSync(directory, { recursive: true }));
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { publicKey, privateKey } = pair();
  const keyFile = join(directory, 'id_rsa');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs1', format: 'pem' }));
  const otherFile = join(directory, 'other');
  writeFileSync(otherFile, pair().privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const ciphered = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from('pa55 wörd'));
  const password = ciphered.toString('base64');
  const script = { answers: { [`GET compute /servers/${id}/os-server-password`]: { password } } };

  it('shows the ciphered password, and with the private key the password', async () => {
    assert.deepEqual((await run(getPassword, id, script)).lines, [password]);
    assert.deepEqual((await run(getPassword, `${id} ${keyFile}`, script)).lines, ['pa55 wörd']);
  });

  it('says which key does not fit', async () => {
    for (const file of [otherFile, join(directory, 'missing'), join(directory, 'no-key')]) {
      if (file.endsWith('no-key')) writeFileSync(file, 'not a key');
      const { lines, error } = await run(getPassword, `${id} ${file}`, script);
      assert.ok(error?.message.startsWith(`The password cannot be decrypted with ${file}: `), error?.message);
      assert.deepEqual(lines, []);
    }
  });
});

describe('nova hypervisor-show', () => {
  const detail = {
    id,
    hypervisor_hostname: 'c01',
    cpu_info: '{"topology": {"cores": 2}, "features": []}',
    service: { host: 'c01', disabled_reason: null },
  };
  const answers = {
    'GET compute /os-hypervisors': { hypervisors: [{ id, hypervisor_hostname: 'c01' }] },
    [`GET compute /os-hypervisors/${id}`]: { hypervisor: detail },
  };

  it('finds a name where ids are uuids, and flattens what is nested', async () => {
    const { lines } = await run(hypervisorShow, 'c01', { microversion: '2.93', answers });
    const rows = lines.slice(3, -1).map((line) => line.split('|').map((cell) => cell.trim()));
    assert.deepEqual(
      rows.map(([, name, value]) => `${name}=${value}`),
      [
        'cpu_info_features=[]',
        'cpu_info_topology_cores=2',
        'hypervisor_hostname=c01',
        `id=${id}`,
        'service_disabled_reason=None',
        'service_host=c01',
      ],
    );
  });
});

describe('nova usage', () => {
  const one = (tenant: string, hours: number, last: string) => ({
    tenant_id: tenant,
    total_vcpus_usage: hours,
    total_memory_mb_usage: hours * 512,
    total_local_gb_usage: 0.125,
    server_usages: [{ instance_id: last }],
  });
  const period = 'end=2013-02-26T00:00:00&start=2013-01-28T00:00:00';
  const words = '--start 2013-01-28 --end 2013-02-26';

  it('adds up the pages of a project', async () => {
    const path = 'GET compute /os-simple-tenant-usage/t1';
    const more = { tenant_usage_links: [{ rel: 'next', href: 'x' }] };
    const { lines } = await run(usage, `${words} --tenant t1`, {
      answers: {
        [`${path}?${period}`]: { tenant_usage: one('t1', 1.5, 's1'), ...more },
        [`${path}?${period.replace('&', '&marker=s1&')}`]: { tenant_usage: one('t1', 2, 's2') },
      },
    });
    assert.equal(lines[0], 'Usage from 2013-01-28 to 2013-02-26:');
    assert.equal(lines[4]?.replace(/\s+/g, ' '), '| 2 | 1792.00 | 3.50 | 0.25 |');
  });

  it('says that there is no usage', async () => {
    const { lines } = await run(usage, `${words} --tenant t1`, {
      answers: { [`GET compute /os-simple-tenant-usage/t1?${period}`]: { tenant_usage: {} } },
    });
    assert.deepEqual(lines, ['Usage from 2013-01-28 to 2013-02-26:', 'None']);
  });

  it('adds up a project that is on two pages of the list', async () => {
    const next = 'GET compute /next';
    const { lines } = await run(usageList, words, {
      answers: {
        [`GET compute /os-simple-tenant-usage?detailed=1&${period}`]: {
          tenant_usages: [one('t1', 1, 's1'), one('t2', 1, 's2')],
          tenant_usages_links: [{ rel: 'next', href: next }],
        },
        [next]: { tenant_usages: [one('t2', 2, 's3')] },
      },
    });
    const rows = lines.slice(4, -1).map((line) => line.replace(/\s+/g, ' '));
    assert.deepEqual(rows, ['| t1 | 1 | 512.00 | 1.00 | 0.12 |', '| t2 | 2 | 1536.00 | 3.00 | 0.25 |']);
  });
});

describe('single things', () => {
  it('nova limits has a column for limits that nobody knows', async () => {
    const rate = [
      { uri: '/servers', limit: [{ verb: 'POST', value: 10, remaining: 2, unit: 'MINUTE', 'next-available': 'now' }] },
    ];
    const { lines } = await run(limits, '', {
      answers: { 'GET compute /limits': { limits: { rate, absolute: { maxTotalCores: 20, maxDreams: 3 } } } },
    });
    const rows = lines.filter((line) => line.startsWith('|')).map((line) => line.replace(/\s+/g, ' '));
    assert.deepEqual(rows, [
      '| Verb | URI | Value | Remain | Unit | Next_Available |',
      '| POST | /servers | 10 | 2 | MINUTE | now |',
      '| Name | Used | Max | Other |',
      '| Cores | - | 20 | - |',
      '| maxDreams | - | - | 3 |',
    ]);
  });

  it('nova keypair-show puts the key below the table, and into it for machines', async () => {
    const keypair = { name: 'k', public_key: 'ssh-rsa AAAA me\n' };
    const script = { microversion: '2.93', answers: { 'GET compute /os-keypairs/k': { keypair } } };
    assert.deepEqual((await run(keypairShow, 'k', script)).lines.slice(3), [
      '| name     | k     |',
      '+----------+-------+',
      'Public key: ssh-rsa AAAA me',
      '',
    ]);
    assert.deepEqual(JSON.parse((await run(keypairShow, 'k', script, 'json')).lines.join('\n')), keypair);
  });

  it('nova availability-zone-list shows members the zones without their hosts', async () => {
    const zone = { zoneName: 'nova', zoneState: { available: true }, hosts: null };
    const { lines } = await run(zones, '', {
      answers: {
        'GET compute /os-availability-zone/detail': refusal(403, 'Not for you.'),
        'GET compute /os-availability-zone': { availabilityZoneInfo: [zone] },
      },
    });
    assert.equal(lines[3], '| nova | available |');
  });

  it('nova flavor-show gets along without extra specs', async () => {
    const { lines } = await run(flavorShow, '1', { answers: { 'GET compute /flavors/1': { flavor: { id: '1' } } } });
    assert.deepEqual(lines.slice(3, 5), ['| extra_specs | N/A   |', '| id          | 1     |']);
  });
});

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

describe('nova console-log', () => {
  // The embedded cloud's logs are tame: this one tries to clear the screen.
  const hostile = async (tty: boolean) => {
    const cloud = simulate();
    const transport: Transport = async (request) => {
      if (!request.url.endsWith('/action')) return cloud(request);
      return { status: 200, headers: {}, body: bytes('{"output": "boot\\r\\n\\u001b[2Jlogin:"}') };
    };
    return (await stackline('nova console-log devstack', { tty, transport })).stdout;
  };

  it('gives a file the bytes, and a terminal nothing that it would obey', async () => {
    assert.equal(await hostile(false), 'boot\r\n\x1b[2Jlogin:\n');
    assert.equal(await hostile(true), 'boot\n\\x1b[2Jlogin:\n');
  });
});
