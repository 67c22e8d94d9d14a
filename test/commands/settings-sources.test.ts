import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Probe } from '../../src/core/diagnostics.js';
import { sandboxLogin } from '../../src/sandbox/index.js';
import { calmNetwork, openrc, stackline } from '../support/stackline.js';

const { authUrl, username, password, tenantName } = sandboxLogin;
const nothing = Object.fromEntries(Object.keys(openrc).map((name) => [name, undefined]));
const prod = `{auth: {auth_url: "${authUrl}", username: ${username}, password: ${password}, project_name: ${tenantName}}}`;
const HOME = { ...nothing, HOME: '/home/somebody' };
const PATH = '/home/somebody/.config/openstack/clouds.yaml';
const list = ['list', '-f', 'value', '-c', 'Name'];

describe('clouds.yaml', () => {
  it('is used by OS_CLOUD and by --os-cloud, in both spellings', async () => {
    const files = new Map([[PATH, `clouds: {prod: ${prod}, other: {}}`]]);
    for (const [words, env] of [
      [list, { OS_CLOUD: 'prod' }],
      [['--os-cloud', 'prod', ...list], {}],
      [['--os_cloud=prod', ...list], {}],
    ] as const) {
      const { stdout, stderr, code } = await stackline(words, { env: { ...HOME, ...env }, files });
      assert.deepEqual([stderr, code], ['', 0]);
      assert.match(stdout, /^monitor$/m);
    }
  });

  it('named by OS_CLOUD is overridden by the environment; named by --os-cloud it overrides it, and -v says so', async () => {
    const files = new Map([[PATH, `clouds: {prod: ${prod}}`]]);
    const env = { ...HOME, OS_USERNAME: 'left-over', OS_PROJECT_ID: 'nonsense' };
    const below = await stackline(list, { env: { ...env, OS_CLOUD: 'prod' }, files });
    assert.match(below.stderr, /user left-over, project id nonsense/);
    const above = await stackline(['-v', '--os-cloud', 'prod', ...list], { env, files });
    assert.equal(above.code, 0);
    assert.match(above.stderr, /--os-cloud prod is used, and not what the environment says: .*OS_USERNAME/);
  });

  it('gives its only cloud when nothing is said; with several the error names them', async () => {
    const only = await stackline(list, { env: HOME, files: new Map([[PATH, `clouds: {prod: ${prod}}`]]) });
    assert.equal(only.code, 0);
    const two = await stackline(list, { env: HOME, files: new Map([[PATH, `clouds: {prod: ${prod}, test: {}}`]]) });
    assert.equal(two.code, 1);
    assert.match(
      two.stderr,
      /You must provide a user name[^\n]*\nOr choose a cloud of .* with --os-cloud: prod, test\./,
    );
  });

  it('may name a public cloud that is known without a file', async () => {
    const files = new Map([[PATH, 'clouds: {work: {profile: switchengines, region_name: ZH, auth: {username: u}}}']]);
    const { stdout, code } = await stackline('config', { env: { ...HOME, OS_CLOUD: 'work' }, files });
    assert.equal(code, 0);
    assert.match(
      stdout,
      /auth-url +\| https:\/\/keystone\.cloud\.switch\.ch:5000\/v3 +\| what is known of public clouds/,
    );
    const all = await stackline('config clouds -f value', { env: HOME, files });
    assert.match(all.stdout, /^work https:\/\/keystone\.cloud\.switch\.ch/m);
  });

  it('is not looked at when the environment is enough', async () => {
    const files = new Map<string, string>();
    files.get = (path) => assert.fail(`${path} was read`);
    const { code } = await stackline(list, { files });
    assert.equal(code, 0);
  });

  it('of the current directory is named once when it says where the login goes', async () => {
    const files = new Map([['/here/clouds.yaml', `clouds: {prod: {verify: no, ${prod.slice(1)}}`]]);
    const { stderr, code } = await stackline(['--os-cloud', 'prod', ...list], { env: HOME, files });
    assert.equal(code, 0);
    assert.equal(
      stderr,
      `Using /here/clouds.yaml of the current directory: the login goes to ${authUrl}, and certificates are not checked.\n`,
    );
  });

  it('of the current directory, or one that others can write, runs no programs', async () => {
    const cloud = `clouds: {c: {auth: {auth_url: "${authUrl}", username: u, project_name: p, password_command: "touch /x"}}}`;
    for (const [path, env] of [
      ['/here/clouds.yaml', {}],
      ['/tmp/clouds.yaml', { OS_CLIENT_CONFIG_FILE: '/tmp/clouds.yaml' }],
    ] as const) {
      const programs = () => assert.fail('it was run');
      const screen = await stackline(['--os-cloud', 'c', ...list], {
        env: { ...HOME, ...env },
        files: new Map([[path, cloud]]),
        programs,
      });
      assert.equal(screen.code, 1);
      assert.match(screen.stderr, /password_command of .* is not run/);
      assert.deepEqual(screen.requests, []);
    }
  });
});

