/** Commands that change servers, against novaclient 18.1: what is printed, and what becomes of the server. */
import { computeOf, nova18, zed } from './clouds.js';
import { sideBySide } from './side-by-side.js';
import { twins } from './twins.js';

const cloud = await zed();
const byId = 'what has the form of an id is not looked up before: the service says that there is none';

twins(cloud, nova18, computeOf, [
  {
    title: 'paused, suspended, stopped, started and deleted',
    steps: [
      'pause {twin}',
      'pause {twin}',
      'unpause {id}',
      'unpause {twin}',
      'suspend {twin}',
      'suspend {id}',
      'resume {twin}',
      'resume {twin}',
      'stop {twin}',
      'stop {id} nosuch-server',
      'start {twin}',
      'delete nosuch-server {twin}',
      { run: 'delete {id}', sends: byId },
      { run: 'pause {id}', sends: byId },
    ],
  },
  {
    title: 'rebooted, locked, reset',
    steps: [
      'reboot {twin}',
      'reboot {id} --hard',
      'reboot {twin} nosuch-server',
      'lock {twin}',
      "lock --reason 'disk swap' {id}",
      'unlock {twin}',
      'unlock {id}',
      'reset-state {twin}',
      'reset-state {id} nosuch-server --active',
      'reset-network {twin}',
      'refresh-network {twin}',
      'trigger-crash-dump {twin}',
      'update {twin}',
      'update {id} --description {twin}',
      "update {id} --description ''",
      'update {twin} --hostname fresh',
      'update --name nosuch-server nosuch-server',
      'meta {twin} set role=db tier=1 empty=',
      'meta {id} delete role tier',
      'meta {id} delete role',
      'meta {id} set key-alone',
      'server-tag-add {twin} red blue',
      'server-tag-add {twin} a,b ok',
      'server-tag-set {id} one two three',
      'server-tag-delete {id} one nosuch two',
      'server-tag-delete-all {twin}',
      'clear-password {twin}',
      'force-delete {twin}',
    ],
  },
  {
    title: 'given volumes, interfaces and groups',
    steps: [
      'add-secgroup {twin} nosuch-group',
      'remove-secgroup {twin} default',
      'add-secgroup {twin} default',
      'remove-secgroup {id} nosuch-group',
      'volume-attach {twin} 00000000-0000-4000-8000-000000000000',
      'volume-attach {twin} nosuch-volume /dev/vdb --tag data --delete-on-termination',
      'volume-update {twin} 00000000-0000-4000-8000-000000000000 00000000-0000-4000-8000-000000000001',
      'volume-update {twin} a b --delete-on-termination --no-delete-on-termination',
      'volume-detach {twin} 00000000-0000-4000-8000-000000000000',
      'interface-attach {twin} --port-id 00000000-0000-4000-8000-000000000000',
      'interface-attach {twin} --net-id nosuch --fixed-ip 10.1.0.5',
      'interface-detach {id} 00000000-0000-4000-8000-000000000000',
      'delete {twin}',
    ],
  },
]);

// Nothing is changed by these: both may have the same words.
sideBySide(cloud, nova18, [
  'pause nosuch-server',
  'unpause 00000000-0000-4000-8000-000000000000',
  'delete nosuch-server',
  "delete nosuch-server 'café b' 00000000-0000-4000-8000-000000000000",
  'stop --all-tenants nosuch-server',
  'start',
  'pause',
  'pause one two',
  'delete --bogus x',
  { run: 'pause nosuch-server', as: 'anne' },
  { run: 'delete nosuch-server', env: { OS_PASSWORD: 'wrong' } },
]);
