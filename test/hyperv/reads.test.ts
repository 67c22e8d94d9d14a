import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hypervHosts } from '../../src/sandbox/hyperv/world.js';
import { certificates } from './certificates.js';
import { fakeHost, faultInstead, PASSWORD } from './fake-host.js';
import { hyperv } from './run.js';

const json = (text: string): Record<string, unknown>[] => JSON.parse(text);

describe('hyperv over HTTPS with Basic', () => {
  it('vm list shows the machines, not the host, in one connection, with nova’s id', async (t) => {
    const host = await fakeHost(t, { pageSize: 2 });
    const { code, stdout, stderr } = await hyperv(`vm list ${host.url} -f json`);
    assert.equal(stderr, '');
    assert.equal(code, 0);
    const rows = json(stdout);
    assert.deepEqual(
      rows.map((row) => [row.Name, row.State, row['CloudStack State'], row.CPUs, row['Nova ID']]),
      [
        ['instance-0000002a', 'Enabled', 'Running', 4, '81db556b-8aa5-427d-a95c-2a9a6972f630'],
        ['build-agent', 'Saving', 'Saving', 2, null],
        ['files', 'Disabled', 'Stopped', 2, null],
      ],
    );
    assert.deepEqual(host.complaints, []);
    assert.equal(host.connections(), 1);
    assert.deepEqual(host.log, ['Enumerate', 'Pull', 'Enumerate', 'Pull', 'Enumerate', 'GetSummaryInformation']);
  });

  it('vm list --names-only is the agent’s list of element names', async (t) => {
    const host = await fakeHost(t);
    const { stdout } = await hyperv(`vm list ${host.url} --names-only -f value`);
    assert.equal(stdout, 'instance-0000002a\nbuild-agent\nfiles\n');
  });

  it('vm show finds a machine by its id in any case, and by its name', async (t) => {
    const host = await fakeHost(t);
    for (const word of ['files', '3b0e2c4d-97a6-4e0f-b1d2-6f5a4c3b2a19']) {
      const { stdout } = await hyperv(`vm show ${host.url} ${word} -f json`);
      assert.equal((JSON.parse(stdout) as { id: string }).id, '3B0E2C4D-97A6-4E0F-B1D2-6F5A4C3B2A19');
    }
  });

  it('vm show and what is changed find a machine by nova’s id of it, which a server is shown by', async (t) => {
    const host = await fakeHost(t, { jobs: { states: [] } });
    const nova = '81DB556B-8aa5-427d-a95c-2a9a6972f630';
    const { stdout } = await hyperv(`vm show ${host.url} ${nova} -f json`);
    assert.equal((JSON.parse(stdout) as { name: string }).name, 'instance-0000002a');
    assert.equal((await hyperv(`kvp set ${host.url} ${nova} k v --yes`)).code, 0);
    assert.equal(host.world.machines[0]?.hostItems.get('k'), 'v');
    const none = await hyperv(`vm show ${host.url} 00000000-aaaa-4bbb-8ccc-dddddddddddd`);
    assert.match(none.stderr, /no virtual machine with a name or ID of '00000000-/);
  });

  it('vm show of nova’s id that the notes of two machines hold takes neither', async (t) => {
    const [world] = hypervHosts();
    assert.ok(world !== undefined);
    const [first, second] = world.machines;
    assert.ok(first !== undefined && second !== undefined);
    const machines = [first, { ...second, notes: first.notes }];
    const host = await fakeHost(t, { host: { ...world, machines } });
    const { code, stderr } = await hyperv(`vm show ${host.url} 81db556b-8aa5-427d-a95c-2a9a6972f630`);
    assert.equal(code, 1);
    assert.match(stderr, /is the name or ID of 2 virtual machines\.\nUse an ID: 0ED0B4A1.*, 8FF5D6A0/);
  });

  it('vm show of a name that two machines have names both, and takes neither', async (t) => {
    const [, second] = hypervHosts();
    const host = await fakeHost(t, second === undefined ? {} : { host: second });
    const { code, stdout, stderr } = await hyperv(`vm show ${host.url} twin`);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /'twin' is the name or ID of 2 virtual machines\.\nUse an ID: C2D1E0F9.*, 5A6B7C8D/);
  });

  it('a name with quotes and backslashes is a name and nothing else', async (t) => {
    const host = await fakeHost(t);
    const name = String.raw`x' OR Name <> '\ "`;
    const { code, stderr } = await hyperv(['vm', 'show', host.url, name]);
    assert.equal(code, 1);
    assert.match(stderr, /no virtual machine with a name or ID of 'x' OR Name <> '\\ "' exists/);
  });

  it('ping asks who is there, logs in and looks for Hyper-V', async (t) => {
    const host = await fakeHost(t);
    const { stdout } = await hyperv(`ping ${host.url} -f json`);
    const [row] = json(stdout);
    assert.equal(row?.Product, 'Microsoft Corporation');
    assert.equal(row?.['Hyper-V'], 'vmms');
    assert.deepEqual(host.log, ['Identify', 'Enumerate']);
    const without = await hyperv(`ping --no-login ${host.url} -f json`, { env: { HYPERV_USERNAME: undefined } });
    assert.equal(without.code, 0);
    assert.equal(json(without.stdout)[0]?.['Hyper-V'], null);
  });

  it('query shows whole instances, and only the properties that were asked for', async (t) => {
    const host = await fakeHost(t);
    const some = await hyperv([
      'query',
      host.url,
      'SELECT Name, Notes FROM Msvm_VirtualSystemSettingData',
      '-f',
      'json',
    ]);
    assert.deepEqual(json(some.stdout)[0], { Name: null, Notes: ['81db556b-8aa5-427d-a95c-2a9a6972f630'] });
    const all = await hyperv([
      'query',
      host.url,
      "SELECT * FROM Msvm_ComputerSystem WHERE ElementName = 'files'",
      '-f',
      'json',
    ]);
    assert.deepEqual(json(all.stdout)[0]?.OperationalStatus, ['2']);
    const items = ['query', host.url, 'SELECT * FROM Msvm_KvpExchangeComponentSettingData', '-f', 'json'];
    const hidden = await hyperv(items);
    assert.deepEqual(json(hidden.stdout)[0]?.HostExchangeItems, [
      'cloudstack-vm-userdata (20 bytes, SHA-256 9576b9be4b4e...)',
    ]);
    assert.match((await hyperv([...items, '--show-data'])).stdout, /I2Nsb3VkLWNvbmZpZw==/);
    const none = await hyperv(['query', host.url, 'DROP TABLE x']);
    assert.equal(none.code, 2);
  });

  it('default-path reads the host’s own, and says what the agent would have said', async (t) => {
    const host = await fakeHost(t);
    const { stdout } = await hyperv(`default-path ${host.url} -f json`);
    const [row] = json(stdout);
    assert.equal(row?.Disks, 'D:\\VHD');
    assert.equal(row?.['Agent Says'], 'C:\\\\Users\\Public\\Documents\\Hyper-V\\Virtual hard disks');
  });

  it('default-path and host show tell what they may see of a host whose Windows is closed to the user', async (t) => {
    const fault = (text: string): string => faultInstead(text, 'w:AccessDenied', 'Access is denied.');
    const host = await fakeHost(t, { change: (text) => (/Win32_\w+_Type/.test(text) ? fault(text) : text) });
    const paths = await hyperv(`default-path ${host.url} -f json`);
    assert.equal(paths.code, 0);
    assert.deepEqual(json(paths.stdout)[0]?.Disks, 'D:\\VHD');
    assert.equal(json(paths.stdout)[0]?.['Agent Says'], null);
    assert.match(paths.stderr, /Access is denied \(AccessDenied\); without root\/cimv2 some of it is not known/);
    const shown = JSON.parse((await hyperv(`host show ${host.url} -f json`)).stdout) as Record<string, unknown>;
    assert.deepEqual([shown.system, shown.default_vhd_path], [null, 'D:\\VHD']);
    assert.deepEqual(shown.vms, { Enabled: 1, Saving: 1, Disabled: 1 });
  });

  it('host show sums up', async (t) => {
    const host = await fakeHost(t);
    const { stdout } = await hyperv(`host show ${host.url} -f json`);
    const shown = JSON.parse(stdout) as Record<string, unknown>;
    assert.equal(shown.memory_mb, 131072);
    assert.deepEqual(shown.vms, { Enabled: 1, Saving: 1, Disabled: 1 });
  });

  it('kvp list shows each source, user data only where it is asked for, and escapes what a guest has written', async (t) => {
    const [world] = hypervHosts();
    assert.ok(world !== undefined);
    const [first] = world.machines;
    assert.ok(first !== undefined);
    const evil = {
      ...first,
      guestItems: [['\u009b2J', 'a\tb\u202e']] as const,
      brokenItems: ['<!DOCTYPE x><INSTANCE/>'],
    };
    const host = await fakeHost(t, { host: { ...world, machines: [evil] } });
    const { stdout, code } = await hyperv(`kvp list ${host.url} instance-0000002a`);
    assert.equal(code, 0);
    assert.match(stdout, /host +\| cloudstack-vm-userdata +\| \(20 bytes, SHA-256 9576b9be4b4e\.\.\.\)/);
    assert.doesNotMatch(stdout, /I2Nsb3Vk/);
    assert.match(stdout, /\\x9b2J/);
    assert.match(stdout, /<!DOCTYPE x><INSTANCE\/>/);
    assert.match((await hyperv(`kvp list ${host.url} instance-0000002a --show-data`)).stdout, /I2Nsb3VkLWNvbmZpZw==/);
    const some = await hyperv(`kvp list ${host.url} instance-0000002a --from intrinsic -f value -c Name`);
    assert.equal(some.stdout, 'FullyQualifiedDomainName\nOSName\nNetworkAddressIPv4\n');
  });

  it('a client certificate is a login, without a user', async (t) => {
    const host = await fakeHost(t);
    const { cert, key } = certificates().client;
    const env = {
      HYPERV_AUTH: undefined,
      HYPERV_USERNAME: undefined,
      HYPERV_PASSWORD: undefined,
      HYPERV_CERT: cert,
      HYPERV_KEY: key,
    };
    const { code, stderr } = await hyperv(`ping ${host.url}`, { env });
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });
});

