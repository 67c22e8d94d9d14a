import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shellWords } from '../support/shell.js';
import { stackline } from '../support/stackline.js';

const compute = 'http://cloud.example.com:8774/v2/eeb92dd507e45e16026d69bd015acef7';
const identity = 'http://cloud.example.com:35357/v2.0';
const login = 'POST http://cloud.example.com:5000/v2.0/tokens';
const comment = '# export OS_TOKEN=$(stackline token -f value -c id)';
const line = (url: string): string =>
  `curl -g -s -X GET '${url}' -H 'Accept: application/json' -H "X-Auth-Token: $OS_TOKEN"`;

const screenOf = async (command: string) => {
  const { program, argv, env } = shellWords(command);
  const { stdout, stderr, code, requests } = await stackline(argv, { program, env });
  return { lines: stdout.split('\n').slice(0, -1), stderr, code, requests };
};

describe('--curl', () => {
  it('prints the request and sends nothing but the login', async () => {
    assert.deepEqual(await screenOf('nova --curl list --all-tenants --status ERROR'), {
      lines: [comment, line(`${compute}/servers/detail?all_tenants=1&status=ERROR`)],
      stderr: '',
      code: 0,
      requests: [login],
    });
  });

  it('prints and sends what finds out the id of a name', async () => {
    const looked = [`${identity}/tenants/services`, `${identity}/tenants`];
    const wanted = `${identity}/tenants/2a153feecd0089ae6542615a7f2f9718/users`;
    assert.deepEqual(await screenOf('keystone user-list --tenant services --curl'), {
      lines: [comment, ...[...looked, wanted].map(line)],
      stderr: '',
      code: 0,
      requests: [login, ...looked.map((url) => `GET ${url}`)],
    });
  });

  it('prints all that would be asked side by side', async () => {
    const { lines, requests } = await screenOf('nova --curl show devstack');
    assert.deepEqual(
      lines.slice(-2).map((text) => text.replace(/.*\/(flavors|images)\/.*/, '$1')),
      ['flavors', 'images'],
    );
    assert.ok(!requests.some((request) => /flavors|images/.test(request)), requests.join('\n'));
  });

  it('still says when there is no server of that name', async () => {
    const { code, stderr } = await screenOf('nova --curl show nosuch');
    assert.equal(code, 1);
    assert.equal(stderr, "ERROR (CommandError): No server with a name or ID of 'nosuch' exists.\n");
  });

  it('shows no token for a request that needs none, and no line where only the login would be sent', async () => {
    const { lines } = await screenOf('keystone --curl discover');
    assert.equal(lines[0], "curl -g -s -X GET 'http://cloud.example.com:5000/v2.0' -H 'Accept: application/json'");
    assert.deepEqual((await screenOf('keystone --curl catalog')).lines, ['# No API request besides the login.']);
  });

  it('is refused by commands that do something else than ask', async () => {
    assert.equal((await screenOf('stackline demo --curl')).code, 2);
    assert.equal((await screenOf('stackline --curl sandbox')).code, 2);
  });
});
