import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { memoryStore } from '../support/sessions.js';
import { openrc, stackline } from '../support/stackline.js';
import { response } from '../support/transports.js';

const nothing = Object.fromEntries(Object.keys(openrc).map((name) => [name, undefined]));

describe('a first run without settings', () => {
  it('says under our own name where to begin, in two lines', async () => {
    const { stderr, code } = await stackline('list', { env: nothing });
    assert.equal(code, 1);
    const [sentence, hint, ...more] = stderr.split('\n').slice(0, -1);
    assert.match(sentence ?? '', /^ERROR \(CommandError\): You must provide a user name/);
    for (const way of ['openrc.sh', '--os-cloud', '--sandbox', 'stackline doctor']) assert.ok(hint?.includes(way), way);
    assert.deepEqual(more, []);
  });

  it('says under a classic name what the classic client says, and no more', async () => {
    const { stderr } = await stackline('list', { env: nothing, program: 'nova' });
    assert.equal(stderr.split('\n').length, 2, stderr);
  });
});

describe('a wrong command line', () => {
  it('is told in two lines under our own name, and with the usage under a classic one', async () => {
    const own = await stackline('show');
    assert.equal(
      own.stderr,
      "error: the following arguments are required: <server>\nTry 'stackline help show' for more information.\n",
    );
    const classic = await stackline('show', { program: 'nova' });
    assert.match(classic.stderr, /^usage: nova show .*\nerror: the following arguments are required: <server>\n/);
  });
});

const EVIL = 'evil\x1b[31m\u202ename';

/** What a terminal would obey, or would not show. */
const OBEYED = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/;

describe('what a server says', () => {
  it('reaches standard error harmless, whatever command or option it comes by', async () => {
    const cloud = simulate();
    const refuse: Transport = async (request) =>
      request.url.includes('/tokens')
        ? cloud(request)
        : response(403, { forbidden: { message: EVIL, code: 403 } }, { 'x-openstack-request-id': EVIL });
    for (const line of [
      'list',
      'list -v',
      'list --debug',
      'list --timings',
      'ec2rc --zip a.zip',
      'keystone user-list',
      'delete a b',
      'api /servers',
    ]) {
      const { stderr } = await stackline(line, { transport: refuse, files: new Map() });
      assert.doesNotMatch(stderr, OBEYED, line);
    }
  });

  it('does not reach a terminal by way of the prompt of a sourced openrc', async () => {
    const cloud = simulate();
    const named: Transport = async (request) => {
      const answer = await cloud(request);
      if (!request.url.endsWith('/tokens')) return answer;
      let text = '';
      for await (const chunk of answer.body) text += Buffer.from(chunk).toString();
      const login = JSON.parse(text) as { access: { user: { name: string } } };
      login.access.user.name = EVIL;
      return response(answer.status, login, answer.headers);
    };
    const { stdout } = await stackline('openrc', { transport: named });
    const prompt = stdout.split('\n').find((line) => line.startsWith('printf')) ?? '';
    assert.match(prompt, /Password of evil\\x1b/);
    assert.doesNotMatch(prompt, OBEYED);
  });
});

describe('stackline logout', () => {
  const logins = async () => {
    const store = memoryStore();
    const transport = simulate();
    const as = (user: string) => ({ OS_USERNAME: user, OS_PASSWORD: `${user}-password`, OS_TENANT_NAME: user });
    const run = (line: string, env: Readonly<Record<string, string | undefined>>) =>
      stackline(line, { transport, logins: store, env });
    for (const user of ['admin', 'anne']) assert.equal((await run('list', as(user))).code, 0);
    return { run, as, store };
  };

  it("forgets this cloud's login of this user only, and revokes it", async () => {
    const { run, as } = await logins();
    const gone = await run('logout', as('anne'));
    assert.equal(gone.stdout, 'Logged out anne (anne) at http://cloud.example.com:5000/v2.0\n');
    assert.deepEqual(
      gone.requests.map((line) => line.split(' ')[0]),
      ['DELETE'],
    );
    assert.equal(
      (await run('logout', as('anne'))).stdout,
      'Nobody is logged in at http://cloud.example.com:5000/v2.0.\n',
    );
    // The other one needs no login.
    assert.ok((await run('list', as('admin'))).requests.every((line) => !line.startsWith('POST')));
    const other = await run('logout', { ...as('admin'), OS_AUTH_URL: 'http://elsewhere.example:5000/v2.0' });
    assert.equal(other.stdout, 'Nobody is logged in at http://elsewhere.example:5000/v2.0.\n');
  });

  it('says with --all which there are, and forgets all of them', async () => {
    const { run, as, store } = await logins();
    const { stdout } = await run('logout --all', as('anne'));
    const [kept, ...gone] = stdout.split('\n').slice(0, -1);
    assert.match(
      kept ?? '',
      /^Kept: .*admin \(admin\) at .*anne \(anne\) at |^Kept: .*anne \(anne\) at .*admin \(admin\) at /,
    );
    assert.equal(gone.filter((line) => line.startsWith('Logged out ')).length, 2);
    assert.equal(store.held.size, 0);
  });

  it('wants a cloud to be named, or all of them', async () => {
    const { stderr, code } = await stackline('logout', { env: nothing, logins: memoryStore() });
    assert.equal(code, 1);
    assert.match(stderr, /^No cloud is named.*\n.*--all'\.\n$/);
  });
});