describe('a password', () => {
  const env = { ...openrc, OS_PASSWORD: undefined };

  it('is what a program prints, run without a shell and only when it is needed', async () => {
    const seen: (readonly string[])[] = [];
    const config = JSON.stringify({ 'password-command': `pass show 'os/prod' | cat` });
    const programs = (words: readonly string[]) => {
      seen.push(words);
      return { stdout: `${password}\nand a comment\n`, code: 0 };
    };
    assert.equal((await stackline(list, { env, config, programs })).code, 0);
    assert.deepEqual(seen, [['pass', 'show', 'os/prod', '|', 'cat']]);
    await stackline('config', { env, config, programs });
    assert.equal(seen.length, 1);
  });

  it('is not shown when its program fails', async () => {
    const config = '{"password-command": "pass show x"}';
    for (const end of [
      { stdout: 'canary', code: 2 },
      { stdout: 'canary', code: undefined, reason: 'signal SIGSEGV ended it' },
      { stdout: '\n', code: 0 },
    ]) {
      const { stderr, code } = await stackline(list, { env, config, programs: () => end });
      assert.equal(code, 1);
      assert.match(stderr, /The program of password_command gave no password: pass: /);
      assert.doesNotMatch(stderr, /canary/);
    }
  });

  it('comes from a file or the standard input, and from one place only', async () => {
    const files = new Map([
      ['/secret', `${password}\n`],
      ['/empty', '\n'],
      ['/long', 'a\nb'],
    ]);
    assert.equal((await stackline(['--os-password-file', '/secret', ...list], { env, files })).code, 0);
    assert.equal((await stackline(['--os-password-stdin', ...list], { env, input: `${password}\nrest` })).code, 0);
    for (const words of [
      ['--os-password-file', '/nowhere'],
      ['--os-password-file', '/empty'],
      ['--os-password-file', '/long'],
      ['--os-password-stdin'],
      ['--os-password-stdin', '--os-password-file', '/secret'],
      ['--os-password', 'x', '--os-password-file', '/secret'],
    ]) {
      const { stderr, code, requests } = await stackline([...words, ...list], { env, files });
      assert.deepEqual([code, requests], [2, []], words.join(' '));
      assert.match(stderr, /error: /);
    }
  });
});

describe('our own settings', () => {
  it('choose the format, and the columns of a table that people read', async () => {
    const config = '{"format": "json"}';
    assert.equal((await stackline('list', { config })).stdout[0], '[');
    assert.equal((await stackline('list -f csv', { config })).stdout.slice(0, 4), '"ID"');
    const columns = '{"columns.list": "Name, Status"}';
    assert.match((await stackline('list', { config: columns })).stdout, /\| Name +\| Status \|\n/);
    assert.match((await stackline('list -f csv', { config: columns })).stdout, /^"ID","Name"/);
    assert.match((await stackline('list -c ID', { config: columns })).stdout, /\| ID +\|\n/);
  });

  it('are overridden by the environment and count where nothing else is said', async () => {
    const config = '{"username": "own", "timeout": 7}';
    const { stdout } = await stackline('config -f value', { config, env: { OS_USERNAME: 'environment' } });
    assert.match(stdout, /^username environment env\[OS_USERNAME\]$/m);
    assert.match(stdout, /^timeout 7 .*config\.json$/m);
  });

  it('are written by config set and removed by config unset', async () => {
    const kept: Record<string, string> = {};
    await stackline(['config', 'set', 'columns.nova.list', 'ID,Name'], { kept, config: '{"format": "json"}' });
    assert.deepEqual(kept, { format: 'json', 'columns.nova.list': 'ID,Name' });
    await stackline('config unset format', { kept, config: JSON.stringify(kept) });
    assert.deepEqual(kept, { 'columns.nova.list': 'ID,Name' });
  });

  it('that make no sense are an error that names key and file', async () => {
    for (const config of [
      '{',
      '[]',
      '{"formt": "json"}',
      '{"format": ["json"]}',
      '{"format": "xml"}',
      '{"timeout": "x"}',
    ]) {
      const { stderr, code } = await stackline('list', { config });
      assert.equal(code, 1, config);
      assert.match(stderr, /config\.json/, config);
    }
  });
});

