/** Other people's clients judge the fake host of Hyper-V, and our NTLM. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { authenticateMessage, negotiateMessage, readChallenge } from '../../src/hyperv/ntlm/messages.js';
import { direction } from '../../src/hyperv/ntlm/sealing.js';
import { listing } from '../cloud/listing.js';
import { certificates } from '../hyperv/certificates.js';
import { fakeHost, PASSWORD, USER } from '../hyperv/fake-host.js';
import { acceptor } from '../hyperv/ntlm-acceptor.js';
import { root } from '../support/imports.js';

/** Where `install` puts pypsrp. */
const pypsrp = join(process.env.OSLAB_V2_STATE ?? '/var/lib/oslab-v2', 'pypsrp');

function python(file: string, args: readonly string[], input = ''): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    // Debian's own, where its packages are.
    const child = execFile(
      '/usr/bin/python3',
      [join(root, 'test', 'peers', file), ...args],
      { env: { ...process.env, PYTHONPATH: pypsrp } },
      (error, stdout, stderr) => {
        if (error !== null) reject(new Error(`${file}: ${stderr}`));
        else resolve(JSON.parse(stdout) as Record<string, string>);
      },
    );
    child.stdin?.end(input);
  });
}

const judge = (what: string, given: Readonly<Record<string, string | Buffer>>) => {
  const values = Object.entries(given).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.toString('hex'),
  ]);
  return python('ntlm_judge.py', [what], JSON.stringify(Object.fromEntries(values)));
};

const isSkipped = { skip: listing };

describe('python3-winrm on the fake host', isSkipped, () => {
  for (const [login, plain] of [
    ['basic', false],
    ['ntlm', false],
    ['ntlm', true],
  ] as const) {
    it(`reads and changes, with ${login} over ${plain ? 'HTTP, sealed' : 'HTTPS'}`, async (t) => {
      const host = await fakeHost(t, { plain, jobs: { states: [] } });
      const found = await python('winrm_client.py', [host.url, USER, PASSWORD, login, certificates().ca]);
      assert.deepEqual(found, {
        names: ['HV01', 'instance-0000002a', 'build-agent', 'files'],
        get: ['instance-0000002a', '2'],
        fault: '2150858843',
        add: ['0'],
      });
      assert.equal(host.world.machines[0]?.hostItems.get('from python'), '1 < 2');
    });
  }
});

describe('wsl on the fake host', isSkipped, () => {
  it('reads and changes, with basic over HTTPS, by curl', async (t) => {
    const host = await fakeHost(t, { jobs: { states: [] } });
    const words = [new URL(host.url).host, USER, PASSWORD, certificates().ca];
    // The host is in this process.
    const { stdout: found } = await promisify(execFile)(join(root, 'test', 'peers', 'wsl_client.sh'), words);
    assert.deepEqual(found.trim().split('\n'), [
      'ProductVendor Microsoft Corporation',
      ...['HV01', 'instance-0000002a', 'build-agent', 'files'].map((name) => `ElementName ${name}`),
      'EnabledState 2',
      'ReturnValue 0',
    ]);
    assert.equal(host.world.machines[0]?.hostItems.get('from a shell'), '1 < 2');
  });
});

describe('pypsrp on the fake host', isSkipped, () => {
  it('reads and changes what is sealed over HTTP, by the NTLM of pyspnego', async (t) => {
    const host = await fakeHost(t, { plain: true, jobs: { states: [] } });
    const { hostname, port } = new URL(host.url);
    assert.deepEqual(await python('psrp_client.py', [hostname, port, USER, PASSWORD]), {
      names: ['HV01', 'instance-0000002a', 'build-agent', 'files'],
      get: ['instance-0000002a'],
      fault: ['2150858843'],
      add: ['0'],
    });
    assert.equal(host.world.machines[0]?.hostItems.get('from pypsrp'), '1 < 2');
  });
});

describe('python3-impacket', isSkipped, () => {
  const message = Buffer.from('<s:Envelope>ü</s:Envelope>');

  it('makes of our messages what we do, byte by byte', async () => {
    const sessionKey = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
    const chance = { clientChallenge: Buffer.from('aaaaaaaaaaaaaaaa', 'hex'), sessionKey, time: 0n };
    const negotiate = negotiateMessage();
    const challenge = acceptor({ user: USER, password: PASSWORD }).challenge(negotiate);
    assert.ok(challenge !== undefined);
    const who = { user: 'Administrator', domain: 'CORP', password: 'Pässword-東' };
    const authenticate = authenticateMessage(negotiate, readChallenge(challenge), who, chance, {
      target: 'HTTP/hv01',
      channel: undefined,
    });
    const found = await judge('read', { negotiate, challenge, authenticate, password: who.password, message });
    const ours = direction(sessionKey, 'client-to-server').seal(message);
    const theirs = direction(sessionKey, 'server-to-client');
    assert.deepEqual([found.user, found.domain, found.proof, found.target], [who.user, who.domain, true, 'HTTP/hv01']);
    assert.equal(found.session, sessionKey.toString('hex'));
    assert.equal(found.mic, authenticate.subarray(72, 88).toString('hex'));
    assert.equal(found.sealed, ours.sealed.toString('hex'));
    assert.equal(found.signature, ours.signature.toString('hex'));
    const back = theirs.open(Buffer.from(found.backSignature ?? '', 'hex'), Buffer.from(found.back ?? '', 'hex'));
    assert.deepEqual(back, message);
  });

  it('is let in by the fake host, which opens what it has sealed', async () => {
    // impacket puts no code over its messages.
    const server = acceptor({ user: USER, password: PASSWORD, withoutTime: true });
    const { negotiate = '' } = await judge('begin', {});
    const challenge = server.challenge(Buffer.from(negotiate, 'hex'));
    assert.ok(challenge !== undefined);
    const found = await judge('answer', { challenge, user: USER, password: PASSWORD, domain: '', message });
    assert.equal(server.refuses(Buffer.from(found.authenticate ?? '', 'hex')), undefined);
    const opened = server.open(Buffer.from(found.signature ?? '', 'hex'), Buffer.from(found.sealed ?? '', 'hex'));
    assert.deepEqual(opened, message);
    const wrong = await judge('answer', { challenge, user: USER, password: 'wrong', domain: '', message });
    assert.equal(server.refuses(Buffer.from(wrong.authenticate ?? '', 'hex')), 'wrong password');
  });
});
