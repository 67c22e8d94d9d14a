import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { HttpRequest, HttpResponse, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld } from '../../src/sandbox/seed.js';
import { guarded, kept, noPassword, nothing, PASSWORD, V3 } from '../support/guarded-logins.js';
import { type Setting, stackline } from '../support/stackline.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { response } from '../support/transports.js';

/*
 * A server says secrets again where nobody looks for one: in a field, a header and a number that mean nothing. None of
 * them is to be seen in what --debug and --record make of it, nor in an error.
 */

interface Way {
  readonly line?: string;
  readonly setting: Setting;
  /** What is to be seen nowhere, beside every token and receipt. */
  readonly secrets: readonly string[];
  /** Kept logins are no part of a recording. */
  readonly notRecorded?: true;
}

const CLOUDS = '/home/somebody/.config/openstack/clouds.yaml';
const HOME = '/home/somebody';
const cloudFile = (auth: string): Setting => ({
  env: { ...nothing, HOME, OS_CLOUD: 'c' },
  files: new Map([
    [CLOUDS, `clouds: {c: {auth: {auth_url: "${V3.OS_AUTH_URL}", username: admin, project_name: admin, ${auth}}}}`],
  ]),
});
const ADMIN = guideWorld().users.find(({ name }) => name === 'admin')?.id;
const printed = () => ({ stdout: `${PASSWORD}\n`, code: 0 });

const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const odd = 'a "quoted" pass\\word+&ü';

