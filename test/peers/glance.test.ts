/** What glance prints of the embedded cloud: 4.1 over the image APIs v2 and v1, and the names of 0.9 over v1. */
import { glance09, glance41, glance41v1 } from '../cloud/clouds.js';
import { type Case, sideBySide } from '../cloud/side-by-side.js';
import { embedded, sandbox } from './embedded.js';

const cloud = await embedded(await sandbox());

const cirros = '2c2e33ef-24fb-4571-ac9c-8fe3aff7f464';
const ubuntu = '76cb8681-f633-4732-8a23-6c8f35e92cbf';
const snapshot = '09611698-e405-418a-aa6a-4bd0a39f8fff';
const unknown = '00000000-0000-4000-8000-000000000000';

/** No link has the name of this applet, so that these words are our own. */
const noLink = (word: string) => ({
  is: new RegExp(`^stackline glance-v1: '${word}' is no command\\. `),
  because: 'our own words where we are not called by a link',
});

// What the other cloud has not: a cache, quotas, tasks that failed.
sideBySide(cloud, glance41, [
  { run: 'cache-list', finds: 'queued' },
  { run: 'cache-list', as: 'jtopjian' },
  { run: 'usage', finds: 'image_count_total' },
  { run: 'usage', as: 'jtopjian', finds: 'image_count_total' },
  { run: `image-tasks ${cirros}`, finds: 'success' },
  { run: `--verbose image-tasks ${cirros}`, finds: 'import_from' },
  { run: 'task-list', finds: 'failure' },
  { run: 'task-list --type import --status failure', finds: 'failure' },
  { run: 'md-object-list Cloud::Software::Web', finds: 'nginx' },
  { run: 'md-namespace-list', as: 'jtopjian', finds: 'Web' },
  { run: 'md-namespace-show Cloud::Software::Web', as: 'anne' },
  { run: `image-download ${cirros} --file image` },
]);

const named = {
  is: /CentOS 6\.3 x86_64/,
  because: 'a project may be named by its name, whose id the peer does not look up',
};
const noWord = /argument --is-public: invalid choice: 'maybe' \(choose from 'True', 'False'\)/;
const because = 'the complaint of the peer holds an object of Python';

sideBySide(cloud, glance41v1, [
  { run: 'image-list', finds: 'CentOS' },
  { run: 'image-list', as: 'jtopjian', finds: 'CentOS' },
  { run: 'image-list --human-readable', finds: 'MB' },
  { run: 'image-list --all-tenants', finds: 'Windows' },
  { run: 'image-list --owner {project:admin}', finds: 'cirros' },
  { run: 'image-list --owner admin', stdout: named },
  "image-list --owner ''",
  { run: 'image-list --is-public False' },
  { run: 'image-list --is-public yes --page-size 1', finds: 'CentOS' },
  { run: 'image-list --is-public maybe', stderr: { is: noWord, because } },
  { run: 'image-list --sort-key size --sort-dir desc', finds: 'CentOS' },
  'image-list --sort-key nope',
  { run: "image-list --name 'CentOS 6.3 x86_64'", finds: 'CentOS' },
  'image-list --name nope',
  { run: 'image-list --disk-format qcow2 --container-format bare --size-min 1 --size-max 250000000', finds: 'Ubuntu' },
  'image-list --size-min x',
  { run: 'image-list --property-filter os_distro=ubuntu', finds: 'Ubuntu' },
  'image-list --property-filter os_distro',
  'image-list --status queued',
  { run: 'image-list --changes-since 2013-01-12T00:00:00', finds: 'CentOS' },
  { run: 'image-show cirros-0.3.1-x86_64', finds: 'checksum' },
  { run: `image-show ${cirros}`, finds: 'checksum' },
  { run: `image-show ${cirros} --human-readable --max-column-width 20`, finds: '12.5MB' },
  { run: `image-show ${ubuntu}`, finds: "Property 'os_distro'" },
  { run: `image-show ${ubuntu}`, as: 'anne', finds: "Property 'os_distro'" },
  'image-show nope',
  'image-show 12',
  `image-show ${unknown}`,
  'image-show',
  'image-download nope --file image',
  `image-download ${cirros} --file image`,
  { run: `member-list --image-id ${snapshot}`, finds: 'Can Share' },
  `member-list --image-id ${unknown}`,
  { run: 'member-list --tenant-id {project:anne}' },
  'member-list --tenant-id nope',
  'member-list',
  'member-list --tenant-id a --image-id b',
  { run: 'explain image', stderr: noLink('explain') },
  { run: 'help nonsense', stderr: noLink('nonsense'), code: { is: 2, because: noLink('').because } },
  { run: 'image-list', env: { OS_PASSWORD: undefined } },
  { run: 'image-list', env: { OS_PASSWORD: 'wrong' } },
]);

