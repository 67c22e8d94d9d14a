import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fakeHost } from './fake-host.js';
import { hyperv } from './run.js';

const env = { HYPERV_AUTH: undefined };

describe('a login by NTLM', () => {
  it('seals all that goes over plain HTTP, reads and changes, on one connection', async (t) => {
    const host = await fakeHost(t, { plain: true, pageSize: 1, jobs: { states: [7] } });
    const list = await hyperv(`vm list ${host.url} -f value -c Name`, { env });
    assert.equal(list.stderr, '');
    assert.equal(list.stdout, 'instance-0000002a\nbuild-agent\nfiles\n');
    assert.deepEqual(host.log.slice(0, 3), ['challenge', 'logged in', 'Enumerate']);
    assert.equal(host.connections(), 1);
    const set = await hyperv(['kvp', 'set', host.url, 'files', 'ü', 'ß'.repeat(1000), '--yes'], { env });
    assert.equal(set.stderr, '');
    assert.equal(host.world.machines[2]?.hostItems.get('ü'), 'ß'.repeat(1000));
    assert.deepEqual(host.complaints, []);
  });

  it('opens faults, which are sealed, too', async (t) => {
    const host = await fakeHost(t, { plain: true });
    const { code, stderr } = await hyperv(['query', host.url, 'SELECT * FROM Msvm_Nope'], { env });
    assert.equal(code, 1);
    assert.match(stderr, /Invalid class \(CannotProcessFilter, 0x8033801A\)/);
  });

  it('is only a login over HTTPS, and names the connection', async (t) => {
    const host = await fakeHost(t, { ntlm: 'strict' });
    const { code, stderr } = await hyperv(`ping ${host.url}`, { env });
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.deepEqual(host.log, ['Identify', 'challenge', 'logged in', 'Enumerate']);
  });

  it('goes with a server that says no time', async (t) => {
    const host = await fakeHost(t, { plain: true, ntlm: 'old' });
    assert.equal((await hyperv(`default-path ${host.url}`, { env })).code, 0);
  });

  it('takes a domain before the user', async (t) => {
    const host = await fakeHost(t, { plain: true });
    const named = { ...env, HYPERV_USERNAME: 'CORP\\Administrator' };
    assert.equal((await hyperv(`default-path ${host.url}`, { env: named })).code, 0);
  });

  it('tries a wrong password once, whatever is asked afterwards', async (t) => {
    const host = await fakeHost(t, { plain: true });
    const wrong = { ...env, HYPERV_PASSWORD: 'wrong-password' };
    const { code, stderr } = await hyperv(`ping ${host.url}`, { env: wrong });
    assert.equal(code, 1);
    assert.match(stderr, /the login of administrator was refused \(401\); it offers Negotiate, Basic\./);
    assert.deepEqual(host.log, ['Identify', 'challenge', 'wrong password']);
  });

  it('ends at a host that refuses for ever', async (t) => {
    const host = await fakeHost(t, { plain: true, ntlm: 'loop' });
    assert.equal((await hyperv(`vm list ${host.url}`, { env })).code, 1);
    assert.deepEqual(host.log, ['challenge', 'all are refused']);
  });

  it('says what is there where nobody begins a login', async (t) => {
    const soap = { 'content-type': 'application/soap+xml' };
    const rows = [
      [404, {}, '', /there is no WS-Management at .*\(404\)\.\nIts usual path is \/wsman\./],
      [503, {}, 'busy', /\(503\)\.\nIt is busy; try again later\./],
      [200, { 'content-type': 'text/html' }, '<html>', /answered text\/html, which is no WS-Management \(200\)/],
      [200, soap, '<x/>', /does not begin a login by NTLM \(200\)\.\nIs Negotiate switched on there\?/],
      [
        401,
        { 'www-authenticate': 'Basic realm="x"' },
        '',
        /does not begin .*\(401\)\.\nIs Negotiate switched on there\?/,
      ],
      [
        401,
        { 'www-authenticate': 'Negotiate' },
        '',
        /does not begin .*\(401\)\.\nIts Negotiate may take Kerberos only\./,
      ],
    ] as const;
    for (const [status, headers, text, said] of rows) {
      const host = await fakeHost(t, { plain: true, begin: (r) => r.writeHead(status, headers).end(text) });
      const { code, stderr } = await hyperv(`vm list ${host.url}`, { env });
      assert.equal(code, 1);
      assert.match(stderr, said);
    }
  });

  it('logs in again where the host has forgotten it, and does nothing twice', async (t) => {
    const host = await fakeHost(t, { plain: true, forgetsAfter: 2, pageSize: 1, jobs: { states: [7] } });
    const list = await hyperv(`kvp set ${host.url} files a b --yes`, { env });
    assert.equal(list.stderr, '');
    assert.equal(list.code, 0);
    assert.ok(host.log.filter((what) => what === 'logged in').length > 1);
    assert.equal(host.log.filter((what) => what === 'AddKvpItems').length, 1);
  });

  it('does not believe an answer that is not sealed, or not by the host', async (t) => {
    const plain = await fakeHost(t, {
      plain: true,
      spoil: (response, { status, text }) => {
        response.writeHead(status, { 'content-type': 'application/soap+xml' }).end(text);
        return true;
      },
    });
    const one = await hyperv(`default-path ${plain.url}`, { env });
    assert.equal(one.code, 1);
    assert.match(one.stderr, /an answer that is not sealed \(200\)/);
    const forged = await fakeHost(t, {
      plain: true,
      spoil: (response) => {
        const type =
          'multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";boundary="Encrypted Boundary"';
        const head =
          '--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=3\r\n--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n\x10\0\0\0';
        response.writeHead(200, { 'content-type': type }).end(`${head}${'x'.repeat(19)}--Encrypted Boundary--\r\n`);
        return true;
      },
    });
    const other = await hyperv(`default-path ${forged.url}`, { env });
    assert.equal(other.code, 1);
    assert.match(other.stderr, /an answer that the host has not sealed so/);
  });
});
