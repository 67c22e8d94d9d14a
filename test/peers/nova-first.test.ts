/** What only the first releases of novaclient had, against the embedded cloud: child zones, and a host or a server by older calls. */
import { nova2100, nova2130, nova2601, nova2610 } from '../cloud/clouds.js';
import { sideBySide } from '../cloud/side-by-side.js';
import { embedded, login2010, sandbox } from './embedded.js';

const env = await sandbox();
const cloud = await embedded(env);

// The same complaint, after another word: these say `ERROR: `, the last release which kind of error it is.
const stderr = (text: RegExp) => ({
  is: new RegExp(`^ERROR \\(\\w+\\): ${text.source}\n$`),
  because: 'the first releases do not say of which kind an error is',
});

sideBySide(cloud, nova2100, [
  { run: 'actions {server:jtopjian/devstack}', finds: 'create' },
  { run: 'actions nothing', stderr: stderr(/No server with a name or ID of 'nothing' exists\./) },
  { run: 'actions devstack', as: 'jtopjian', stderr: stderr(/Policy doesn't allow .* \(HTTP 403\) .*/) },
]);

sideBySide(cloud, nova2610, [
  { run: 'describe-resource c01.example.com', finds: '(used_now)' },
  { run: 'describe-resource nowhere', stderr: stderr(/Compute host nowhere could not be found\. .*/) },
]);

sideBySide(cloud, nova2130, [
  { run: 'coverage-report --html --xml report', stderr: stderr(/--html and --xml must not be specified together\./) },
  { run: 'coverage-report ../report', stderr: stderr(/Invalid path \(HTTP 400\) .*/) },
  { run: 'coverage-start', as: 'jtopjian', stderr: stderr(/Policy doesn't allow .* \(HTTP 403\) .*/) },
]);

const first = {
  ...nova2601,
  quiet: {
    NOVA_URL: await login2010(env),
    NOVA_USERNAME: env.OS_USERNAME,
    NOVA_API_KEY: env.OS_PASSWORD,
    NOVA_PROJECT_ID: env.OS_TENANT_NAME,
    NOVA_VERSION: '1.1',
  },
};
/** What ours prints: the peer's table but for the headings, so both are held to the same rows. */
const left = (...lines: string[]) => ({
  is: lines.map((line) => `${line}\n`).join(''),
  because: 'its library centred headings; here they are on the left, as in all later releases',
});

sideBySide(cloud, first, [
  {
    run: 'zone-list',
    finds: '| 2  | west | False     | http://west.example.com:8774/v1.1/ | 0             | 1            |',
    stdout: left(
      '+----+------+-----------+------------------------------------+---------------+--------------+',
      '| ID | Name | Is Active | API URL                            | Weight Offset | Weight Scale |',
      '+----+------+-----------+------------------------------------+---------------+--------------+',
      '| 1  | east | True      | http://east.example.com:8774/v1.1/ | 0             | 0.5          |',
      '| 2  | west | False     | http://west.example.com:8774/v1.1/ | 0             | 1            |',
      '+----+------+-----------+------------------------------------+---------------+--------------+',
    ),
  },
  {
    run: 'zone-info',
    finds:
      '| hypervisor | xenserver;kvm |\n| name       | nova          |\n| os         | linux;windows |\n+------------+',
    stdout: left(
      '+------------+---------------+',
      '| Property   | Value         |',
      '+------------+---------------+',
      '| hypervisor | xenserver;kvm |',
      '| name       | nova          |',
      '| os         | linux;windows |',
      '+------------+---------------+',
    ),
  },
  {
    run: 'zone 1',
    finds: '| weight_offset | 0                                  |',
    stdout: left(
      '+---------------+------------------------------------+',
      '| Property      | Value                              |',
      '+---------------+------------------------------------+',
      '| api_url       | http://east.example.com:8774/v1.1/ |',
      '| capabilities  | hypervisor=kvm                     |',
      '| id            | 1                                  |',
      '| is_active     | True                               |',
      '| name          | east                               |',
      '| weight_offset | 0                                  |',
      '| weight_scale  | 0.5                                |',
      '+---------------+------------------------------------+',
    ),
  },
  { run: 'zone 9', stderr: stderr(/Zone 9 could not be found\. .*/) },
  {
    run: 'zone-add http://south.example.com:8774/v1.1/ nova secret 0.0 1.0',
    finds: 'http://south.example.com:8774/v1.1/',
    // The second that is added has the next number.
    isAfterPeer: true,
    stdout: left(
      '+---------------+-------------------------------------+',
      '| Property      | Value                               |',
      '+---------------+-------------------------------------+',
      '| api_url       | http://south.example.com:8774/v1.1/ |',
      '| capabilities  | n/a                                 |',
      '| id            | 4                                   |',
      '| is_active     | False                               |',
      '| name          | n/a                                 |',
      '| weight_offset | 0                                   |',
      '| weight_scale  | 1                                   |',
      '+---------------+-------------------------------------+',
    ),
  },
  { run: 'zone-delete 4 --yes', peer: { run: 'zone-delete 3', because: 'each deletes what it added' } },
  {
    run: 'zone-delete 9 --yes',
    peer: { run: 'zone-delete 9', because: 'it asks nobody' },
    stderr: stderr(/Zone 9 could not be found\. .*/),
  },
  {
    run: 'zone-boot web --flavor 1 --image {image:cirros-0.3.1-x86_64} --min_instances 2 --meta a=b',
    finds: 'Reservation ID= r-',
    stdout: { is: /^Reservation ID= r-[0-9a-f]{8}\n$/, because: 'each has a reservation of its own' },
  },
  {
    run: 'zone-boot web --min_instances 3 --max_instances 2',
    stderr: stderr(/min_instances should be <= max_instances/),
  },
  { run: 'zone-boot web --min_instances 0', stderr: stderr(/min_instances nor max_instances should be 0/) },
]);
