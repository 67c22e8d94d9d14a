import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import nova from '../../src/classic/nova.js';
import { loadCommand } from '../../src/cli/applets.js';
import type { Command } from '../../src/command/command.js';
import { httpFailure } from '../../src/http/api-errors.js';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { type Answers, run } from '../support/scripted-session.js';
import { stackline } from '../support/stackline.js';

const load = (verb: string): Promise<Command> => loadCommand('nova', verb);

/** What today's nova says: of what it had, of what it only passed on, and of a path that it never had. */
const gone = (status: number, body: unknown) =>
  httpFailure(
    { method: 'GET', url: 'http://cloud.example.com/v2.1/x', headers: {} },
    { status, headers: {} },
    JSON.stringify(body),
    nova.apiErrors.compute,
  );
const refusals = {
  410: gone(410, {
    computeFault: { code: 410, message: 'This resource is no longer available. No forwarding address is given.' },
  }),
  404: gone(404, {
    message: 'The resource could not be found.<br /><br />\n\n\n',
    code: '404 Not Found',
    title: 'Not Found',
  }),
  501: gone(501, { notImplemented: { code: 501, message: 'The requested functionality is not supported.' } }),
};

/** Words, and the request that is refused. */
const verbs: Readonly<Record<string, string>> = {
  'baremetal-node-list': 'GET compute /os-baremetal-nodes',
  'cell-capacities': 'GET compute /os-cells/capacities',
  'cell-show x': 'GET compute /os-cells/x',
  'cloudpipe-list': 'GET compute /os-cloudpipe',
  'dns-domains': 'GET compute /os-floating-ip-dns',
  'dns-list a.b --ip 1.2.3.4': 'GET compute /os-floating-ip-dns/a%252Eb/entries?ip=1.2.3.4',
  'dns-list a.b --name x': 'GET compute /os-floating-ip-dns/a%252Eb/entries/x',
  'fixed-ip-get 10.0.0.1': 'GET compute /os-fixed-ips/10.0.0.1',
  'floating-ip-bulk-list': 'GET compute /os-floating-ips-bulk',
  'floating-ip-list': 'GET compute /os-floating-ips',
  'floating-ip-pool-list': 'GET compute /os-floating-ip-pools',
  'host-describe x': 'GET compute /os-hosts/x',
  'host-list': 'GET compute /os-hosts',
  'image-list': 'GET compute /images/detail',
  'network-list': 'GET compute /os-networks',
  'secgroup-list': 'GET compute /os-security-groups',
  'secgroup-list-default-rules': 'GET compute /os-security-group-default-rules',
  'secgroup-list-rules x': 'GET compute /os-security-groups',
  'tenant-network-list': 'GET compute /os-tenant-networks',
  'tenant-network-show x': 'GET compute /os-tenant-networks/x',
  'zone 1': 'GET compute /zones/1',
  'zone-info': 'GET compute /zones/info',
  'zone-list': 'GET compute /zones/detail',
  'baremetal-node-create h 1 2 3 aa': 'POST compute /os-baremetal-nodes',
  'baremetal-interface-add 1 aa': 'POST compute /os-baremetal-nodes/1/action',
  'baremetal-interface-remove 1 aa': 'POST compute /os-baremetal-nodes/1/action',
  'cloudpipe-configure 10.0.0.1 1194': 'PUT compute /os-cloudpipe/configure-project',
  'cloudpipe-create p': 'POST compute /os-cloudpipe',
  'coverage-report f --xml': 'POST compute /os-coverage/action',
  'coverage-start --combine': 'POST compute /os-coverage/action',
  'coverage-stop': 'POST compute /os-coverage/action',
  'dns-create 10.0.0.1 x a.b': 'PUT compute /os-floating-ip-dns/a%252Eb/entries/x',
  'dns-create-private-domain a.b': 'PUT compute /os-floating-ip-dns/a%252Eb',
  'dns-create-public-domain a.b': 'PUT compute /os-floating-ip-dns/a%252Eb',
  'dns-delete a.b x': 'DELETE compute /os-floating-ip-dns/a%252Eb/entries/x',
  'dns-delete-domain a.b': 'DELETE compute /os-floating-ip-dns/a%252Eb',
  'fixed-ip-reserve 10.0.0.1': 'POST compute /os-fixed-ips/10.0.0.1/action',
  'floating-ip-bulk-create 10.0.0.0/30': 'POST compute /os-floating-ips-bulk',
  'floating-ip-bulk-delete 10.0.0.0/30': 'PUT compute /os-floating-ips-bulk/delete',
  'host-action x --action reboot': 'GET compute /os-hosts/x/reboot',
  'host-update x --status enable': 'PUT compute /os-hosts/x',
  'network-associate-host n h': 'POST compute /os-networks/n/action',
  'network-associate-project n': 'POST compute /os-networks/add',
  'network-create a --fixed-range-v4 10.0.0.0/24': 'POST compute /os-networks',
  'network-disassociate n': 'POST compute /os-networks/n/action',
  'scrub p': 'GET compute /os-networks',
  'secgroup-add-default-rule tcp 1 2 10.0.0.0/8': 'POST compute /os-security-group-default-rules',
  'tenant-network-create a 10.0.0.0/24': 'POST compute /os-tenant-networks',
  'tenant-network-delete x': 'DELETE compute /os-tenant-networks/x',
  'zone-add u n p 0 1': 'POST compute /zones',
  'zone-delete 1': 'DELETE compute /zones/1',
};

