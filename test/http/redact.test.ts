import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { type Secrets, secretRegistry } from '../../src/core/secrets.js';
import { redactedBody } from '../../src/http/curl.js';
import {
  fingerprint,
  learnFromHeaders,
  redactHeader,
  redactJsonText,
  redactText,
  redactUrl,
} from '../../src/http/redact.js';
import { showUrl } from '../../src/http/url.js';
import { fc, runs } from '../support/property.js';

/** What is shown of a value of JSON. */
const redactJson = (value: unknown, secrets: Secrets): unknown =>
  JSON.parse(redactJsonText(JSON.stringify(value), secrets) ?? '');

/** Nothing is known, and nothing is learnt. */
const none: Secrets = { add: () => undefined, learn: () => undefined, hide: (text) => text };

function knowing(secret: string): Secrets {
  const secrets = secretRegistry();
  secrets.add(secret);
  return secrets;
}

const CANARY = 'canary-5f0c';

/** JSON of any shape around one value. */
const around = (core: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      core,
      fc
        .tuple(fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }), tie('node'))
        .map(([rest, node]) => [...rest, node]),
      fc
        .tuple(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }), fc.string(), tie('node'))
        .map(([rest, name, node]) => ({ ...rest, [name]: node })),
      tie('node').map((node) => JSON.stringify(node)),
    ),
  })).node;

const SECRET_NAMES = [
  ...['password', 'adminPass', 'original_password', 'passcode', 'secret', 'client_secret', 'user_data', 'private_key'],
  ...['OS-EXT-SRV-ATTR:user_data', 'encryption_key', 'secretKey', 'access_key', 'auth_password', 'blob', 'admin_pass'],
  ...['credentials', 'token', 'auth_token', 'X-Auth-Token', 'token_id', 'oauth_token_secret', 'temp-url-key'],
];

test('what stands under the name of a secret never survives, at any depth, in any shape', () => {
  const value = fc.oneof(
    fc.constant(CANARY),
    fc.string().map((text) => `${text}${CANARY}${text}`),
    fc.constant([CANARY]),
  );
  const member = fc
    .tuple(fc.constantFrom(...SECRET_NAMES), value)
    .filter(([name, inner]) => typeof inner === 'string' || !/token/i.test(name))
    .map(([name, inner]) => ({ [name]: inner }));
  fc.assert(
    fc.property(around(member), (json) => {
      assert.doesNotMatch(JSON.stringify(redactJson(json, none)), new RegExp(CANARY));
    }),
    { numRuns: runs(500) },
  );
});

