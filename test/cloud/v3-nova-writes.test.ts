/** Commands that change servers, against novaclient 18.1: what is printed, and what becomes of the server. */
import { computeOf, nova18, zed } from './clouds.js';
import { sideBySide } from './side-by-side.js';
import { twins } from './twins.js';

const cloud = await zed();

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
      'start {twin} {twin}',
      'delete nosuch-server {twin}',
      'delete {id}',
      'pause {id}',
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
