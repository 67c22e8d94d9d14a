import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, loadApplet, loadCommand } from '../../src/cli/applets.js';
import { namesOf } from '../../src/command/manifest.js';
import { stackline } from '../support/stackline.js';

/* What the plan of each command that destroys says: what, whose, since when, and what goes with it. */

const BACKUP = '866cb05e-5177-40ec-9847-b8bea3c5947c';
const TEST01 = '3df67919-9600-4ea8-952e-2a7be6f70774';
const TYPE = '15cb5f70-3740-44b4-a5d0-76056ceec20b';

/** A line that destroys something of the embedded cloud, and what its plan says of it beside what was typed. */
const plans: readonly (readonly [line: string, ...said: readonly RegExp[]])[] = [
  ['agent-delete 1', /│ xen windows x86_64 1\.0\.0 │ 1 +│/],
  [
    'floating-ip-bulk-delete 1.2.3.0/24',
    /: 1\.2\.3\.4 of project \w{32}$/m,
    /: 1\.2\.3\.5 .*server 48a415e7-\S+ has it$/m,
  ],
  ['nova-manage floating delete 1.2.3.0/24', /: 1\.2\.3\.4 of project/],
  ['secgroup-delete nagios', /│ nagios │ 14 /, /^nagios: rule tcp \d+:\d+ from \S+ goes with it$/m],
  ['secgroup-delete-rule default tcp 22 22 0.0.0.0/0', /│ tcp 22:22 from 0\.0\.0\.0\/0 of group default │ \d+ /],
  ['secgroup-delete-default-rule icmp -1 -1 0.0.0.0/0', /│ icmp -1:-1 from 0\.0\.0\.0\/0 for new projects │ \d+ /],
  ['image-delete cirros-0.3.1-x86_64', /│ cirros-0\.3\.1-x86_64 │ [0-9a-f-]{36} │ \w+ +│.*2013-0/],
  ['volume-delete backup', new RegExp(`│ backup │ ${BACKUP} │ available │.*2013-0`)],
  ['volume-snapshot-delete backup-2013-02-20', /│ backup-2013-02-20 │ [0-9a-f-]{36} │/, /volume 866cb05e-\S+ stays$/m],
  [`volume-type-delete ${TYPE}`, new RegExp(`│ standard │ ${TYPE} │`)],
  ['network-delete test01', new RegExp(`│ test01 10\\.1\\.0\\.0/24 │ ${TEST01} │`)],
  [`tenant-network-delete ${TEST01}`, /│ test01 10\.1\.0\.0\/24 │/],
  ['nova-manage network delete 10.1.0.0/24', new RegExp(`│ test01 10\\.1\\.0\\.0/24 │ ${TEST01} │`)],
  ['dns-delete-domain cloud.example.com', /│ cloud\.example\.com, public, of project \w{32} │/],
  ['zone-delete 1', /│ east at http:\/\/east\.example\.com:8774\/v1\.1\/ │ 1 +│/],
  ['baremetal-node-delete 1', /│ node 1 on c05\.example\.com │ 1 +│/],
  ['keypair-delete ops', /│ ops /],
  ['quota-delete --tenant admin', /: its limits are what they would be$/m],
  ['flavor-delete m1.tiny', /│ m1\.tiny │ 1 /],
  ['nova-manage flavor delete m1.tiny', /│ m1\.tiny │ 1 /],
  ['rebuild monitor cirros-0.3.1-x86_64', /monitor: what is on it is lost/],
  ['host-meta c05 set a=b', /^c05: server \S.* \([0-9a-f-]{36}\), [A-Z]+$/m],
  ['host-evacuate-live c05', /^c05: server \S.* \([0-9a-f-]{36}\), [A-Z]+$/m],
  [
    'keystone endpoint-delete 098e944709e73a02ac016758cab0fd5e',
    /│ \w+ in RegionOne │ 098e/,
    /: http:\/\/cloud\S+:9696\/$/m,
  ],
  [
    'keystone ec2-credentials-delete --access 335b233a7e018d1e380515a87b5fd7b9',
    /│ project │ user /,
    /│ admin +│ admin/,
  ],
];

describe('the plan of a command', () => {
  it('looks up what it destroys, whatever it is', async () => {
    for (const name of Object.keys(applets)) {
      const { commands, context } = await loadApplet(name);
      if (context === 'hyperv') continue;
      for (const verb of namesOf(commands)) {
        const { change } = await loadCommand(name, verb);
        if (change?.destroys === undefined) continue;
        assert.ok(change.find !== undefined || change.whole !== undefined, `${name} ${verb}`);
        assert.ok(change.targets !== undefined, `${name} ${verb}`);
      }
    }
  });

  for (const [line, ...said] of plans) {
    it(`says what it is about: ${line}`, async () => {
      const { code, stdout, stderr, requests } = await stackline(`${line} --dry-run`);
      assert.equal(code, 0, stderr);
      for (const one of said) assert.match(stdout, one);
      assert.deepEqual(
        requests.filter((request) => !/^(?:GET|HEAD) |\/tokens$/.test(request)),
        [],
      );
    });
  }

  it('asks for the servers of a host in one list, however many there are', async () => {
    for (const line of [
      'host-evacuate c01',
      'host-evacuate-live c01',
      'host-servers-migrate c01',
      'host-meta c01 set a=b',
    ]) {
      const { stdout, requests } = await stackline(`${line} --dry-run`);
      const rows = stdout.split('\n').filter((row) => row.startsWith('c01: server '));
      assert.ok(rows.length > 2, `${line}: ${rows.length}`);
      const about = requests.filter((request) => /^GET \S*\/servers\//.test(request));
      assert.deepEqual(
        about.map((request) => request.replace(/.*\/servers/, '').replace(/[0-9a-f-]{36}/, 'ID')),
        ['/ID', '/detail?all_tenants=1&host=c01.example.com'],
        line,
      );
    }
  });
});