test('a secret that the session knows never survives, wherever it stands', () => {
  const anywhere = fc.oneof(
    fc.string().map((text) => text + CANARY),
    fc.string().map((text) => ({ [text + CANARY]: 1 })),
    fc.constant([CANARY]),
  );
  fc.assert(
    fc.property(around(anywhere), (json) => {
      const shown = JSON.stringify(redactJson(json, knowing(CANARY)));
      assert.doesNotMatch(shown, new RegExp(CANARY));
    }),
    { numRuns: runs(500) },
  );
  const odd = 'a "b" c/d\\e ф&';
  for (const text of [odd, JSON.stringify(odd), encodeURIComponent(odd), new URLSearchParams({ p: odd }).toString()]) {
    assert.match(redactText(`x ${text} y`, knowing(odd)), /\*\*\*"? y$/);
  }
});

test('text that holds nothing to hide stays as it was written, white space and all', () => {
  for (const text of ['"" ', '[1]\n', 'a  b', '"quoted"', '{"a":1}  ']) assert.equal(redactText(text, none), text);
  assert.equal(redactText(`{"a":"${CANARY}","a":"b"}`, none), '{"a":"b"}');
});

test('a short secret is hidden where secrets stand, and elsewhere words stay words', () => {
  const shown = redactJson({ name: 'admin', password: 'admin' }, knowing('admin'));
  assert.equal(JSON.stringify(shown), '{"name":"admin","password":"***"}');
});

test('logins of both versions keep who asks for what, and lose how', () => {
  const shown = (json: unknown): string => JSON.stringify(redactJson(json, none));
  assert.equal(
    shown({ auth: { tenantName: 'demo', passwordCredentials: { username: 'me', password: CANARY } } }),
    '{"auth":{"tenantName":"demo","passwordCredentials":{"username":"me","password":"***"}}}',
  );
  assert.equal(
    shown({
      auth: {
        identity: { methods: ['password'], password: { user: { name: 'me', domain: { id: 'd' }, password: CANARY } } },
        scope: { project: { id: 'p' } },
      },
    }),
    '{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"me","domain":{"id":"d"},"password":"***"}}},' +
      '"scope":{"project":{"id":"p"}}}}',
  );
  const hash = `{SHA256}${createHash('sha256').update(CANARY).digest('hex')}`;
  assert.equal(shown({ auth: { token: { id: CANARY } } }), `{"auth":{"token":{"id":"${hash}"}}}`);
  assert.equal(
    shown({ access: { token: { id: CANARY, expires: 'never', tenant: { id: 't' } }, user: { id: 'u' } } }),
    `{"access":{"token":{"id":"${hash}","expires":"never","tenant":{"id":"t"}},"user":{"id":"u"}}}`,
  );
  assert.equal(
    shown({ auth: { identity: { methods: ['token'], token: { id: CANARY } } } }),
    `{"auth":{"identity":{"methods":["token"],"token":{"id":"${hash}"}}}}`,
  );
});

test('files and keys given to a server are hidden, and what is public is not', () => {
  const shown = redactJson(
    {
      server: { key_name: 'k', personality: [{ path: '/etc/motd', contents: CANARY }], user_data: CANARY },
      keypair: { name: 'k', public_key: 'ssh-rsa AAAA', private_key: CANARY, fingerprint: 'aa:bb' },
      credential: { id: 'c', type: 'ec2', blob: CANARY },
    },
    none,
  );
  assert.equal(
    JSON.stringify(shown),
    '{"server":{"key_name":"k","personality":[{"path":"/etc/motd","contents":"***"}],"user_data":"***"},' +
      '"keypair":{"name":"k","public_key":"ssh-rsa AAAA","private_key":"***","fingerprint":"aa:bb"},' +
      '"credential":{"id":"c","type":"ec2","blob":"***"}}',
  );
});

test('headers: tokens become fingerprints, the rest of what opens doors is hidden', () => {
  const hash = fingerprint(CANARY);
  const cases: [string, string, string][] = [
    ['x-auth-token', CANARY, hash],
    ['X-Subject-Token', CANARY, hash],
    ['x-service-token', CANARY, hash],
    ['x-storage-token', CANARY, hash],
    ['authorization', `Basic ${CANARY}`, 'Basic ***'],
    ['authorization', `Bearer ${CANARY}`, `Bearer ${hash}`],
    ['authorization', CANARY, '***'],
    ['cookie', CANARY, '***'],
    ['set-cookie', CANARY, '***'],
    ['x-account-meta-temp-url-key', CANARY, '***'],
    ['openstack-auth-receipt', CANARY, '***'],
    [
      'location',
      `http://h/x?temp_url_sig=${CANARY}&temp_url_expires=1`,
      'http://h/x?temp_url_sig=***&temp_url_expires=1',
    ],
    ['content-type', 'application/json', 'application/json'],
    ['x-openstack-request-id', 'req-1', 'req-1'],
  ];
  for (const [name, value, shown] of cases) assert.equal(redactHeader(name, value, none), shown, name);
});

test('text: tokens by their looks, passwords in URLs and after a word that announces them', () => {
  const fernet = `gAAAAAB${'x'.repeat(80)}==`;
  assert.equal(redactText(`token is ${fernet}.`, none), `token is ${fingerprint(fernet)}.`);
  assert.equal(redactText(`at http://me:${CANARY}@h/ now`, none), 'at http://me:***@h/ now');
  assert.equal(redactText(`password=${CANARY}&x=1`, none), 'password=***&x=1');
  assert.equal(redactText(`"adminPass": "${CANARY} and more"`, none), '"adminPass": ***');
  assert.equal(
    redactText(`http://h:6080/vnc_auto.html?path=%3Ftoken%3D${CANARY}`, none),
    'http://h:6080/vnc_auto.html?path=%3Ftoken%3D***',
  );
  assert.equal(
    redactUrl(`http://me:${CANARY}@h/a?token=${CANARY}&limit=1`, none),
    'http://me:***@h/a?token=***&limit=1',
  );
});

// What took the square of its length would be stopped by the time that the runner gives a file.
test('hostile text of a million characters is redacted in time that grows with its length alone', () => {
  for (const piece of ['a.', 'http://', 'password', 'token=', '?a;', 'MII', 'gAAAAA', '"\\', 'x@', '%3F', '{"', '[[']) {
    const text = piece.repeat(1_000_000 / piece.length);
    assert.ok(redactText(text, none).length > 0);
    assert.ok(redactedBody(text, none).length > 0);
  }
});

test('JSON nested too deep to search is hidden, not shown', () => {
  let json: unknown = { password: CANARY };
  for (let level = 0; level < 1000; level += 1) json = [json];
  assert.doesNotMatch(redactedBody(JSON.stringify(json), none), new RegExp(CANARY));
  assert.equal(redactedBody(`${'['.repeat(50_000)}${']'.repeat(50_000)}`, none).includes('***'), true);
});

test('numbers stay as they were written, whatever else in the text is hidden', () => {
  const text = '{"password": "hunter22", "n": [18446744073709551615, 1.0, -1e22], "s": "1.0"}';
  assert.equal(redactText(text, none), '{"password":"***","n":[18446744073709551615,1.0,-1e22],"s":"1.0"}');
});

test('pwd, pw, the access key of EC2 and what a text says a password is are hidden', () => {
  const shown = redactJson(
    { pwd: 'a1', db_pwd: 'b2', pw: 'c3', user_pw: 'd4', credential: { access: 'e5', tenant_id: 't' } },
    none,
  );
  assert.deepEqual(shown, {
    pwd: '***',
    db_pwd: '***',
    pw: '***',
    user_pw: '***',
    credential: { access: '***', tenant_id: 't' },
  });
  assert.equal(redactHeader('authentication-info', 'nextnonce="x"', none), '***');
  assert.equal(redactText('Your password is hunter22.', none), 'Your password is ***');
  assert.equal(redactText('the Password was: hunter22', none), 'the Password was: ***');
  assert.equal(
    redactUrl('http://h/v3/users/u1/credentials/OS-EC2/0f0f', none),
    'http://h/v3/users/u1/credentials/OS-EC2/***',
  );
  assert.deepEqual(redactJson({ access: { token: { id: 'x'.repeat(10) }, user: { name: 'admin' } } }, none), {
    access: { token: { id: fingerprint('x'.repeat(10)) }, user: { name: 'admin' } },
  });
});

test('a URL that is none is shown without what stands before its host', () => {
  for (const url of [
    'http://admin:se/cret@host:port',
    'http://admin:hunter22@[bad',
    '//admin:hunter22@host',
    'http://a:b@c:d@e f',
  ]) {
    assert.doesNotMatch(showUrl(url), /cret|hunter22|a:b|c:d/, url);
  }
  assert.equal(showUrl('controller:5000'), 'controller:5000');
  assert.match(showUrl('http://h:port/?token=abc'), /token=\*\*\*/);
});

test('what has the name of a secret is hidden in the whole message, and in those that follow', () => {
  const secrets = secretRegistry();
  const shown = redactJson(
    { note: `It is ${CANARY}.`, server: { adminPass: CANARY, name: `web-${CANARY}` }, list: [{ [CANARY]: CANARY }] },
    secrets,
  );
  assert.deepEqual(shown, {
    note: 'It is ***.',
    server: { adminPass: '***', name: 'web-***' },
    list: [{ '***': '***' }],
  });
  assert.equal(redactText(`${CANARY} again`, secrets), '*** again');
  learnFromHeaders({ 'x-subject-token': 'token-of-a-header', vary: 'X-Auth-Token' }, secrets);
  assert.equal(redactHeader('x-note', 'token-of-a-header, X-Auth-Token', secrets), '***, X-Auth-Token');
  assert.deepEqual(redactJson({ 'OS-TRUST:trust': { id: 'c0ffee00' }, trust: { id: 't1' } }, secretRegistry()), {
    'OS-TRUST:trust': { id: fingerprint('c0ffee00') },
    trust: { id: 't1' },
  });
});

test('a word under the name of a key stays a word elsewhere', () => {
  const shown = redactJson({ sort_key: 'created_at', tag_key: 'production', name: 'production' }, secretRegistry());
  assert.deepEqual(shown, { sort_key: 'created_at', tag_key: '***', name: 'production' });
});

test('a secret that is a number is hidden where it is one in JSON, and other numbers stay as they were written', () => {
  const body = '{"a":48151623,"b":[1.0,48151623],"c":1e22,"d":314159,"e":13141592,"f":"48151623"}';
  const secrets = knowing('48151623');
  secrets.add('314159');
  assert.equal(redactJsonText(body, secrets), '{"a":"***","b":[1.0,"***"],"c":1e22,"d":"***","e":13141592,"f":"***"}');
  assert.equal(redactJsonText('{"a":48151623,"b":7}', secrets), '{"a":"***","b":7}');
});