describe('a cloud that does not serve an old API any more', () => {
  for (const [words, target] of Object.entries(verbs)) {
    it(`nova ${words} says so, and what to use instead`, async () => {
      const [verb = '', ...rest] = words.split(' ');
      for (const refusal of Object.values(refusals)) {
        const answers: Answers = { [target]: refusal };
        const { error, lines, requests } = await run(await load(verb), rest.join(' '), {
          answers,
          microversion: '2.93',
        });
        assert.deepEqual(lines, []);
        const [, itsWords] =
          /^This cloud's compute service does not serve [^.]+(?:\d\.\d[^.]+)?\.( It says: .*)?$/.exec(
            error?.message ?? '',
          ) ?? assert.fail(error?.message);
        const gone = ' It says: This resource is no longer available. No forwarding address is given. (HTTP 410)';
        assert.equal(itsWords, refusal === refusals[410] ? gone : undefined);
        assert.match(error?.hint ?? '', /^(Use|Those of|Nova dropped) .*\.$/);
        assert.equal(error?.exitReason, 'failed');
        assert.deepEqual(requests, [target]);
      }
    });
  }

  it('but has lost only the network that was asked for gives its own error', async () => {
    const missing = gone(404, { itemNotFound: { code: 404, message: 'Network not found' } });
    const answers = { 'GET compute /os-tenant-networks/x': missing };
    assert.equal((await run(await load('tenant-network-show'), 'x', { answers })).error, missing);
  });
});

describe('a request that changes something by GET', () => {
  const asked = 'nova host-action c01.example.com --action reboot';

  it('is not sent again, whatever becomes of it', async () => {
    const cloud = simulate();
    const transport: Transport = async (request) =>
      request.url.endsWith('/reboot') ? { status: 503, headers: {}, body: (async function* () {})() } : cloud(request);
    const { code, requests } = await stackline(`${asked} --retries 3`, { transport, sleep: async () => undefined });
    assert.deepEqual([requests.filter((one) => one.endsWith('/reboot')).length, code], [1, 1]);
  });

  it('is only shown with --curl', async () => {
    const { stdout, requests } = await stackline(`${asked} --curl`);
    assert.match(stdout, /os-hosts\/c01\.example\.com\/reboot/);
    assert.ok(!requests.some((request) => request.includes('/os-hosts/')));
  });
});

describe('nova x509-get-root-cert', () => {
  it('writes a file that is not there, and leaves one that is', async () => {
    const files = new Map([['mine.pem', 'mine']]);
    const first = await stackline('nova x509-get-root-cert', { files });
    assert.deepEqual([first.stdout, first.code], ['Wrote x509 root cert to cacert.pem\n', 0]);
    assert.match(files.get('cacert.pem') ?? '', /^-----BEGIN CERTIFICATE-----\n.*\n-----END CERTIFICATE-----\n$/s);
    const second = await stackline('nova x509-get-root-cert mine.pem', { files });
    assert.equal(second.stderr, 'ERROR (CommandError): Unable to write x509 root cert - mine.pem exists.\n');
    assert.deepEqual([second.stdout, second.code, files.get('mine.pem')], ['', 1, 'mine']);
  });
});

describe('the catalogue and the login', () => {
  it('need no request but the login', async () => {
    for (const verb of ['endpoints', 'credentials']) {
      const { requests, code } = await stackline(`nova ${verb}`);
      assert.deepEqual([requests, code], [['POST http://cloud.example.com:5000/v2.0/tokens'], 0]);
    }
  });

  it('show a token only where it was asked for, and never a password', async () => {
    const { stdout } = await stackline('nova credentials -f json');
    const { Token: token, 'User Credentials': user } = JSON.parse(stdout);
    assert.equal(user.name, 'admin');
    assert.match(token.id, /^\S+$/);
    assert.doesNotMatch(stdout, /admin-password/);
  });

  it('take the first endpoint of the region, and say so when none is there', async () => {
    const env = { OS_AUTH_URL: 'http://cloud.example.com:5000/v3', OS_REGION_NAME: undefined };
    const unasked = await stackline('nova endpoints', { env });
    assert.match(unasked.stdout, /^WARNING: \w+ has no endpoint in None! Available endpoints for this service:$/m);
    const asked = await stackline('nova endpoints', { env: { ...env, OS_REGION_NAME: 'RegionOne' } });
    assert.doesNotMatch(asked.stdout, /WARNING/);
    assert.equal(asked.stdout.match(/^\| region_id /gm)?.length, asked.stdout.match(/^\| \S+ +\| Value /gm)?.length);
  });
});
