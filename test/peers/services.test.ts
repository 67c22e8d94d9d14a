/**
 * Real clients of image, volume, network, objects and identity read the embedded cloud over HTTP, change it, and read
 * what they changed.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listing } from '../cloud/listing.js';
import { type Env, homely, withDirectory, words } from '../cloud/processes.js';
import { runWarm } from '../cloud/warm-peers/warm.js';
import { sandbox } from './embedded.js';

const exported = await sandbox();
const root = exported.OS_AUTH_URL?.replace(/\/identity\/.*$/, '');

/** Identity v3, as Debian's clients ask for it. */
function v3(name = exported.OS_USERNAME, project = exported.OS_TENANT_NAME, password = exported.OS_PASSWORD): Env {
  return {
    ...exported,
    OS_AUTH_URL: `${root}/identity/v3`,
    OS_USERNAME: name,
    OS_PASSWORD: password,
    OS_TENANT_NAME: undefined,
    OS_PROJECT_NAME: project,
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_DOMAIN_NAME: 'Default',
    OS_IDENTITY_API_VERSION: '3',
    NOVACLIENT_ISHOULDNTBEDOINGTHIS: '1',
  };
}
const admin = v3();
const member = v3('jtopjian', 'jtopjian', 'jtopjian-password');
const old: Env = { ...exported, OS_IDENTITY_API_VERSION: '2' };

/** A command line of a client in /usr/bin, and what its output must tell. */
interface Step {
  readonly run: string;
  readonly env?: Env;
  readonly code?: number;
  readonly finds: RegExp;
}

/** The steps in their order, in a directory of their own. */
function steps(name: string, all: readonly Step[], prepare: (directory: string) => void = () => undefined): void {
  test(name, { skip: listing }, async (t) => {
    await withDirectory(async (directory) => {
      prepare(directory);
      for (const { run: line, env = admin, code = 0, finds } of all) {
        await t.test(line, async () => {
          const [client = '', ...args] = words(line);
          const done = await runWarm([`/usr/bin/${client}`, ...args], homely(env, join(directory, 'home')), directory);
          const told = `${done.stdout}${done.stderr}`;
          assert.equal(done.code, code, told);
          assert.match(told, finds);
        });
      }
    });
  });
}

steps('glance', [
  { run: 'glance image-list', finds: /76cb8681-f633-4732-8a23-6c8f35e92cbf \| Ubuntu 12\.04 cloudimg amd64/ },
  { run: 'glance image-list --sort name:desc --limit 1', finds: /devstack-snapshot/ },
  { run: 'glance image-show 2c2e33ef-24fb-4571-ac9c-8fe3aff7f464', finds: /os_hash_algo +\| sha512/ },
  { run: 'glance member-list --image-id 09611698-e405-418a-aa6a-4bd0a39f8fff', finds: /accepted|pending/ },
  { run: 'glance task-list', finds: /import/ },
  { run: 'glance md-namespace-list', finds: /namespace/ },
  { run: 'glance explain image', finds: /os_hash_value/ },
  {
    run: 'glance --os-image-api-version 1 image-list',
    finds: /cirros-0\.3\.1-x86_64 +\| qcow2 +\| bare +\| 13147648 +\| active/,
  },
  { run: 'glance image-show 00000000-0000-4000-8000-000000000000', code: 1, finds: /HTTP 404/ },
  { run: 'openstack image list', env: member, finds: /CentOS 6\.3 x86_64/ },
]);

steps(
  'glance keeps what it is given',
  [
    {
      run: 'glance image-create --id 5d40d9c0-5b37-4a6c-9a35-3c9a7f0b2a11 --name note --disk-format raw --container-format bare --file note',
      finds: /status +\| active/,
    },
    { run: 'glance image-download --file back 5d40d9c0-5b37-4a6c-9a35-3c9a7f0b2a11', finds: /^$/ },
    { run: 'cmp note back', finds: /^$/ },
    { run: 'glance image-delete 5d40d9c0-5b37-4a6c-9a35-3c9a7f0b2a11', finds: /^$/ },
    { run: 'glance image-show 5d40d9c0-5b37-4a6c-9a35-3c9a7f0b2a11', code: 1, finds: /HTTP 404/ },
  ],
  (directory) => writeFileSync(join(directory, 'note'), 'a few bytes, and a few more\n'),
);

