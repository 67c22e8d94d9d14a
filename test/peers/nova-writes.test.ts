/** What this year's novaclient and keystoneclient change of embedded clouds, and ours with the same words. */
import { uuid } from '../../src/sandbox/ids.js';
import { keystone232, nova18 } from '../cloud/clouds.js';
import { eachOnItsOwn, ownClouds } from './own-clouds.js';

const clouds = await ownClouds('--compute', 'v2.1');
const servers = '/servers/detail?all_tenants=1';
const service = (host: string): string => uuid('compute-service', 'nova-compute', `${host}.example.com`);
const test01 = '3df67919-9600-4ea8-952e-2a7be6f70774';
const test02 = '8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a';

eachOnItsOwn(clouds, nova18, {
  title: 'a server from its first day to its last',
  state: [servers, '/os-keypairs', 'volume /volumes/detail?all_tenants=1', 'image /v2/images'],
  steps: [
    `boot --flavor m1.tiny --image cirros-0.3.1-x86_64 --nic net-id=${test01} --key-name ops --meta a=b web`,
    'boot --flavor m1.tiny --image nothing web',
    'boot --flavor m1.tiny --image cirros-0.3.1-x86_64 --key-name nothing web',
    'boot --flavor m1.tiny --image cirros-0.3.1-x86_64 --min-count 2 many',
    { run: 'list', finds: 'many-2' },
    { run: 'show --minimal web', finds: 'ACTIVE' },
    'stop web',
    'stop web',
    'start web many-1 nothing',
    'pause web',
    'unpause web',
    'lock web',
    'unlock web',
    'reboot --hard web',
    { run: 'rescue web', finds: 'adminPass' },
    'unrescue web',
    'resize web m1.small',
    'resize-confirm web',
    'migrate web',
    'resize-revert web',
    'live-migration web c04.example.com',
    'live-migration web nowhere',
    { run: 'rebuild web cirros-0.3.1-x86_64', finds: 'adminPass' },
    'shelve web',
    'unshelve web',
    'meta web set role=front a=c',
    'meta web delete a',
    'server-tag-add web one two',
    'server-tag-delete web one',
    'update web --name web2 --description here',
    { run: 'image-create web2 picture --show', finds: 'picture' },
    'add-secgroup web2 nagios',
    'remove-secgroup web2 nagios',
    'remove-secgroup web2 nagios',
    { run: 'volume-attach web2 {volume:backup}', finds: '/dev/vd' },
    'volume-attach web2 {volume:backup}',
    'volume-detach web2 {volume:backup}',
    { run: `interface-attach --net-id ${test02} web2`, finds: '10.1.1' },
    'delete web2 nothing',
    'delete web2',
  ],
});

eachOnItsOwn(clouds, nova18, {
  title: 'what servers are made of, and where they run',
  state: ['/flavors/detail?is_public=None', '/os-aggregates', '/os-services', '/os-server-groups', '/os-hypervisors'],
  steps: [
    { run: 'keypair-add mine', stdout: { is: /^a private key\n\n$/, because: 'each makes a pair of its own' } },
    'keypair-add ops',
    'keypair-delete mine',
    'keypair-delete mine',
    { run: 'flavor-create lab 77 512 5 1 --swap 64 --is-public false', finds: 'lab' },
    'flavor-create lab 78 512 5 1',
    'flavor-key lab set cpu=fast',
    'flavor-key lab unset cpu',
    { run: 'flavor-access-add lab {project:anne}', finds: '77' },
    'flavor-access-add lab {project:anne}',
    'flavor-access-remove lab {project:anne}',
    'flavor-delete lab',
    'flavor-delete lab',
    { run: 'aggregate-create rack1 nova', finds: 'rack1' },
    'aggregate-create rack1',
    { run: 'aggregate-add-host rack1 c02.example.com', finds: 'c02' },
    'aggregate-add-host rack1 nowhere',
    { run: 'aggregate-set-metadata rack1 ssd=true', finds: 'ssd' },
    { run: 'aggregate-update rack1 --name rack2', finds: 'rack2' },
    'aggregate-delete rack2',
    'aggregate-remove-host rack2 c02.example.com',
    'aggregate-delete rack2',
    { run: 'server-group-create apart anti-affinity', finds: 'anti-affinity' },
    'server-group-create apart nearby',
    'server-group-delete 00000000-0000-4000-8000-000000000000',
    'quota-update --cores 40 --ram 1024 {project:anne}',
    { run: 'quota-show --tenant {project:anne}', finds: '40' },
    'quota-delete --tenant {project:anne}',
    'quota-class-update default --cores 30',
    { run: `service-disable --reason dust ${service('c02')}`, finds: 'dust' },
    { run: `service-enable ${service('c02')}`, finds: 'enabled' },
    { run: `service-force-down ${service('c02')}`, finds: 'True' },
    `service-delete ${service('c02')}`,
    { run: 'aggregate-list', as: 'anne' },
  ],
});

const older = await ownClouds();
eachOnItsOwn(older, keystone232, {
  title: 'users, tenants and roles',
  state: ['identity /users', 'identity /tenants', 'identity /OS-KSADM/roles', 'identity /OS-KSADM/services'],
  steps: [
    { run: 'tenant-create --name lab --description tests', finds: 'lab' },
    {
      run: 'user-create --name zoe --pass zoe-password --tenant lab --email zoe@example.com',
      finds: 'zoe@example.com',
    },
    { run: 'role-create --name helper', finds: 'helper' },
    'user-role-add --user zoe --role helper --tenant lab',
    { run: 'user-role-list --user zoe --tenant lab', finds: 'helper' },
    'user-role-remove --user zoe --role helper --tenant lab',
    'user-update --enabled false zoe',
    'tenant-update --description more lab',
    { run: 'service-create --name lab --type lab --description tests', finds: 'tests' },
    'role-delete helper',
    'user-delete zoe',
    'tenant-delete lab',
    { run: 'tenant-list', finds: 'jtopjian' },
  ],
});
