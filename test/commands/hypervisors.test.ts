import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HttpRequest } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { stackline } from '../support/stackline.js';

/*
 * From microversion 2.88 on nova asks the host of each hypervisor for its uptime, and one that is dead but not yet known to
 * be so is waited for (nova hypervisors.py, _view_hypervisor); what is asked of all of them is asked at 2.87.
 */

const env = {
  OS_AUTH_URL: 'http://cloud.example.com:5000/v3',
  OS_USER_DOMAIN_ID: 'default',
  OS_PROJECT_DOMAIN_ID: 'default',
};

/** Which microversions the requests for hypervisors were sent at, by what followed the collection. */
async function versions(line: string) {
  const cloud = simulate({ compute: 'v2.1' });
  const asked: [path: string, version: string | undefined][] = [];
  const transport = async (request: HttpRequest) => {
    const [, path] = /\/os-hypervisors(.*)$/.exec(request.url) ?? [];
    if (path !== undefined)
      asked.push([path.replace(/[0-9a-f-]{36}/, 'ID'), request.headers['x-openstack-nova-api-version']]);
    return cloud(request);
  };
  return { ...(await stackline(line, { transport, env })), asked };
}

describe('a command about all hypervisors asks at microversion 2.87 where the cloud has more', () => {
  for (const [line, path] of [
    ['hypervisor-list', ''],
    ['hypervisor-list --limit 1', '?limit=1'],
    ['hypervisor-list --matching c01', '?hypervisor_hostname_pattern=c01'],
    ['hypervisor-servers c01', '?hypervisor_hostname_pattern=c01&with_servers=True'],
    ['hypervisor-stats', '/statistics'],
  ] as const) {
    it(line, async () => {
      const { asked, code, stderr } = await versions(line);
      assert.equal(code, 0, stderr);
      assert.deepEqual(asked, [[path, '2.87']]);
    });
  }

  it('hypervisor-show NAME looks for the name so, and shows the one at the version that the classic client has', async () => {
    const { asked, stdout, code } = await versions('hypervisor-show c01.example.com');
    assert.equal(code, 0);
    assert.deepEqual(asked[0], ['', '2.87']);
    assert.match(stdout, /^\| uptime /m);
  });

  it('hypervisor-stats at an older version that was asked for is asked at that', async () => {
    const { asked } = await versions('hypervisor-stats --os-compute-api-version 2.60');
    assert.deepEqual(asked, [['/statistics', '2.60']]);
  });
});