describe('logins', () => {
  it('a password is tried once for a host, and it is said what the host offers', async (t) => {
    const host = await fakeHost(t);
    const wrong = await hyperv(`host show ${host.url}`, { env: { HYPERV_PASSWORD: 'wrong-password' } });
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /the login of administrator was refused \(401\); it offers Negotiate, Basic\./);
    assert.deepEqual(host.log, ['login']);
  });

  it('a password never goes over plain HTTP by Basic', async (t) => {
    const host = await fakeHost(t, { plain: true });
    const { code, stderr } = await hyperv(`vm list ${host.url}`);
    assert.equal(code, 1);
    assert.match(stderr, /a login by basic is never sent over plain HTTP/);
    assert.deepEqual(host.log, []);
  });

  it('a person is asked for the password once for all hosts of a user', async (t) => {
    const [one, other] = [await fakeHost(t), await fakeHost(t)];
    const questions: string[] = [];
    const askPassword = async (question: string) => {
      questions.push(question);
      return PASSWORD;
    };
    const env = { HYPERV_PASSWORD: undefined };
    const { code } = await hyperv(`default-path ${one.url} ${other.url}`, { env, askPassword });
    assert.equal(code, 0);
    assert.deepEqual(questions, ['Password of administrator: ']);
  });

  it('neither a password nor user data is in what --debug shows', async (t) => {
    const host = await fakeHost(t);
    const { stderr } = await hyperv(`kvp list ${host.url} instance-0000002a --debug`);
    assert.match(stderr, /> POST https:\/\/127\.0\.0\.1:\d+\/wsman Enumerate \*\n< done/);
    assert.doesNotMatch(
      stderr,
      new RegExp(`${PASSWORD}|Basic|I2Nsb3Vk|${Buffer.from(PASSWORD).toString('base64').slice(0, 8)}`),
    );
  });

  it('a host that is not trusted is told from one that is down', async (t) => {
    const host = await fakeHost(t);
    const { code, stderr } = await hyperv(`ping ${host.url}`, { env: { HYPERV_CACERT: undefined } });
    assert.equal(code, 1);
    assert.match(stderr, /certificate verify failed/);
    assert.match(stderr, /give its CA with HYPERV_CACERT \(--cacert FILE\)/);
    assert.deepEqual(host.log, []);
    const missing = await hyperv(`ping ${host.url}`, { env: { HYPERV_CACERT: '/nowhere/ca.pem' } });
    assert.match(missing.stderr, /Cannot read the CA bundle.*\nHYPERV_CACERT \(--cacert\) names/);
    const { cert, key } = certificates().client;
    const env = { HYPERV_AUTH: 'certificate', HYPERV_CERT: key, HYPERV_KEY: cert };
    assert.match((await hyperv(`ping ${host.url}`, { env })).stderr, /HYPERV_CERT and HYPERV_KEY \(--cert, --key\)/);
  });
});
