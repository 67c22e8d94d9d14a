/** The table of what is compared with which client is complete and up to date. UPDATE_PARITY=1 writes it. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { applets, listCases, table, verbOf, verbs } from './cloud/parity.js';
import { uncompared } from './cloud/uncompared.js';

const path = new URL('cloud/parity.md', import.meta.url);
const cases = listCases();

/** All commands of novaclient that only read, from its first release to its last, by the release that had them last. */
const everReads = {
  '2.6.0': 'zone zone-info zone-list',
  '2.6.10': 'describe-resource',
  '2.10': 'actions',
  '2.35': `absolute-limits aggregate-details credentials endpoints rate-limits volume-list volume-show
    volume-snapshot-list volume-snapshot-show volume-type-list`,
  '7.1': `baremetal-interface-list baremetal-node-list baremetal-node-show cell-capacities cell-show cloudpipe-list
    dns-domains dns-list fixed-ip-get floating-ip-bulk-list floating-ip-list floating-ip-pool-list host-describe
    host-list image-list image-show list-extensions net net-list network-list network-show secgroup-list
    secgroup-list-default-rules secgroup-list-rules tenant-network-list tenant-network-show virtual-interface-list
    x509-get-root-cert`,
  '18': `agent-list aggregate-list aggregate-show availability-zone-list console-log diagnostics flavor-access-list
    flavor-list flavor-show get-mks-console get-password get-rdp-console get-serial-console get-spice-console
    get-vnc-console hypervisor-list hypervisor-servers hypervisor-show hypervisor-stats hypervisor-uptime
    instance-action instance-action-list instance-usage-audit-log interface-list keypair-list keypair-show limits list
    list-secgroup migration-list quota-class-show quota-defaults quota-show server-group-get server-group-list
    server-migration-list server-migration-show server-tag-list server-topology service-list show usage usage-list
    version-list volume-attachments`,
};

/** Those that change something: of all releases up to 18. */
const writes = `baremetal-interface-add baremetal-interface-remove baremetal-node-create baremetal-node-delete
  cloudpipe-configure cloudpipe-create coverage-report coverage-start coverage-stop dns-create
  dns-create-private-domain dns-create-public-domain dns-delete dns-delete-domain fixed-ip-reserve
  fixed-ip-unreserve floating-ip-bulk-create floating-ip-bulk-delete host-action host-update image-delete image-meta
  net-create net-delete network-associate-host network-associate-project network-create network-delete
  network-disassociate rename scrub secgroup-add-default-rule secgroup-delete-default-rule tenant-network-create
  tenant-network-delete volume-create volume-delete volume-snapshot-create volume-snapshot-delete
  volume-type-create volume-type-delete x509-create-cert zone-add zone-boot zone-delete
  add-secgroup agent-create agent-delete agent-modify root-password set-password ssh
  add-fixed-ip remove-fixed-ip floating-ip-associate add-floating-ip floating-ip-disassociate remove-floating-ip
  floating-ip-create floating-ip-delete secgroup-create secgroup-update secgroup-delete secgroup-add-rule
  secgroup-delete-rule secgroup-add-group-rule secgroup-delete-group-rule aggregate-add-host aggregate-cache-images aggregate-create aggregate-delete aggregate-remove-host
  aggregate-set-metadata aggregate-update backup boot clear-password delete evacuate flavor-access-add
  flavor-access-remove flavor-create flavor-delete flavor-key flavor-update force-delete host-evacuate
  host-evacuate-live host-meta host-servers-migrate image-create interface-attach interface-detach keypair-add
  keypair-delete live-migration live-migration-abort live-migration-force-complete lock meta migrate pause
  quota-class-update quota-delete quota-update reboot rebuild refresh-network remove-secgroup rescue reset-network
  reset-state resize resize-confirm resize-revert restore resume server-group-create server-group-delete
  server-tag-add server-tag-delete server-tag-delete-all server-tag-set service-delete service-disable
  service-enable service-force-down shelve shelve-offload start stop suspend trigger-crash-dump unlock unpause
  unrescue unshelve update volume-attach volume-detach volume-update`;

test('nova has all commands that it ever had', () => {
  const ever = [...Object.values(everReads), writes].join(' ').split(/\s+/);
  const have = verbs(applets.nova ?? { commands: '' }).map(({ name }) => name);
  assert.deepEqual(have, ever.sort());
});

test('what is said not to be compared is a command, and is not compared', () => {
  const compared = new Set(cases.map((one) => `${one.applet} ${verbOf(one)}`));
  for (const [applet, reasons] of Object.entries(uncompared)) {
    const names = new Set(verbs(applets[applet] ?? { commands: '' }).map(({ name }) => name));
    for (const name of Object.keys(reasons)) {
      assert.ok(names.has(name), `${applet} ${name} is no command`);
      assert.ok(!compared.has(`${applet} ${name}`), `${applet} ${name} is compared: the reason can go`);
    }
  }
});

test('parity.md says what the cases compare', () => {
  const text = table(cases);
  if (process.env.UPDATE_PARITY === '1') writeFileSync(path, text);
  else assert.equal(readFileSync(path, 'utf8'), text);
});
