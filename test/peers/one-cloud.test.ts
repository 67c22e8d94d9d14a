/**
 * One embedded cloud that real clients and ours change in turn: each sees what the other has done. What ours does not
 * change itself is handed over, and is seen all the same.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { keystone232 } from '../cloud/clouds.js';
import { listing } from '../cloud/listing.js';
import { type Env, homely, linked, run, withDirectory, words } from '../cloud/processes.js';
import { runWarm } from '../cloud/warm-peers/warm.js';
import { byV3, sandbox } from './embedded.js';

const v2 = await sandbox('--compute', 'v2.1');
const admin: Env = { ...byV3(v2), NOVACLIENT_ISHOULDNTBEDOINGTHIS: '1' };
const member: Env = {
  ...admin,
  OS_USERNAME: 'jtopjian',
  OS_PASSWORD: 'jtopjian-password',
  OS_PROJECT_NAME: 'jtopjian',
};

const logins = { member, 'v2.0': v2, fails: admin, 'member fails': member } as const;

/** Who types it, the line, and what it tells; ended by an error, as the member, or over Identity v2.0. */
type Step = readonly [who: 'peer' | 'ours', line: string, finds: RegExp, how?: keyof typeof logins];

/** The clients of another time than Debian's. */
const commands: Readonly<Record<string, readonly string[]>> = { keystone: keystone232.command };

function oneAfterTheOther(name: string, all: readonly Step[]): void {
  test(name, { skip: listing }, async (t) => {
    await withDirectory(async (directory) => {
      writeFileSync(join(directory, 'note'), 'a few bytes, and a few more\n');
      for (const [who, line, finds, how] of all) {
        await t.test(`${who}: ${line}`, async () => {
          const [client = '', ...args] = words(line);
          const env = homely(how === undefined ? admin : logins[how], join(directory, who));
          const done =
            who === 'ours'
              ? await run([...linked(client, directory), ...args], env, directory)
              : await runWarm([...(commands[client] ?? [`/usr/bin/${client}`]), ...args], env, directory);
          const told = `${done.stdout}${done.stderr}`;
          assert.equal(done.code === 0, !(how ?? '').endsWith('fails'), told);
          assert.match(told, finds);
        });
      }
    });
  });
}

const nothing = /^$/;
const image = '5d40d9c0-5b37-4a6c-9a35-3c9a7f0b2a12';

oneAfterTheOther('nova', [
  ['peer', 'nova boot --flavor m1.tiny --image cirros-0.3.1-x86_64 --nic none theirs', /name +\| theirs/],
  ['ours', 'nova boot --flavor m1.tiny --image cirros-0.3.1-x86_64 --nic none ours', /name +\| ours/],
  ['ours', 'nova list', /theirs +\| ACTIVE/],
  ['peer', 'nova list', /ours +\| ACTIVE/],
  ['ours', 'nova stop theirs', /accepted/],
  ['peer', 'nova show theirs', /status +\| SHUTOFF/],
  ['peer', 'nova start theirs', /accepted/],
  ['ours', 'nova show theirs', /status +\| ACTIVE/],
  ['peer', 'nova meta ours set colour=red', nothing],
  ['ours', 'nova show ours', /"colour": "red"/],
  ['ours', 'nova server-tag-add theirs blue', /accepted/],
  ['peer', 'nova server-tag-list theirs', /blue/],
  ['peer', 'nova lock ours', nothing],
  ['ours', 'nova show ours', /locked +\| True/],
  ['ours', 'nova unlock ours', nothing],
  ['peer', 'nova show ours', /locked +\| False/],
  ['peer', 'nova image-create theirs picture-theirs', nothing],
  ['ours', 'nova image-create ours picture-ours', nothing],
  ['ours', 'glance image-list', /picture-theirs/],
  ['peer', 'glance image-list', /picture-ours/],
  ['peer', 'nova keypair-add theirs', /PRIVATE KEY/],
  ['ours', 'nova keypair-list', /theirs +\| ssh/],
  ['ours', 'nova keypair-delete theirs', nothing],
  ['peer', 'nova keypair-show theirs', /Keypair theirs not found/, 'fails'],
  ['ours', 'nova flavor-create f.ours 77 512 5 1', /f\.ours/],
  ['peer', 'nova flavor-key f.ours set cpu=fast', nothing],
  ['ours', 'nova flavor-show f.ours', /extra_specs +\| \{"cpu": "fast"\}/],
  ['peer', 'nova flavor-delete f.ours', nothing],
  ['ours', 'nova flavor-show f.ours', /No flavor with a name or ID of 'f\.ours' exists/, 'fails'],
  ['ours', 'nova aggregate-create rack1 nova', /rack1/],
  ['peer', 'nova aggregate-add-host rack1 c02.example.com', /c02/],
  ['ours', 'nova aggregate-show rack1', /c02\.example\.com/],
  ['peer', 'nova server-group-create apart anti-affinity', /apart/],
  ['ours', 'nova server-group-list', /apart/],
  ['ours', 'nova delete theirs', /accepted/],
  ['peer', 'nova show theirs', /No server with a name or ID of 'theirs' exists/, 'fails'],
  ['peer', 'nova delete ours', /accepted/],
  ['ours', 'nova show ours', /No server with a name or ID of 'ours' exists/, 'fails'],
]);