const ways: Readonly<Record<string, () => Way | Promise<Way>>> = {
  'a password of the environment, over v2.0': () => ({ setting: {}, secrets: [PASSWORD] }),
  'a password of the environment, over v3': () => ({ setting: { env: V3 }, secrets: [PASSWORD] }),
  'a password of the command line': () => ({
    line: `list --os-password ${PASSWORD}`,
    setting: { env: noPassword },
    secrets: [PASSWORD],
  }),
  'a password with characters that JSON and URLs escape': () => ({
    setting: { env: { OS_PASSWORD: odd } },
    secrets: [odd, json(odd), encodeURIComponent(odd)],
  }),
  'a password that is a number': () => ({
    setting: { env: { OS_PASSWORD: '481516234200' } },
    secrets: ['481516234200'],
  }),
  'a password of a file': () => ({
    line: 'list --os-password-file /pw',
    setting: { env: noPassword, files: new Map([['/pw', `${PASSWORD}\n`]]) },
    secrets: [PASSWORD],
  }),
  'a password of the standard input': () => ({
    line: 'list --os-password-stdin',
    setting: { env: noPassword, input: `${PASSWORD}\n` },
    secrets: [PASSWORD],
  }),
  'a password that is typed': () => ({
    setting: { env: noPassword, tty: true, askPassword: async () => PASSWORD },
    secrets: [PASSWORD],
  }),
  'a password that is typed, over v3': () => ({
    setting: { env: { ...noPassword, ...V3 }, tty: true, askPassword: async () => PASSWORD },
    secrets: [PASSWORD],
  }),
  'a password of clouds.yaml': () => ({ setting: cloudFile(`password: ${PASSWORD}`), secrets: [PASSWORD] }),
  'a password that the password_command of clouds.yaml prints': () => ({
    setting: { ...cloudFile('password_command: pass show c'), programs: printed },
    secrets: [PASSWORD],
  }),
  'a password that the password-command of the user configuration prints': () => ({
    setting: { env: noPassword, config: '{"password-command": "pass show c"}', programs: printed },
    secrets: [PASSWORD],
  }),
  'a passcode of the environment': () => ({
    setting: { env: { ...V3, OS_PASSCODE: '314159' }, sim: { world: guarded('314159') } },
    secrets: [PASSWORD, '314159'],
  }),
  'a passcode that is typed, and the receipt before it': () => ({
    setting: { env: V3, sim: { world: guarded('314159') }, tty: true, askPassword: async () => '314159' },
    secrets: [PASSWORD, '314159'],
  }),
  'the secret of an application credential': () => ({
    setting: {
      env: {
        ...nothing,
        ...V3,
        OS_APPLICATION_CREDENTIAL_ID: 'c1',
        OS_APPLICATION_CREDENTIAL_SECRET: 'its-long-secret',
      },
      sim: { world: guarded() },
    },
    secrets: ['its-long-secret'],
  }),
  'a trust': () => ({
    setting: { env: { ...V3, OS_TENANT_NAME: undefined, OS_TRUST_ID: 'c0ffee00c0ffee00c0ffee00c0ffee00' } },
    secrets: [PASSWORD, 'c0ffee00c0ffee00c0ffee00c0ffee00'],
  }),
  'a trust, over v2.0': () => ({
    setting: { env: { OS_TRUST_ID: 'c0ffee00c0ffee00c0ffee00c0ffee00' } },
    secrets: [PASSWORD, 'c0ffee00c0ffee00c0ffee00c0ffee00'],
  }),
  'a token of the environment': async () => {
    const { logins, transport } = await kept(V3);
    const [token = ''] = [...logins.held.values()].map((text) => JSON.parse(text).accessInfo.token as string);
    return {
      setting: { env: { ...V3, ...noPassword, OS_USERNAME: undefined, OS_TOKEN: token }, transport },
      secrets: [token],
    };
  },
  'a token of an earlier login': async () => {
    const setting = await kept();
    const [token = ''] = [...setting.logins.held.values()].map((text) => JSON.parse(text).accessInfo.token as string);
    return { setting, secrets: [token], notRecorded: true };
  },
  'a token of another project, which is exchanged': async () => {
    const setting = await kept(V3);
    const [token = ''] = [...setting.logins.held.values()].map((text) => JSON.parse(text).accessInfo.token as string);
    return {
      setting: { ...setting, env: { ...V3, OS_TENANT_NAME: 'demo' } },
      secrets: [token, PASSWORD],
      notRecorded: true,
    };
  },
  'tokens that are revoked': async () => {
    const { logins, transport } = await kept();
    const tokens = [...logins.held.values()].map((text) => JSON.parse(text).accessInfo.token as string);
    return { line: 'logout', setting: { logins, transport }, secrets: tokens, notRecorded: true };
  },
  'the admin token': () => ({
    line: 'keystone tenant-list',
    setting: {
      env: {
        ...nothing,
        OS_SERVICE_TOKEN: 'sandbox-admin-token',
        OS_SERVICE_ENDPOINT: 'http://cloud.example.com:35357/v2.0',
      },
    },
    secrets: ['sandbox-admin-token'],
  }),
  "the key of swift's own login": () => ({
    line: 'swift -A http://cloud.example.com:8080/auth/v1.0 -U admin:admin -K admin-password list',
    setting: { env: { ...nothing, OS_REGION_NAME: undefined } },
    secrets: [PASSWORD],
  }),
  'the password of a new user that is typed': () => ({
    line: 'keystone user-create --name u --pass',
    setting: { tty: true, askPassword: async () => 'canary-of-a-user', input: 'y' },
    secrets: [PASSWORD, 'canary-of-a-user'],
  }),
  'a password that an option of a command says': () => ({
    line: `keystone user-password-update --pass canary-of-a-user ${ADMIN}`,
    setting: {},
    secrets: [PASSWORD, 'canary-of-a-user'],
  }),
  'the password of a server that a request brings': () => ({
    line: 'api POST compute /servers/1/action -d {"changePassword":{"adminPass":"canary-of-a-server"}}',
    setting: {},
    secrets: [PASSWORD, 'canary-of-a-server'],
  }),
  'the password of a server that an answer brings': () => ({
    line: 'api GET compute /made',
    setting: {
      transport: madeUp({ server: { id: '1', adminPass: 'canary-of-a-server', note: 'canary-of-a-server' } }),
    },
    secrets: [PASSWORD],
  }),
  'the secret of EC2 keys': () => ({
    line: 'keystone ec2-credentials-list',
    setting: {
      transport: madeUp({
        credentials: [{ access: 'a', secret: 'canary-of-ec2', tenant_id: 't', note: 'canary-of-ec2' }],
      }),
    },
    secrets: [PASSWORD],
  }),
};

/** The embedded cloud with one answer of its own, for every path that it does not have itself and for lists of keys. */
function madeUp(answer: object): Transport {
  const cloud = simulate();
  return async (request) => (/\/made$|OS-EC2/.test(request.url) ? response(200, answer) : cloud(request));
}

