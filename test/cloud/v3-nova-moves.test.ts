/** Servers that are rescued, shelved, resized and moved to other hosts, against novaclient 18.1. */
import { computeOf, nova18, zed } from './clouds.js';
import { sideBySide } from './side-by-side.js';
import { twins } from './twins.js';

const cloud = await zed();

twins(cloud, nova18, computeOf, [
  {
    title: 'rescued',
    steps: [
      'rescue {twin} --password some-secret-word',
      'rescue {twin}',
      'unrescue {twin}',
      'rescue {id} --image cirros-0.6.1-x86_64-disk --password some-secret-word',
      'rescue {id} --image nosuch-image',
      {
        run: 'rescue {id} --image 00000000-0000-4000-8000-000000000000',
        stderr: {
          is: /^ERROR \(CommandError\): No Image matching [0u-]+\. \(HTTP 404\)\n$/,
          because: "without the HTML of the image service's sentence",
        },
      },
      'unrescue {id}',
      'unrescue {id}',
      'restore {twin}',
    ],
  },
  {
    title: 'shelved',
    steps: [
      'shelve {twin}',
      'shelve {twin}',
      'shelve-offload {twin}',
      'unshelve {twin}',
      'unshelve {twin}',
      'shelve {id}',
      'unshelve --availability-zone nova {id}',
      'shelve-offload {twin}',
    ],
  },
  {
    title: 'resized',
    steps: [
      'resize {twin} m1.small',
      'resize-revert {twin}',
      'resize {id} 2',
      'resize-confirm {id}',
      'resize-confirm {id}',
      'resize-revert {id}',
      'resize {id} nosuch-flavor',
      'resize {id} x9.impossible',
      'resize {twin} m1.tiny --poll',
      'resize-confirm {id}',
      'migrate {twin} --host nosuch-host',
      'live-migration {twin} nosuch-host',
      'live-migration --force {twin} compute02',
      'live-migration-abort {twin} 4711',
      'live-migration-force-complete {twin} 4711',
      'evacuate {twin} nosuch-host',
      'evacuate {id} --password some-secret-word --on-shared-storage',
    ],
  },
]);

twins(cloud, nova18, computeOf, [
  {
    title: 'moved',
    steps: [
      'migrate {twin} --poll',
      'resize-revert {id}',
      'migrate {id}',
      'resize-confirm {twin}',
      'live-migration {twin}',
      'live-migration --block-migrate {id}',
    ],
  },
]);

sideBySide(cloud, nova18, ['rescue', 'shelve nosuch-server', 'resize nosuch-server m1.tiny']);