const cinder = 'cinder --os-volume-api-version 3.70';
steps('cinder', [
  { run: `${cinder} list --all-tenants 1`, finds: /wiki-data +\| 10 / },
  { run: `${cinder} show backup`, finds: /size +\| 20 / },
  { run: `${cinder} type-list`, finds: /on solid state disks/ },
  { run: `${cinder} snapshot-list --all-tenants 1`, finds: /wiki-data-2013-02-20/ },
  { run: `${cinder} backup-list --all-tenants 1`, finds: /volumebackups/ },
  { run: `${cinder} service-list`, finds: /cinder-scheduler/ },
  { run: `${cinder} version-list`, finds: /3\.70/ },
  { run: 'cinder --os-volume-api-version 3.0 absolute-limits', finds: /maxTotalVolumes/ },
  { run: 'cinder --os-volume-api-version 3.0 type-list', env: member, finds: /standard/ },
  { run: `${cinder} create 1 --name fresh`, finds: /name +\| fresh/ },
  { run: `${cinder} extend fresh 2`, finds: /^$/ },
  { run: `${cinder} show fresh`, finds: /size +\| 2 / },
  { run: `${cinder} delete fresh`, finds: /accepted/ },
  { run: `${cinder} show fresh`, code: 1, finds: /No volume with a name or ID of 'fresh' exists/ },
]);

steps('neutron', [
  { run: 'neutron net-list', finds: /371eb9d1-473f-475c-ae17-f9bfd0e952ee \| nova_network/ },
  { run: 'neutron net-list -F name -P 2', finds: /novanetwork_0/ },
  { run: 'neutron net-show public', finds: /router:external +\| True/ },
  { run: 'neutron subnet-list', env: member, finds: /10\.1\.2\.0\/24/ },
  { run: 'neutron port-list', finds: /10\.1\.2\.4/ },
  { run: 'neutron router-show edge', finds: /external_gateway_info/ },
  { run: 'neutron security-group-list', env: member, finds: /ingress, IPv4, 443\/tcp/ },
  { run: 'neutron agent-list', finds: /quantum-l3-agent/ },
  { run: 'neutron lb-pool-list', env: member, finds: /ROUND_ROBIN/ },
  { run: 'neutron quota-show', finds: /floatingip/ },
  { run: 'neutron agent-list', env: old, finds: /quantum-dhcp-agent/ },
  { run: 'neutron net-create lan', env: member, finds: /name +\| lan/ },
  { run: 'neutron subnet-create --name lan4 lan 192.168.7.0/24', env: member, finds: /gateway_ip +\| 192\.168\.7\.1/ },
  { run: 'neutron net-delete lan', env: member, finds: /Deleted network\(s\): lan/ },
  { run: 'neutron net-show lan', env: member, code: 1, finds: /Unable to find network with name or id 'lan'/ },
]);

steps(
  'swift',
  [
    { run: 'swift list', env: member, finds: /^images$/m },
    { run: 'swift stat', env: member, finds: /Bytes: 13147648/ },
    { run: 'swift capabilities', env: member, finds: /account_listing_limit: 10000/ },
    { run: 'swift upload --segment-size 10 notes note', env: member, finds: /note segment 2/ },
    { run: 'swift download --output back notes note', env: member, finds: /note/ },
    { run: 'cmp note back', finds: /^$/ },
    { run: 'swift post --meta Colour:red notes note', env: member, finds: /^$/ },
    { run: 'swift stat notes note', env: member, finds: /Meta Colour: red/ },
    { run: 'swift delete notes', env: member, finds: /note/ },
    { run: 'swift list notes', env: member, code: 1, finds: /not found/ },
  ],
  (directory) => writeFileSync(join(directory, 'note'), 'a few bytes, and a few more\n'),
);

steps('nova and openstack change servers and roles', [
  { run: 'nova stop devstack', env: member, finds: /accepted/ },
  { run: 'nova show devstack', env: member, finds: /status +\| SHUTOFF/ },
  {
    run: 'nova stop devstack',
    env: member,
    code: 1,
    finds: /Cannot 'stop' instance \S+ while it is in vm_state stopped/,
  },
  { run: 'nova start devstack', env: member, finds: /accepted/ },
  { run: 'nova show devstack', env: member, finds: /status +\| ACTIVE/ },
  { run: 'nova delete devstack', env: member, finds: /accepted/ },
  { run: 'nova show devstack', env: member, code: 1, finds: /No server with a name or ID of 'devstack' exists/ },
  { run: 'openstack role add --project jtopjian --user anne admin', finds: /^$/ },
  { run: 'openstack role assignment list --names --project jtopjian --user anne', finds: /admin +\| anne@Default/ },
  { run: 'openstack role add --project jtopjian --user anne admin', env: member, code: 1, finds: /HTTP 403/ },
]);
