/** `nova show` and `nova diagnostics` over Identity v3, against python-novaclient 18.1 on the same cloud. */
import { nova18, zed } from './clouds.js';
import { type Case, sideBySide } from './side-by-side.js';

const cloud = await zed();

const devstack = '{server:jtopjian/devstack}';
const failed = '{server:tom/cern-batch-02}';
const unknown = '00000000-0000-4000-8000-000000000000';

const everyProject = 'the classic client looks for a name in the project of the login only; ours, as admin, in all';

const versions = [
  '2.1',
  '2.2',
  '2.3',
  '2.9',
  '2.16',
  '2.19',
  '2.26',
  '2.46',
  '2.47',
  '2.48',
  '2.63',
  '2.71',
  '2.73',
  '2.90',
];

sideBySide(cloud, nova18, [
  { run: `show ${devstack}`, finds: 'devstack' },
  { run: 'show bastion', finds: 'bastion' },
  { run: 'show devstack', as: 'jtopjian', finds: 'purpose' },
  { run: `show ${devstack}`, as: 'jtopjian' },
  { run: "show 'puppet master'", as: 'alvaro', finds: 'puppet master' },
  { run: 'show café-東京', as: 'anne', finds: '東京' },
  { run: 'show from-volume', as: 'anne', finds: 'Attempt to boot from volume' },
  { run: 'show {server:anne/from-volume}', finds: 'config_drive' },
  { run: 'show wiki', as: 'anne', finds: 'delete_on_termination' },
  { run: 'show db01', as: 'jtopjian', finds: 'payroll, ask first' },
  { run: 'show web01', as: 'jtopjian', finds: '["prod", "web"]' },
  { run: 'show {server:everett/api-docs}', finds: 'test02 network' },
  { run: 'show a-server-with-quite-a-long-name-as-heat-would-make-it-xk2jq7w5e4ra', as: 'adam' },
  { run: `show ${failed}`, finds: 'No valid host' },
  { run: 'show cern-batch-02', as: 'tom', finds: 'No valid host' },
  { run: `show --minimal ${devstack}` },
  { run: 'show --minimal from-volume', as: 'anne' },
  { run: `--os-compute-api-version 2.1 show --minimal ${devstack}` },
  { run: `--os-compute-api-version 2.1 show ${failed}` },
  { run: '--os-compute-api-version 2.1 show from-volume', as: 'anne' },
  { run: '--os-compute-api-version 2.1 show café-東京', as: 'anne' },
  { run: `show --wrap 40 ${devstack}` },
  { run: `show --wrap 20 ${failed}` },
  { run: `show --wrap 1 ${devstack}` },
  { run: `show --wrap 0 ${devstack}` },
  { run: `show --wrap 30 café-東京`, as: 'anne' },
  { run: `show --wrap 25 from-volume`, as: 'anne' },
  `show --wrap many ${devstack}`,
  `show ${unknown}`,
  { run: 'show nothing-of-this-name' },
  { run: 'show nothing-of-this-name', as: 'anne' },
  { run: 'show 42' },
  { run: "show ''" },
  { run: "show 'a/b?c#d'" },
  { run: `show ${devstack}`, as: 'anne' },
  ...versions.map((version): Case => ({ run: `--os-compute-api-version ${version} show ${devstack}` })),
  '--os-compute-api-version 2.latest show bastion',
  {
    run: '--os-compute-api-version 2.999 show bastion',
    stderr: {
      is: /^ERROR \(CommandError\): The specified version isn't supported by client\. The valid version range is '2\.1' to '2\.\d+'\n/,
      because: 'which version is the last one that a client knows is its own affair',
    },
  },
  '--os-compute-api-version 2.0 show bastion',
  '--os-compute-api-version 3 show bastion',
  '--os-compute-api-version nonsense show bastion',
  {
    run: "--os-compute-api-version '' show bastion",
    peer: { run: 'show bastion', because: 'an empty value counts as unset' },
  },
  {
    run: 'show bastion',
    env: { OS_COMPUTE_API_VERSION: '1.1' },
    peer: {
      env: { OS_COMPUTE_API_VERSION: '2.1' },
      because: 'openrc files of 2013 say 1.1, and mean the API that has no microversions; the last release refuses it',
    },
  },
  { run: 'show bastion', env: { OS_COMPUTE_API_VERSION: '2.60' } },
]);

// Where ours knows better than to stop.
sideBySide(cloud, nova18, [
  { run: 'show devstack', peer: { run: `show ${devstack}`, because: everyProject } },
  { run: 'show cern-batch-02', peer: { run: `show ${failed}`, because: everyProject } },
  { run: 'diagnostics devstack', peer: { run: `diagnostics ${devstack}`, because: everyProject } },
  { run: "show 'puppet master'", peer: { run: 'show {server:alvaro/puppet master}', because: everyProject } },
  { run: 'show twin', hint: new RegExp(cloud.ids.get('server:admin/twin') ?? 'no twin') },
  {
    run: 'show test',
    peer: { run: 'show twin', because: everyProject },
    stderr: {
      is: /^ERROR \(\w+\): Multiple server matches found for 'test', use an ID to be more specific\.\n.*[0-9a-f-]{36}/,
      because: 'two projects have a server of this name',
    },
  },
]);

sideBySide(cloud, nova18, [
  { run: `diagnostics ${devstack}`, finds: 'cpu_details' },
  { run: 'diagnostics bastion', finds: 'cpu_details' },
  { run: `--os-compute-api-version 2.1 diagnostics ${devstack}`, finds: 'vda_read' },
  { run: `--os-compute-api-version 2.47 diagnostics ${devstack}`, finds: 'vda_read' },
  { run: `--os-compute-api-version 2.48 diagnostics ${devstack}`, finds: 'cpu_details' },
  `diagnostics {server:lorin/lorin-notes}`,
  `diagnostics ${failed}`,
  `diagnostics {server:alvaro/jenkins}`,
  `diagnostics {server:rhulsker/calgary-gw}`,
  `diagnostics ${unknown}`,
  'diagnostics nothing-of-this-name',
  { run: 'diagnostics twin', hint: new RegExp(cloud.ids.get('server:admin/twin') ?? 'no twin') },
  { run: `diagnostics ${devstack}`, as: 'jtopjian' },
  { run: 'diagnostics devstack', as: 'jtopjian' },
  { run: `diagnostics ${devstack}`, as: 'anne' },
]);
