import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CloudFiles, cloudNames, needsKnown, readCloud } from '../../src/config/clouds.js';
import { resolveSettings } from '../../src/config/settings.js';
import { vendors } from '../../src/config/vendors.js';
import { readYaml } from '../../src/config/yaml.js';
import { expandHome } from '../../src/lib/expand-home.js';

/** The files of a text each, as they would be read. */
function files(clouds: string, secure?: string, vendor?: string): CloudFiles {
  const file = (path: string, text: string) => ({ path, document: readYaml(text, path) });
  return {
    clouds: file('clouds.yaml', clouds),
    ...(secure === undefined ? {} : { secure: file('secure.yaml', secure) }),
    ...(vendor === undefined ? {} : { vendor: file('clouds-public.yaml', vendor) }),
  };
}

/** Value by setting. */
function valuesOf(all: CloudFiles, name = 'c', region?: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(readCloud(all, name, region).values).map(([key, one]) => [key, one.value]));
}

const AUTH = 'auth_url: http://h:5000/v3, username: u, password: p, project_name: x';

describe('a cloud', () => {
  const cases: readonly (readonly [what: string, yaml: string, expected: Readonly<Record<string, unknown>>])[] = [
    [
      'URL, user, password, project and region are read',
      `clouds: {c: {auth: {${AUTH}}, region_name: R}}`,
      { authUrl: 'http://h:5000/v3', username: 'u', password: 'p', projectName: 'x', region: 'R' },
    ],
    [
      'numbers are read as the text that was written',
      'clouds: {c: {auth: {password: 0123, username: 1_0}}}',
      {
        password: '0123',
        username: '1_0',
      },
    ],
    ['null and empty are nothing', 'clouds: {c: {auth: {password: ~, username: "", project_id: null}}}', {}],
    [
      'auth goes before what stands beside it',
      'clouds: {c: {username: beside, auth: {username: in}, password: p}}',
      {
        username: 'in',
        password: 'p',
      },
    ],
    [
      'tenant gives way to project',
      'clouds: {c: {auth: {tenant_name: old, project_name: new, tenant_id: t}}}',
      {
        projectName: 'new',
        projectId: 't',
      },
    ],
    [
      'and not for v2password',
      'clouds: {c: {auth_type: v2password, auth: {tenant_name: old, project_name: new}}}',
      {
        authType: 'v2password',
        projectName: 'old',
      },
    ],
    [
      'dashes are as good as underscores',
      'clouds: {c: {auth: {auth-url: "http://h", user-domain-name: d}}}',
      {
        authUrl: 'http://h',
        userDomainName: 'd',
      },
    ],
    [
      'a domain beside a project is that of user and project',
      'clouds: {c: {auth: {project_name: x, domain_id: d, user_domain_id: e}}}',
      { projectName: 'x', userDomainId: 'e', projectDomainId: 'd' },
    ],
    ['a domain alone is the scope', 'clouds: {c: {auth: {domain_name: d}}}', { domainName: 'd' }],
    ['verify: no', 'clouds: {c: {verify: no, cacert: /ca}}', { insecure: 'true', cacert: '/ca' }],
    ['verify: true', 'clouds: {c: {verify: True, insecure: false}}', {}],
    [
      'endpoint_type is the interface',
      'clouds: {c: {endpoint_type: internal, interface: public}}',
      {
        interface: 'internal',
      },
    ],
    [
      'a placeholder in the URL',
      'clouds: {c: {region_name: east, auth: {auth_url: "https://{region_name}.h"}}}',
      {
        authUrl: 'https://east.h',
        region: 'east',
      },
    ],
    [
      'overrides of endpoints, versions and waiting',
      'clouds: {c: {compute_endpoint_override: "http://c", volumev3_endpoint: "http://v", compute_api_version: 2.10, nova_timeout: 7}}',
      { endpoints: { compute: 'http://c', volume: 'http://v' }, computeApiVersion: '2.10', timeout: '7' },
    ],
    [
      'an application credential, a trust, the system',
      'clouds: {c: {auth_type: v3applicationcredential, auth: {application_credential_id: i, application_credential_secret: s, trust_id: t, system_scope: all}}}',
      {
        authType: 'v3applicationcredential',
        applicationCredentialId: 'i',
        applicationCredentialSecret: 's',
        trustId: 't',
        systemScope: 'all',
      },
    ],
    [
      'a program for the password',
      `clouds: {c: {auth: {password_command: "pass show 'a b'"}}}`,
      {
        passwordCommand: ['pass', 'show', 'a b'],
      },
    ],
    [
      'merge keys and anchors',
      'base: &b {username: u}\nclouds: {c: {auth: {<<: *b, password: p}}}',
      {
        username: 'u',
        password: 'p',
      },
    ],
    ['no map', 'clouds: {c: 7}', {}],
    ['auth that is no map', 'clouds: {c: {auth: [1], region_name: R}}', { region: 'R' }],
  ];
  for (const [what, yaml, expected] of cases) {
    it(what, () => assert.deepEqual(valuesOf(files(yaml)), expected));
  }

  it('secure.yaml goes before clouds.yaml, at every depth, and may name clouds of its own', () => {
    const all = files(`clouds: {c: {auth: {${AUTH}}}}`, 'clouds: {c: {auth: {password: secret}}, d: {region_name: S}}');
    assert.equal(valuesOf(all).password, 'secret');
    assert.equal(valuesOf(all).username, 'u');
    assert.equal(readCloud(all, 'c').values.password?.from, 'secure.yaml');
    assert.equal(readCloud(all, 'c').values.username?.from, 'clouds.yaml');
    assert.deepEqual(cloudNames(all), ['c', 'd']);
  });

  it('a profile is overridden by the file, and one that nobody knows is noted', () => {
    const vendor = 'public-clouds: {v: {auth: {auth_url: "http://vendor", username: v}, regions: [A, B]}}';
    const all = files('clouds: {c: {profile: v, auth: {username: u}}, d: {cloud: w}}', undefined, vendor);
    assert.deepEqual(valuesOf(all), { authUrl: 'http://vendor', username: 'u', region: 'A' });
    assert.equal(valuesOf(all, 'c', 'B').region, 'B');
    assert.match(readCloud(all, 'd').notes.join(), /profile 'w' .* not in clouds-public\.yaml/);
  });

  it('a public cloud that openstacksdk knows is known, and a file that names it too overrides it', () => {
    const all = files(
      'clouds: {c: {profile: citycloud, auth: {username: u}}, d: {profile: "https://cloud.example.com"}}',
    );
    assert.ok(needsKnown(all));
    const known = { ...all, known: vendors };
    const { authUrl, region, identityApiVersion, username } = valuesOf(known);
    assert.deepEqual([username, region, identityApiVersion], ['u', 'Buf1', '3']);
    assert.equal(authUrl, 'https://Buf1.citycloud.com:5000/v3/');
    assert.equal(readCloud(known, 'c').values.authUrl?.from, 'what is known of public clouds');
    // It may have got regions since.
    assert.equal(valuesOf(known, 'c', 'Sto9').authUrl, 'https://Sto9.citycloud.com:5000/v3/');
    assert.match(
      readCloud(known, 'd').notes.join(),
      /'https:.* is not known: profiles are not fetched from the network/,
    );
    const own = files(
      'clouds: {c: {profile: ovh}}',
      undefined,
      'public-clouds: {ovh: {auth: {auth_url: "http://mine"}, regions: [A]}}',
    );
    assert.equal(needsKnown(own), false);
    assert.deepEqual(valuesOf({ ...own, known: vendors }), { authUrl: 'http://mine', region: 'A' });
    assert.throws(() => readCloud({ ...own, known: vendors }, 'c', 'B'), /not a valid region name/);
  });

  it('the newest name of the volume service counts, and a passcode beside auth', () => {
    const all = files(
      'clouds: {c: {passcode: 2, auth: {passcode: 1}, volume_api_version: 2, block_storage_api_version: 3}}',
    );
    assert.deepEqual(valuesOf(all), { passcode: '2', volumeApiVersion: '3' });
  });

  it('the first region is the default, each has its own values, and there are no others', () => {
    const all = files(
      'clouds: {c: {auth: {username: u}, interface: public, regions: [A, {name: B, values: {interface: internal, auth: {username: b}}}]}}',
    );
    assert.deepEqual(valuesOf(all), { username: 'u', interface: 'public', region: 'A' });
    assert.deepEqual(valuesOf(all, 'c', 'B'), { username: 'b', interface: 'internal', region: 'B' });
    assert.throws(() => valuesOf(all, 'c', 'C'), /Region C is not a valid region name for cloud c\./);
    assert.equal(valuesOf(files('clouds: {c: {region_name: A}}'), 'c', 'C').region, 'C');
  });

  it('has ~ in paths of certificates expanded, whichever file or part of it names them', () => {
    const yaml =
      'clouds: {c: {cert: ~/cert.pem, auth: {username: u}, regions: [A, {name: B, values: {cacert: ~/b.pem}}]}}';
    const all = files(yaml, 'clouds: {c: {key: ~/key.pem}}');
    const paths = (env: Record<string, string>, region: string) => {
      const { cacert, cert, key } = resolveSettings({}, env, {}, { cloud: readCloud(all, 'c', region).values });
      return { cacert, cert, key };
    };
    const home = { HOME: '/home/me' };
    const own = { cert: '/home/me/cert.pem', key: '/home/me/key.pem' };
    assert.deepEqual(paths(home, 'B'), { ...own, cacert: '/home/me/b.pem' });
    assert.deepEqual(paths(home, 'A'), { ...own, cacert: undefined });
    assert.equal(paths({ ...home, OS_CACERT: '~/ca' }, 'A').cacert, '/home/me/ca');
    assert.equal(resolveSettings({ cacert: '~/ca/~x' }, home, {}).cacert, '/home/me/ca/~x');
    assert.equal(paths({}, 'B').cacert, '~/b.pem');
    const kept = resolveSettings({}, home, {}, { userConfig: { cacert: { value: '~/own.pem', from: 'f' } } });
    assert.equal(kept.cacert, '/home/me/own.pem');
    for (const path of ['~other/x', 'x/~/y', '/~/x']) assert.equal(expandHome(path, '/home/me'), path);
  });

  it('that is not in the file is an error that names those that are', () => {
    assert.throws(
      () => readCloud(files('clouds: {a: {}, b: {}}'), 'c'),
      (error) => error instanceof Error && 'hint' in error && error.hint === 'clouds.yaml has a, b.',
    );
    assert.throws(() => readCloud({}, 'c'), /Cloud c was not found\./);
    assert.throws(() => readCloud(files('clouds: {c: {regions: [{nome: x}]}}'), 'c'), /neither a name nor a map/);
    assert.throws(() => readCloud(files('clouds: {c: {auth: {auth_url: "http://{x}"}}}'), 'c'), /placeholder .* \{x\}/);
  });
});
