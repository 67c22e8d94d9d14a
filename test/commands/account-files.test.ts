import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld, tenantId } from '../../src/sandbox/seed.js';
import { stackline } from '../support/stackline.js';

const testUser = { OS_USERNAME: 'test-user', OS_PASSWORD: 'test-password', OS_TENANT_NAME: 'test-project' };

/** What a shell has in these variables when it has sourced the file and got the password on its standard input. */
function sourced(file: string, password: string, names: readonly string[]): readonly string[] {
  const print = `printf '%s\\0' ${names.map((name) => `"$${name}"`).join(' ')}`;
  const before = 'OS_PROJECT_NAME=left OS_TENANT_NAME=left OS_USER_DOMAIN_NAME=left\n';
  const { stdout, stderr, status } = spawnSync('sh', ['-c', `${before}eval "$1"\n${print}`, 'sh', file], {
    input: `${password}\n`,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout.split('\0').slice(0, -1);
}

describe('an openrc.sh', () => {
  for (const version of ['v2', 'v3'] as const) {
    it(`over ${version} holds whatever a project is called, asks for the password and does not hold it`, async () => {
      const name = `a'b "$(exit 9)" \\ \`id\` \u001b[31m #é`;
      const world = guideWorld();
      const tenant = world.tenants.find(({ id }) => id === tenantId('test-project')) ?? assert.fail('no test-project');
      tenant.name = name;
      const env = { ...testUser, OS_TENANT_NAME: name };
      const { stdout, code } = await stackline(`openrc --${version}`, { env, sim: { world } });
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /test-password|\u001b/);
      const common = ['OS_AUTH_URL', 'OS_USERNAME', 'OS_REGION_NAME', 'OS_PASSWORD', 'OS_USER_DOMAIN_NAME'];
      const values = sourced(stdout, 'p w\\d "x', [...common, 'OS_TENANT_NAME', 'OS_PROJECT_NAME']);
      const url = `http://cloud.example.com:5000/${version === 'v2' ? 'v2.0' : 'v3'}`;
      const names = version === 'v2' ? [name, ''] : ['', name];
      assert.deepEqual(values, [url, 'test-user', 'RegionOne', 'p w\\d "x', '', ...names]);
    });
  }

  it('is for another project of one’s own, by name and by id', async () => {
    const world = guideWorld();
    const anne = world.users.find(({ name }) => name === 'anne') ?? assert.fail('no anne');
    const role = world.roles.find(({ name }) => name === 'Member') ?? assert.fail('no Member');
    world.grants.push({ userId: anne.id, roleId: role.id, tenantId: tenantId('tom') });
    const env = { OS_USERNAME: 'anne', OS_PASSWORD: 'anne-password', OS_TENANT_NAME: 'anne' };
    for (const version of ['v2.0', 'v3']) {
      const setting = { env: { ...env, OS_AUTH_URL: `http://cloud.example.com:5000/${version}` }, sim: { world } };
      for (const given of ['tom', tenantId('tom')]) {
        const { stdout } = await stackline(`openrc --project ${given}`, setting);
        assert.match(stdout, new RegExp(`_ID=${tenantId('tom')}\n.*_NAME=tom\n`));
      }
      assert.equal((await stackline('openrc --project jtopjian', setting)).code, 1);
    }
  });

  it('is not made for a version that the cloud does not have', async () => {
    const cloud = simulate();
    const onlyV3: Transport = (request) =>
      cloud(request.url.includes('/v2.0') ? { ...request, url: 'http://cloud.example.com:5000/nothing' } : request);
    const env = { OS_AUTH_URL: 'http://cloud.example.com:5000/v3' };
    const { code, stderr } = await stackline('openrc --v2', { env, transport: onlyV3 });
    assert.equal(code, 1);
    assert.equal(stderr, 'This cloud has no Identity v2.0: nothing answers at http://cloud.example.com:5000/v2.0\n');
  });
});

describe('an ec2rc.sh', () => {
  const member = { OS_USERNAME: 'tom', OS_PASSWORD: 'tom-password', OS_TENANT_NAME: 'tom' };

  it('has keys made only when that is asked for, and the same ones from then on', async () => {
    const world = guideWorld();
    const setting = { env: member, sim: { world } };
    const before = world.ec2Credentials.length;
    assert.equal((await stackline('ec2rc', setting)).code, 1);
    assert.equal(world.ec2Credentials.length, before);
    const { stdout, code } = await stackline('ec2rc --create', setting);
    assert.equal(code, 0);
    const made = world.ec2Credentials.at(-1) ?? assert.fail('nothing was made');
    assert.deepEqual(sourced(stdout, '', ['EC2_ACCESS_KEY', 'EC2_SECRET_KEY', 'EC2_URL', 'EC2_USER_ID']), [
      made.access,
      made.secret,
      'http://cloud.example.com:8773/services/Cloud',
      '42',
    ]);
    assert.equal((await stackline('ec2rc --create', setting)).stdout, stdout);
    assert.equal((await stackline('ec2rc', setting)).stdout, stdout);
  });

  it('is packed with the x509 files, and never over another file', async () => {
    const cloud = simulate();
    const certifying: Transport = async (request: HttpRequest) => {
      if (request.method !== 'POST' || !request.url.endsWith('/os-certificates')) return cloud(request);
      const body = JSON.stringify({ certificate: { private_key: 'the key\n', data: 'the certificate\n' } });
      return { status: 200, headers: {}, body: [Buffer.from(body)] as never };
    };
    const files = new Map<string, string>();
    const setting = { env: testUser, transport: certifying, files };
    const first = await stackline('ec2rc --zip keys.zip', setting);
    assert.deepEqual(
      [first.stdout, first.stderr, first.code],
      ['Wrote keys.zip: ec2rc.sh, cacert.pem, cert.pem, pk.pem\n', '', 0],
    );
    const content = files.get('keys.zip');
    const second = await stackline('ec2rc --zip keys.zip', setting);
    assert.deepEqual([second.stderr, second.code], ['keys.zip is there already, and stays as it is.\n', 1]);
    assert.equal(files.get('keys.zip'), content);
  });

  it('is packed without them where the cloud has none', async () => {
    const cloud = simulate();
    const transport: Transport = (request) =>
      cloud(
        request.method === 'POST' ? { ...request, url: request.url.replace('/os-certificates', '/none') } : request,
      );
    const setting = { env: testUser, transport, files: new Map<string, string>() };
    const { stdout, stderr, code } = await stackline('ec2rc --zip keys.zip', setting);
    assert.equal(code, 0);
    assert.equal(stdout, 'Wrote keys.zip: ec2rc.sh, cacert.pem\n');
    assert.match(stderr, /^No cert\.pem and pk\.pem: .*\n$/);
  });
});