oneAfterTheOther('keystone, over v2.0 and v3', [
  ['peer', 'keystone tenant-create --name lab', /name +\| +lab/, 'v2.0'],
  ['ours', 'keystone tenant-get lab', /name +\| +lab/],
  ['ours', 'keystone user-create --name zoe --pass zoe-password --tenant lab --email zoe@example.com', /zoe@example/],
  ['peer', 'keystone user-get zoe', /zoe@example\.com/, 'v2.0'],
  ['peer', 'openstack user show zoe', /name +\| zoe/],
  ['ours', 'keystone role-create --name helper', /helper/, 'v2.0'],
  ['peer', 'openstack role add --project lab --user zoe helper', nothing],
  ['ours', 'keystone user-role-list --user zoe --tenant lab', /helper/],
  ['peer', 'openstack role assignment list --names --project lab --user zoe', /helper +\| zoe@Default/],
  ['ours', 'keystone user-role-remove --user zoe --role helper --tenant lab', nothing],
  ['peer', 'openstack role assignment list --names --project lab --user zoe -f value', nothing],
  ['peer', 'openstack user set --disable zoe', nothing],
  ['ours', 'keystone user-get zoe', /enabled +\| +False/],
  ['ours', 'keystone user-update --enabled true --name zora zoe', /updated/],
  ['peer', 'openstack user show zora', /enabled +\| True/],
  ['ours', 'keystone service-create --name lab --type lab', /lab/],
  ['peer', 'openstack endpoint create --region RegionOne lab public http://lab.example.com', /lab\.example\.com/],
  ['ours', 'keystone endpoint-list', /http:\/\/lab\.example\.com/],
  ['ours', 'keystone service-delete lab', nothing],
  ['peer', 'openstack service show lab', /No service/, 'fails'],
  ['peer', 'openstack user delete zora', nothing],
  ['ours', 'keystone user-get zora', /No user with a name or ID of 'zora' exists/, 'fails'],
  ['ours', 'keystone tenant-delete lab', nothing],
  ['peer', 'openstack project show lab', /No project/, 'fails'],
]);

oneAfterTheOther('glance', [
  [
    'peer',
    `glance image-create --id ${image} --name note --disk-format raw --container-format bare --file note`,
    /status +\| active/,
  ],
  ['ours', `glance image-show ${image}`, /size +\| 28/],
  ['ours', `glance image-download --file back ${image}`, nothing],
  ['peer', 'cmp note back', nothing],
  ['peer', `glance image-update --name renamed --property colour=red ${image}`, /colour +\| red/],
  ['ours', `glance image-show ${image}`, /colour +\| red/],
  ['peer', `glance image-tag-update ${image} seen`, /\['seen'\]/],
  ['ours', `glance image-show ${image}`, /tags +\| \["seen"\]/],
  // Not ours: the next program of that name has it.
  ['ours', `glance image-update --visibility shared ${image}`, /visibility +\| shared/],
  ['peer', `glance member-create ${image} lab`, /pending/],
  ['ours', `glance member-list --image-id ${image}`, /lab +\| pending/],
  ['ours', `glance image-delete ${image}`, nothing],
  ['peer', `glance image-show ${image}`, /HTTP 404/, 'fails'],
  ['ours', `glance image-show ${image}`, /HTTP 404|No image/, 'fails'],
]);

