/** The read verbs of keystone against the embedded cloud, with python-keystoneclient 2.3.2. */
import { keystone232 } from '../cloud/clouds.js';
import { sideBySide } from '../cloud/side-by-side.js';
import { embedded, sandbox } from './embedded.js';

sideBySide(await embedded(await sandbox()), keystone232, [
  { run: 'tenant-list', finds: 'jtopjian' },
  { run: 'tenant-list', as: 'anne' },
  { run: 'tenant-get admin', finds: 'description' },
  { run: 'tenant-get {project:anne}', finds: 'anne' },
  'tenant-get nosuch',
  { run: 'user-list', finds: 'jtopjian' },
  { run: 'user-list --tenant anne', finds: 'anne' },
  { run: 'user-get anne', finds: 'anne' },
  'user-get nosuch',
  { run: 'user-get anne', as: 'anne' },
  { run: 'role-list', finds: 'admin' },
  { run: 'role-get admin', finds: 'admin' },
  'role-get nosuch',
  { run: 'service-get nova', finds: 'compute' },
  'service-get nosuch',
  { run: 'user-role-list', finds: 'tenant_id' },
  { run: 'user-role-list --user anne --tenant anne' },
  'ec2-credentials-list',
  { run: 'ec2-credentials-list', as: 'jtopjian' },
  'ec2-credentials-get --access nosuch',
  { run: 'catalog', finds: 'Service: compute' },
  { run: 'catalog --service compute', as: 'anne', finds: 'publicURL' },
  { run: 'endpoint-get --service compute', finds: 'compute.publicURL' },
  'endpoint-get --service nonsense',
  { run: 'discover', finds: 'Keystone found' },
  'token-get --wrap x',
]);