const refusal = (run: string, is: RegExp, reason: string): Case => ({
  run,
  stdout: { is: '', because: reason },
  stderr: { is, because: reason },
});
const missing = (run: string, what: string): Case => ({
  run,
  stderr: {
    is: new RegExp(`error: the following arguments are required: ${what}`),
    because: 'what is missing is named, as Python 3 does',
  },
});
const noPair = 'the sentence goes to standard error, in place of one about an object of Python';

sideBySide(cloud, glance09, [
  { run: 'index', finds: 'CentOS' },
  { run: 'index', as: 'jtopjian', finds: 'CentOS' },
  { run: 'index --limit 1', finds: 'cirros' },
  { run: 'index --limit 2 --sort_key name --sort_dir desc', finds: 'cirros' },
  { run: "index name='CentOS 6.3 x86_64'", finds: 'CentOS' },
  { run: 'index disk_format=qcow2 size_min=1,', finds: 'CentOS' },
  { run: 'index os_distro=ubuntu', finds: 'Ubuntu' },
  { run: 'index is_public=None' },
  'index name=nope',
  refusal('index x', /^Arguments should be in the form of field=value\. You specified x\.\n$/, noPair),
  refusal('index a=b=c', /^Arguments should be in the form of field=value\. You specified a=b=c\.\n$/, noPair),
  'index --sort_key nope',
  'index --sort_dir nope',
  'index --limit x',
  'index --marker 95faa734-82b5-4674-85c5-3164bad9272c',
  refusal('index --marker nope', /^HTTP 400 Bad Request: /, 'nothing was read, so there is no head of a table'),
  { run: '-I admin -K admin-password -T admin index', finds: 'CentOS' },
  { run: 'details', finds: "Property 'os_distro': ubuntu" },
  { run: 'details --limit 1', finds: 'Deleted at: None' },
  'details name=nope',
  { run: `show ${ubuntu}`, finds: "Property 'os_distro': ubuntu" },
  { run: `show ${cirros}`, as: 'anne', finds: 'Owner' },
  {
    run: 'show nope',
    stderr: { is: /^HTTP HTTPNotFound\n/, because: 'an error is in the words of this year, on one line' },
  },
  missing('show', '<IMAGE_ID>'),
  { run: `image-members ${snapshot}`, finds: '13f5469d348bfb22c6705b54451e645a' },
  {
    run: 'image-members nope',
    stderr: { is: /^HTTP 404 Not Found: /, because: 'an error is in the words of this year, on one line' },
  },
  missing('image-members', '<image_id>'),
  { run: 'member-images c5c0d22c039b272c7de43980767e49ff', finds: snapshot },
  { run: 'member-images --can-share c5c0d22c039b272c7de43980767e49ff', finds: snapshot },
  'member-images nope',
  { run: 'image-list', finds: 'CentOS' },
  { run: 'image-show cirros-0.3.1-x86_64', finds: 'checksum' },
  { run: `member-list --image-id ${snapshot}`, finds: 'Can Share' },
]);
