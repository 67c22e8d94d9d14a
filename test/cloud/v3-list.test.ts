/** `nova list` over Identity v3, against python-novaclient 18.1 on the same cloud. */
import { nova18, zed } from './clouds.js';
import { type Case, sideBySide } from './side-by-side.js';

const cloud = await zed();

const columns = 'list --all-tenants --fields';
const old = '--os-compute-api-version 2.1';

sideBySide(cloud, nova18, [
  { run: 'list', finds: 'bastion' },
  { run: 'list --all-tenants', finds: 'devstack' },
  'list --all-tenants 1',
  'list --all-tenants=1',
  'list --all-tenants 0',
  { run: 'list --all-tenants', env: { OS_COMPUTE_API_VERSION: '2.1' } },
  { run: 'list', env: { ALL_TENANTS: '1' }, finds: 'devstack' },
  { run: 'list', as: 'anne', finds: 'from-volume' },
  { run: 'list --all-tenants', as: 'jtopjian' },
  { run: 'list --all-tenants 0', as: 'jtopjian', finds: 'web01' },
  { run: `${old} list --all-tenants`, finds: 'devstack' },
  '--os-compute-api-version 2.46 list',
  '--os-compute-api-version 2.47 list',
  '--os-compute-api-version 2.latest list',
  '--os-compute-api-version latest list',
  '--os-compute-api-version 2 list',
]);

// The columns.
sideBySide(cloud, nova18, [
  'list --minimal',
  'list --minimal --all-tenants',
  { run: 'list --minimal', as: 'everett' },
  'list --minimal --fields name,status',
  'list --minimal --name nothing-of-this-name',
  `${columns} name`,
  `${columns} name,host,status,user_id`,
  `${columns} id,name`,
  `${columns} id`,
  `${columns} name,name,NAME`,
  `${columns} flavor`,
  `${columns} flavor:original_name,flavor:vcpus,flavor:ram`,
  `${columns} networks`,
  `${columns} flavor:ram`,
  `${columns} flavor:extra_specs,name`,
  `${columns} power_state`,
  `${columns} OS-EXT-STS:power_state`,
  `${columns} locked`,
  `${columns} tags`,
  `${columns} security_groups`,
  `${columns} tags,locked,locked_reason,description`,
  `${columns} created,updated,hostId`,
  `${columns} host_id`,
  `${columns} task_state,power_state,instance_name`,
  `${columns} OS-EXT-STS:task_state,OS-EXT-STS:power_state,status`,
  `${columns} OS-DCF:diskConfig,accessIPv4,config_drive,progress`,
  `${columns} tenant_id,key_name,server_groups,trusted_image_certificates`,
  `${columns} name,nonsense`,
  `${columns} nonsense,rubbish`,
  `${columns} name,fault`,
  `${columns} name,links`,
  `${columns} ''`,
  `${columns} name,`,
  `${columns} ,name`,
  `${columns} 'name, status'`,
  'list --fields nonsense --name nothing-of-this-name',
  'list --fields name,status --name nothing-of-this-name',
  `${old} ${columns} flavor,image,name`,
  `${old} ${columns} locked`,
  `--os-compute-api-version 2.48 ${columns} flavor:disk,flavor:extra_specs`,
  { run: 'list --fields name,metadata', as: 'anne', finds: 'a "quote", a' },
  { run: 'list --fields name,host', as: 'anne' },
  { run: 'list --fields name,host_status,OS-EXT-SRV-ATTR:hypervisor_hostname' },
]);

const unsortable = 'the classic client sorts by this column and Python cannot compare its values: ERROR (TypeError)';
const shows = (fields: string, is: RegExp): Case => ({
  run: `${columns} ${fields}`,
  stdout: { is, because: unsortable },
  stderr: { is: '', because: unsortable },
  code: { is: 0, because: unsortable },
});

sideBySide(cloud, nova18, [
  shows('image', /^\+-+\+-+\+\n\| ID +\| Image +\|\n/),
  shows('addresses', /\| ID +\| Addresses +\|\n/),
  shows('description', /\| ID +\| Description +\|\n/),
  shows('metadata', /\| ID +\| Metadata +\|\n/),
  shows('OS-EXT-SRV-ATTR:host', /\| ID +\| OS-EXT-SRV-ATTR: Host \|\n/),
  shows('os-extended-volumes:volumes_attached', /\| ID +\| os-extended-volumes: Volumes Attached +\|\n/),
  shows('OS-SRV-USG:launched_at', /\| ID +\| OS-SRV-USG: Launched At +\|\n/),
  // The same, sorted by what can be compared.
  `${columns} name,image,addresses`,
  `${columns} name,metadata,links`,
  `${columns} name,OS-EXT-SRV-ATTR:host,os-extended-volumes:volumes_attached`,
  `${columns} name,OS-SRV-USG:launched_at,OS-SRV-USG:terminated_at`,
]);
