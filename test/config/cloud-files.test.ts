import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findCloudFiles, searchOrder } from '../../src/config/cloud-files.js';
import { cloudNames, readCloud } from '../../src/config/clouds.js';
import { expandHome } from '../../src/lib/expand-home.js';

describe('where files of clouds are looked for', () => {
  it('follows openstacksdk: named, here, the user’s, the system’s; each in three spellings', () => {
    const env = { HOME: '/home/u', XDG_CONFIG_HOME: '/xdg', OS_CLIENT_CONFIG_FILE: '~/my.yaml' };
    assert.deepEqual(
      searchOrder('clouds', env, '/here').filter((path) => !/\.(yml|json)$/.test(path)),
      [
        '/home/u/my.yaml',
        '/here/clouds.yaml',
        '/xdg/openstack/clouds.yaml',
        '/home/u/.config/openstack/clouds.yaml',
        '/etc/xdg/openstack/clouds.yaml',
        '/etc/openstack/clouds.yaml',
      ],
    );
    assert.deepEqual(searchOrder('secure', {}, undefined), [
      '/etc/xdg/openstack/secure.yaml',
      '/etc/xdg/openstack/secure.yml',
      '/etc/xdg/openstack/secure.json',
      '/etc/openstack/secure.yaml',
      '/etc/openstack/secure.yml',
      '/etc/openstack/secure.json',
    ]);
  });

  it('ignores relative directories, and names none twice', () => {
    const order = searchOrder('clouds', { XDG_CONFIG_HOME: 'xdg', HOME: '/etc' }, '/etc/openstack');
    assert.deepEqual(order, [...new Set(order)]);
    assert.ok(order.every((path) => path.startsWith('/')));
    assert.equal(expandHome('~/x', undefined), '~/x');
  });

  it('takes the first file of each kind, JSON too, and none where there is none', () => {
    const there = new Map([
      ['/here/clouds.json', '{"clouds": {"j": {"auth": {"username": 7}}}}'],
      ['/etc/openstack/clouds.yaml', 'clouds: {y: {}}'],
      ['/etc/openstack/secure.yaml', ''],
    ]);
    const found = findCloudFiles({}, '/here', (path) => there.get(path));
    assert.deepEqual(cloudNames(found), ['j']);
    assert.equal(readCloud(found, 'j').values.username?.value, '7');
    assert.equal(found.secure?.path, '/etc/openstack/secure.yaml');
    assert.deepEqual(
      findCloudFiles({}, '/nowhere', () => undefined),
      {},
    );
  });

  it('says what is wrong with a file, and nothing of what is in it', () => {
    const bad = [
      'clouds: [canary',
      'a: b: canary',
      '\tclouds: canary',
      'clouds: *canary',
      'canary',
      '- canary',
      '{"canary',
    ];
    for (const text of bad) {
      for (const path of ['/here/clouds.yaml', '/here/clouds.json']) {
        assert.throws(
          () => findCloudFiles({}, '/here', (asked) => (asked === path ? text : undefined)),
          (error) => error instanceof Error && error.message.startsWith(path) && !error.message.includes('canary'),
          text,
        );
      }
    }
  });
});
