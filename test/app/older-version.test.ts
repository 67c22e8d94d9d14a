/** A program goes back to the older version of its API where the service or the settings have no newer one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { openrc, type Setting, stackline } from '../support/stackline.js';

/** The embedded cloud with an image service that has v1 only: what is asked of v2 is asked of no version that it has. */
function withoutV2(): Transport {
  const cloud = simulate();
  return (request) => cloud({ ...request, url: request.url.replace(':9292/v2', ':9292/v9') });
}

const WARNING =
  'WARNING: The client is falling back to v1 because the accessing to v2 failed. This behavior will be removed in ' +
  'future versions\n';
const glance = (line: string, setting: Setting = {}) =>
  stackline(line, { program: 'glance', transport: withoutV2(), ...setting });

describe('glance with a service that has the image API v1 only', () => {
  it('shows what v1 shows, below a warning', async () => {
    const asked = await stackline('--os-image-api-version 1 image-list', { program: 'glance' });
    assert.match(asked.stdout, /Disk Format/);
    assert.deepEqual(await glance('image-list').then(({ stdout, stderr, code }) => ({ stdout, stderr, code })), {
      stdout: asked.stdout,
      stderr: WARNING,
      code: 0,
    });
  });

  it('finds the content of an image there, too', async () => {
    const id = '2c2e33ef-24fb-4571-ac9c-8fe3aff7f464';
    const { stdout, stderr } = await glance(`image-download ${id}`);
    assert.equal(stderr, WARNING);
    assert.equal(stdout, (await stackline(`image-download ${id}`, { program: 'glance' })).stdout);
  });

  it('says that v1 does not have a command', async () => {
    const { stdout, stderr, code } = await glance('md-namespace-list');
    assert.equal(stdout, '');
    assert.match(stderr, /^WARNING: .*\n(.*\n)*.*invalid choice: 'md-namespace-list'/);
    assert.equal(code, 2);
  });

  it('refuses where v2 is asked for', async () => {
    const refused = 'HTTPMultipleChoices (HTTP 300) Requested version of OpenStack Images API is not available.\n';
    for (const setting of [{ env: { ...openrc, OS_IMAGE_API_VERSION: '2' } }, {}] as const) {
      const line = 'env' in setting ? 'image-list' : '--os-image-api-version 2 image-list';
      const { stdout, stderr, code } = await glance(line, setting);
      assert.equal(stdout, '');
      assert.equal(stderr.slice(0, refused.length), refused);
      assert.equal(code, 1);
    }
  });
});

describe('glance with a cloud of clouds.yaml that says image_api_version', () => {
  const auth = `{auth_url: ${openrc.OS_AUTH_URL}, username: admin, password: ${openrc.OS_PASSWORD}, project_name: admin}`;
  const cloudOf = (version: string): Setting => ({
    files: new Map([
      [
        '/home/somebody/.config/openstack/clouds.yaml',
        `clouds: {old: {auth: ${auth}, region_name: RegionOne, ${version}}}`,
      ],
    ]),
    env: { HOME: '/home/somebody' },
    program: 'glance',
  });

  it('asks for that version, and for none before', async () => {
    const { stdout, stderr, code, requests } = await stackline(
      '--os-cloud old image-list',
      cloudOf('image_api_version: 1'),
    );
    assert.deepEqual({ stderr, code }, { stderr: '', code: 0 });
    assert.match(stdout, /Disk Format/);
    assert.deepEqual(
      requests.filter((line) => line.includes(':9292')).map((line) => line.replace(/\?.*/, '')),
      ['GET http://cloud.example.com:9292/v1/images/detail'],
    );
  });

  it('asks for v2 where it says so, or the command line does', async () => {
    for (const [version, line] of [
      ['image_api_version: "2"', '--os-cloud old image-list'],
      ['image_api_version: 2.16', '--os-cloud old image-list'],
      ['image_api_version: 1', '--os-cloud old --os-image-api-version 2 image-list'],
    ] as const) {
      const { stdout, stderr } = await stackline(line, cloudOf(version));
      assert.equal(stderr, '');
      assert.doesNotMatch(stdout, /Disk Format/);
    }
  });
});