const cinder = 'cinder --os-volume-api-version 3.60';
oneAfterTheOther('cinder', [
  ['peer', `${cinder} create 1 --name fresh`, /name +\| fresh/],
  ['ours', `${cinder} show fresh`, /size +\| 1 /],
  ['peer', `${cinder} extend fresh 2`, nothing],
  ['ours', `${cinder} show fresh`, /size +\| 2 /],
  ['peer', `${cinder} metadata fresh set colour=red`, nothing],
  ['ours', `${cinder} show fresh`, /colour/],
  ['peer', `${cinder} snapshot-create fresh --name then`, /then/],
  ['ours', `${cinder} snapshot-list`, /then/],
  ['peer', `${cinder} type-create quick`, /quick/],
  ['ours', `${cinder} type-list`, /quick/],
  ['peer', `${cinder} qos-create careful consumer=front-end`, /careful/],
  ['ours', `${cinder} qos-list`, /careful/],
  ['peer', `${cinder} snapshot-delete then`, nothing],
  ['ours', `${cinder} snapshot-show then`, /No (volume)?snapshot with a name or ID of 'then' exists/, 'fails'],
  // Handed over, with a version of the API that only this year's client has.
  ['ours', `${cinder} delete fresh`, /accepted/],
  ['peer', `${cinder} show fresh`, /No volume with a name or ID of 'fresh' exists/, 'fails'],
  ['ours', `${cinder} show fresh`, /No volume with a name or ID of 'fresh' exists/, 'fails'],
]);

oneAfterTheOther('neutron', [
  ['peer', 'neutron net-create lan', /name +\| lan/, 'member'],
  ['ours', 'neutron net-show lan', /name +\| lan/, 'member'],
  ['peer', 'neutron subnet-create --name lan4 lan 192.168.7.0/24', /192\.168\.7\.1/, 'member'],
  ['ours', 'neutron subnet-list', /192\.168\.7\.0\/24/, 'member'],
  ['peer', 'neutron port-create --name tap lan', /192\.168\.7\./, 'member'],
  ['ours', 'neutron port-show tap', /192\.168\.7\./, 'member'],
  ['peer', 'neutron port-update tap --name tap2', /Updated port: tap/, 'member'],
  ['ours', 'neutron port-list', /tap2/, 'member'],
  ['peer', 'neutron router-create gate', /name +\| gate/, 'member'],
  ['ours', 'neutron router-list', /gate/, 'member'],
  ['peer', 'neutron security-group-create doors', /doors/, 'member'],
  ['ours', 'neutron security-group-show doors', /name +\| doors/, 'member'],
  [
    'peer',
    'neutron security-group-rule-create --protocol tcp --port-range-min 81 --port-range-max 81 doors',
    /81/,
    'member',
  ],
  ['ours', 'neutron security-group-rule-list', /81\/tcp/, 'member'],
  ['ours', 'neutron port-delete tap2', /Deleted port\(s\): tap2/, 'member'],
  ['ours', 'neutron net-delete lan', /Deleted network\(s\): lan/, 'member'],
  ['peer', 'neutron net-list', /nova_network|id/, 'member'],
  ['ours', 'neutron net-show lan', /Unable to find network with name or id 'lan'/, 'member fails'],
]);

oneAfterTheOther('swift', [
  ['peer', 'swift upload notes note', /note/, 'member'],
  ['ours', 'swift list notes', /^note$/m, 'member'],
  ['ours', 'swift download --output back notes note', /note/, 'member'],
  ['peer', 'cmp note back', nothing],
  ['peer', 'swift post --meta Colour:red notes note', nothing, 'member'],
  ['ours', 'swift stat notes note', /Meta Colour: red/, 'member'],
  ['ours', 'swift upload notes note --object-name second', /second/, 'member'],
  ['peer', 'swift list notes', /^second$/m, 'member'],
  ['ours', 'swift delete notes', /note/, 'member'],
  ['peer', 'swift list', /images/, 'member'],
  ['ours', 'swift list notes', /not found/, 'member fails'],
]);
