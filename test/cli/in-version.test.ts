import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findRoute } from '../../src/cli/route.js';
import { imageVersion } from '../../src/core/image-version.js';

const place = async (line: string, env: Readonly<Record<string, string>> = {}, program = 'glance') =>
  (await findRoute(program, line.split(' '), env)).applet;

describe('the version of the API that is asked for', () => {
  it('decides which commands there are, whoever says it', async () => {
    assert.equal(await place('image-list'), 'glance');
    assert.equal(await place('--os-image-api-version 1 image-list'), 'glance-v1');
    assert.equal(await place('--os_image_api_version=1 help'), 'glance-v1');
    assert.equal(await place('image-list --os-image-api-version 1'), 'glance-v1');
    assert.equal(await place('image-list --os-image-api-version=1'), 'glance-v1');
    assert.equal(await place('image-list', { OS_IMAGE_API_VERSION: '1' }), 'glance-v1');
    assert.equal(await place('image-list', { OS_IMAGE_API_VERSION: '' }), 'glance');
    assert.equal(await place('image-list', { OS_IMAGE_URL: 'http://h:9292/v1/' }), 'glance-v1');
    assert.equal(await place('glance index', { OS_IMAGE_API_VERSION: '1' }, 'stackline'), 'glance-v1');
    assert.equal(await place('--os-image-api-version 1 glance index', {}, 'stackline'), 'glance-v1');
  });

  it('is that of the option before that of the variable, and before that of a URL', async () => {
    const env = { OS_IMAGE_API_VERSION: '1', OS_IMAGE_URL: 'http://h:9292/v1' };
    assert.equal(await place('--os-image-api-version 2 image-list', env), 'glance');
    assert.equal(await place('image-list', { ...env, OS_IMAGE_API_VERSION: '2' }), 'glance');
    assert.equal(await place('--os-image-url http://h:9292/v2 image-list', { OS_IMAGE_URL: 'http://h/v1' }), 'glance');
  });

  it('is no matter to programs that have one', async () => {
    assert.equal(await place('list', { OS_IMAGE_API_VERSION: 'x' }, 'nova'), 'nova');
  });

  it('must be one that there is', async () => {
    const refused = { message: 'Invalid API version parameter. Supported values are [1, 2]' };
    for (const version of ['3', '0', 'x', '2.0', '-1']) {
      await assert.rejects(place(`--os-image-api-version ${version} image-list`), refused, version);
    }
  });
});

describe('the version in a URL of the image service', () => {
  it('is the whole of its path', () => {
    for (const url of ['http://h:9292/v1', 'http://h:9292/v1.1/', 'https://h/v1/'])
      assert.equal(imageVersion(undefined, url), 1);
    for (const url of [undefined, 'http://h:9292', 'http://h/v2', 'http://h/image/v1', 'http://h/v1/x', 'nonsense']) {
      assert.equal(imageVersion(undefined, url), 2, url);
    }
  });
});
