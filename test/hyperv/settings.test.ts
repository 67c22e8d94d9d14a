import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endpointUrl } from '../../src/hyperv/settings.js';
import { certificates } from './certificates.js';
import { fakeHost, PASSWORD, USER } from './fake-host.js';
import { hyperv } from './run.js';

describe('the name of a host', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['hv01', 'https://hv01:5986/wsman'],
    ['hv01.', 'https://hv01.:5986/wsman'],
    ['hv01:443', 'https://hv01:443/wsman'],
    ['2001:db8::7', 'https://[2001:db8::7]:5986/wsman'],
    ['[2001:db8::7]:1', 'https://[2001:db8::7]:1/wsman'],
    ['http://hv01', 'http://hv01:5985/wsman'],
    ['http://hv01:80/', 'http://hv01:80/wsman'],
    ['https://hv01:8443/site/wsman', 'https://hv01:8443/site/wsman'],
  ];
  for (const [typed, url] of rows) it(`${typed} is at ${url}`, () => assert.equal(endpointUrl(typed), url));

  for (const wrong of ['', 'a b', 'hv01/x', 'user@hv01', 'http://u:p@hv01', 'http://']) {
    it(`'${wrong}' is none`, () => assert.throws(() => endpointUrl(wrong), { name: 'UsageError' }));
  }
});

describe('settings of a host', () => {
  it('stand in the user configuration by the name of the host, below options and environment', async (t) => {
    const host = await fakeHost(t);
    const config = JSON.stringify({
      'hyperv.rack1.hv.url': host.url,
      'hyperv.rack1.hv.username': USER,
      'hyperv.rack1.hv.auth': 'basic',
      'hyperv.rack1.hv.password-command': 'pass show hv',
      'hyperv.rack1.hv.cacert': certificates().ca,
    });
    const env = {
      HYPERV_USERNAME: undefined,
      HYPERV_PASSWORD: undefined,
      HYPERV_AUTH: undefined,
      HYPERV_CACERT: undefined,
    };
    const ran: (readonly string[])[] = [];
    const programs = (words: readonly string[]) => {
      ran.push(words);
      return `${PASSWORD}\n`;
    };
    for (const line of ['default-path rack1.hv', 'default-path']) {
      const { code, stdout, stderr } = await hyperv(`${line} -f value -c Host`, { config, env, programs });
      assert.equal(stderr, '');
      assert.equal(code, 0);
      assert.equal(stdout, 'rack1.hv\n');
    }
    assert.deepEqual(ran[0], ['pass', 'show', 'hv']);
    const wrong = await hyperv('default-path', { config, env: { ...env, HYPERV_USERNAME: 'other' }, programs });
    assert.match(wrong.stderr, /the login of other was refused/);
  });

  it('a cloud’s settings are none of theirs', async (t) => {
    const host = await fakeHost(t);
    const config = JSON.stringify({ username: 'cloud-user', 'password-command': 'false' });
    const env = { HYPERV_USERNAME: undefined, OS_USERNAME: 'somebody', OS_PASSWORD: 'a-cloud-password' };
    const { code, stderr } = await hyperv(`default-path ${host.url}`, { env, config });
    assert.equal(code, 1);
    assert.match(stderr, /You must say who logs in: --user, or HYPERV_USERNAME\./);
    assert.equal((await hyperv(`vm list ${host.url} --os-username x`)).code, 2);
  });

  it('hosts come from HYPERV_HOSTS where none is typed', async (t) => {
    const host = await fakeHost(t);
    const { stdout } = await hyperv('default-path -f value -c Host', {
      env: { HYPERV_HOSTS: `${host.url}, ${host.url}` },
    });
    assert.equal(stdout, `${host.url}\n`);
    const none = await hyperv('default-path');
    assert.equal(none.code, 2);
    assert.match(none.stderr, /no host is named/);
  });

  it('a login that there is none of is said before anything is sent', async (t) => {
    const host = await fakeHost(t);
    const { code, stderr } = await hyperv(`default-path ${host.url} --auth kerberos`);
    assert.equal(code, 1);
    assert.match(stderr, /There is no login 'kerberos'/);
    assert.deepEqual(host.log, []);
  });
});