describe('the doctor', () => {
  const says = async (probe: Partial<Probe>, url = 'https://cloud.example.com:5000/v2.0') =>
    stackline('doctor', {
      env: { OS_AUTH_URL: url },
      probe: { ...calmNetwork, ...probe },
      now: () => Date.UTC(2013, 1, 25),
      sim: { now: () => Date.UTC(2013, 1, 25) },
    });

  it('stops at the first step of the network that fails, and asks no service then', async () => {
    const lookUp = () => Promise.reject(new Error('getaddrinfo ENOTFOUND cloud.example.com'));
    const reach = () => Promise.reject(new Error('connect ECONNREFUSED 192.0.2.1:5000'));
    for (const [probe, line] of [
      [{ lookUp }, /^FAILED name look-up +getaddrinfo ENOTFOUND.*\n +-> Is cloud\.example\.com spelled right/m],
      [{ reach }, /^FAILED connection .*\n +-> The machine is there, and nothing listens on port 5000/m],
    ] as const) {
      const { stdout, code, requests } = await says(probe);
      assert.match(stdout, line);
      assert.match(stdout, /^- +login/m);
      assert.deepEqual([code, requests], [1, []]);
    }
  });

  it('shows which CA certificates are trusted, and stops where they cannot be read', async () => {
    assert.match(
      (await says({})).stdout,
      /^ok +CA certificates +\/etc\/ssl\/certs\/ca-certificates\.crt \(the system's\)$/m,
    );
    assert.doesNotMatch((await says({}, 'http://cloud.example.com:5000/v2.0')).stdout, /CA certificates/);
    const trusted = () => Promise.reject(new Error('Cannot read the CA bundle /ca: No such file or directory'));
    assert.match((await says({ trusted })).stdout, /^FAILED CA certificates +Cannot read the CA bundle \/ca/m);
  });

  it("shows how long the server's certificate is valid, and who issued it", async () => {
    const handshake = (days: number, distrust?: string) => async () => ({
      protocol: 'TLSv1.2',
      until: Date.UTC(2013, 1, 25 + days),
      issuer: 'Example CA',
      ...(distrust === undefined ? {} : { distrust }),
    });
    for (const [seen, line] of [
      [handshake(90), /^ok +TLS +TLSv1\.2, certificate of Example CA, 90 days left$/m],
      [handshake(3), /^WARN +TLS +.* 3 days left\n +-> It has to be renewed soon\.$/m],
      [handshake(-2, 'CERT_HAS_EXPIRED'), /^FAILED TLS +.* ended 2 days ago: CERT_HAS_EXPIRED$/m],
      [handshake(9, 'SELF_SIGNED_CERT_IN_CHAIN'), /^FAILED TLS +.*SELF_SIGNED.*\n +-> Set OS_CACERT/m],
    ] as const) {
      assert.match((await says({ handshake: seen })).stdout, line);
    }
  });

  it('fails with exit code 1 when the login is refused', async () => {
    const refused = await stackline('doctor', { env: { OS_PASSWORD: 'wrong' } });
    assert.match(refused.stdout, /^FAILED login /m);
    assert.equal(refused.code, 1);
  });
});
