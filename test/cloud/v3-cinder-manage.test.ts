/** cinder-manage, which reads the database of the cloud, and ours, which reads the public API of the same cloud. */
import { cinderManage21, zed } from './clouds.js';
import { notThere, sideBySide } from './side-by-side.js';

sideBySide(await zed(), cinderManage21, [
  { run: 'host list', finds: 'controller@fake' },
  { run: 'host list nova', finds: 'controller@fake' },
  {
    ...notThere('host list nowhere', 'availability zone', 'nowhere'),
    stdout: {
      is: 'host                     \tzone           \n',
      because: 'the header of both is there before it is known that nothing follows',
    },
  },
  'host list --zone x',
  {
    run: 'service list',
    finds: 'cinder-volume',
    stdout: {
      is: /^Binary {11}Host {33}Zone {13}Status {5}State Updated At\n(\S+ +controller(@fake)? +nova +enabled {4}:-\) {3}[-0-9]{10} [:0-9]{8}\n){2}$/,
      because: 'the columns of 2013.2: versions of RPC and objects, and the cluster, are in no API',
    },
  },
  { run: 'backup list', finds: 'Object Count' },
]);