/**
 * The same cloud, whose answers say again every secret that it has been told or has made; with `refuses` as the message of
 * an error.
 */
function echoing(cloud: Transport, secrets: Set<string>, refuses: boolean): Transport {
  const made = new Set<string>();
  let heard = '';
  return async (request) => {
    const isLogin = (request.method === 'POST' && /\/tokens$/.test(request.url)) || /\/auth\/v1\.0$/.test(request.url);
    learn(secrets, request.headers['x-auth-token']);
    heard += [request.url, request.body, ...Object.values(request.headers)].join(' ');
    const answer = await cloud(request);
    learn(
      made,
      answer.headers['x-subject-token'],
      answer.headers['x-storage-token'],
      answer.headers['openstack-auth-receipt'],
    );
    const text = await textOf(answer);
    learn(made, isLogin && text.startsWith('{') ? JSON.parse(text).access?.token?.id : undefined);
    learn(secrets, ...made);
    const known = [...secrets].filter((one) => made.has(one) || heard.includes(one) || heard.includes(json(one)));
    const said = known.join(' and ');
    if (refuses && !isLogin) return response(400, { badRequest: { message: `It is ${said}.`, code: 400 } });
    // Headers of the login's own answer stand there before anybody could know the token in its body.
    const headers = /^[\x20-\x7e]*$/.test(said) && !isLogin ? { ...answer.headers, 'x-note': said } : answer.headers;
    return { ...answer, headers, body: bytes(withNotes(text, known)) };
  };
}

function learn(secrets: Set<string>, ...found: readonly (string | undefined)[]): void {
  for (const one of found) if (one !== undefined) secrets.add(one);
}

function withNotes(text: string, secrets: readonly string[]): string {
  if (!text.trim().startsWith('{')) return text;
  const numbers = secrets.filter((secret) => /^\d+$/.test(secret)).map(Number);
  const note = { note: secrets, numbers, address: secrets.map((one) => `http://h/${encodeURIComponent(one)}`) };
  return JSON.stringify({ ...note, ...JSON.parse(text), last: `It is ${secrets.join(', ')}.` });
}

async function textOf({ body }: HttpResponse): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function place(t: TestContext): string {
  const directory = temporaryDirectory(t);
  return join(directory, 'recording');
}

/** Runs the command against a cloud that says all secrets again; all that are secret, those that the cloud made included. */
async function run({ line = 'list', setting, secrets }: Way, more: string, refuses = false) {
  const all = new Set(secrets);
  const sent: HttpRequest[] = [];
  const cloud = setting.transport ?? simulate(setting.sim);
  const transport = echoing(
    (request) => {
      sent.push(request);
      return cloud(request);
    },
    all,
    refuses,
  );
  const words = [...line.split(' '), ...more.split(' ').filter((word) => word !== '')];
  const screen = await stackline(words, { ...setting, transport });
  assert.ok(sent.length > 0, screen.stderr);
  return { ...screen, all: [...all, 'canary'] };
}

const assertHidden = (text: string, secrets: readonly string[], where: string): void => {
  for (const secret of secrets) assert.ok(!text.includes(secret), `${where} shows ${secret}:\n${text}`);
};

for (const [name, wayOf] of Object.entries(ways)) {
  describe(name, () => {
    it('is not shown by --debug', async () => {
      const { stderr, all } = await run(await wayOf(), '--debug');
      assert.match(stderr, /REQ: curl[\s\S]*RESP BODY: /);
      assertHidden(stderr, all, 'the trace');
    });

    it('is not written by --record', async (t) => {
      const way = await wayOf();
      if (way.notRecorded) return;
      const directory = place(t);
      const { all, stderr } = await run(way, `--record ${directory}`);
      const files = readdirSync(directory);
      assert.ok(files.length > 1, stderr);
      for (const file of files) assertHidden(readFileSync(join(directory, file), 'utf8'), all, file);
    });

    it('is not in an error that quotes it', async () => {
      const { stdout, stderr, all } = await run(await wayOf(), '-v', true);
      // logout says it in its output.
      assert.match(stdout + stderr, /HTTP 40\d|400 Bad Request/);
      assertHidden(stdout + stderr, all, 'the error');
    });
  });
}
