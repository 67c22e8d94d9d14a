/** Servers that are made, rebuilt and copied, against novaclient 18.1. */
import { computeOf, nova18, zed } from './clouds.js';
import { sideBySide } from './side-by-side.js';
import { type Api, twins } from './twins.js';

const cloud = await zed();
const imagesUrl = 'http://127.0.0.1:9292/v2/images';

interface Server {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

const namedServers = async (api: Api, name: string): Promise<Server[]> =>
  ((await api.ask('GET', `/servers/detail?name=${encodeURIComponent(name)}`)).body.servers as Server[]) ?? [];

/** The servers of the name at rest, without what differs from one to the next. */
async function state(api: Api, name: string): Promise<unknown> {
  for (let tries = 0; tries < 300; tries += 1) {
    const servers = await namedServers(api, name);
    if (servers.every(({ 'OS-EXT-STS:task_state': task, status }) => task === null && status !== 'BUILD')) {
      return servers
        .map(({ name, status, key_name, metadata, description, tags, config_drive, accessIPv4, flavor }) => {
          const user = { metadata, description, tags, config_drive, accessIPv4, key_name };
          return { name, status, ...user, flavor };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the servers of the name ${name} do not come to rest`);
}

async function clean(api: Api, name: string): Promise<void> {
  for (const { id } of await namedServers(api, name)) await api.ask('DELETE', `/servers/${id}`);
}

/** The hypervisor of the test cloud copies nothing: the images stay in the queue. */
async function removeImages(api: Api, name: string): Promise<void> {
  const { images } = (await api.ask('GET', `${imagesUrl}?limit=1000`)).body as { images: Server[] };
  for (const one of images) if (one.name.startsWith(name)) await api.ask('DELETE', `${imagesUrl}/${one.id}`);
}

/** What the server makes up, and how far it is. */
const moves =
  /^\| (?:OS-EXT-AZ|OS-EXT-SRV-ATTR|OS-EXT-STS|host_status|hostId|adminPass|OS-SRV-USG|status|updated|progress|test0\d network|reservation_id).*$/gm;
const TINY = '--flavor m1.tiny --image cirros-0.6.1-x86_64-disk --nic net-name=test01';
const NO_ID = '00000000-0000-4000-8000-000000000000';
const PEER_BREAKS = 'the peer ends with an error of its own once the servers are being made';
const step = (run: string) => ({ run, moves });

twins(cloud, nova18, computeOf, [
  {
    title: 'booted',
    state,
    clean,
    steps: [
      step(`boot {twin} ${TINY}`),
      step(`boot {twin} ${TINY} --poll --meta a=1 --meta b=2=3 --description 'for tests' --tags red,blue`),
      step(`boot '{twin} many' ${TINY} --min-count 2`),
      {
        run: `boot '{twin} r' ${TINY} --max-count 2 --return-reservation-id`,
        stdout: { is: /\| reservation_id \| r-\w{8} \|/, because: PEER_BREAKS },
        stderr: { is: '', because: PEER_BREAKS },
        code: { is: 0, because: PEER_BREAKS },
      },
      step(
        `boot {twin} ${TINY} --config-drive true --admin-pass some-secret-word --access-ip-v4 10.9.8.7 --hostname fresh`,
      ),
      step(`boot {twin} ${TINY} --user-data /etc/hostname --availability-zone nova --security-groups default`),
      step(`boot {twin} ${TINY} --swap 1 --ephemeral size=1,format=ext4`),
      step(`boot {twin} ${TINY} --hint group=a --hint group=b --hint query=[]`),
      step('boot {twin} --flavor 1 --image-with name=cirros-0.6.1-x86_64-disk --nic none'),
      step('boot {twin} --flavor x9.impossible --image cirros-0.6.1-x86_64-disk --nic none --poll'),
      step(
        '--os-compute-api-version 2.36 boot {twin} --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-name=test01',
      ),
      step(`--os-compute-api-version 2.56 boot {twin} ${TINY} --file /etc/motd=/etc/hostname`),
    ],
  },
  {
    title: 'asked for with volumes that are not there',
    state: async (api, name) => (await namedServers(api, name)).length,
    clean,
    steps: [
      `boot {twin} --flavor m1.tiny --boot-volume ${NO_ID} --nic none`,
      `boot {twin} --flavor m1.tiny --snapshot ${NO_ID} --nic none`,
      `boot {twin} --flavor m1.tiny --block-device-mapping vda=${NO_ID}:::1 --nic none`,
      `boot {twin} --flavor m1.tiny --block-device-mapping vda=${NO_ID}:snap:5:0 --nic none`,
      `boot {twin} ${TINY} --block-device id=${NO_ID},source=volume,dest=volume,bootindex=1,device=vdb,bus=virtio,type=disk,shutdown=remove,tag=x`,
      `boot {twin} --flavor m1.tiny --nic none --block-device id=${NO_ID},source=snapshot,dest=volume,size=2,bootindex=0,volume_type=standard`,
      `boot {twin} ${TINY} --swap 1 --ephemeral size=9,format=ext4 --block-device source=blank,dest=local,size=99,shutdown=preserve`,
    ],
  },
  {
    title: 'rebuilt and copied',
    clean: removeImages,
    steps: [
      step('rebuild {twin} cirros-0.6.1-x86_64-disk'),
      step('rebuild {id} cirros-0.6.1-x86_64-disk --rebuild-password some-secret-word --minimal --poll --name {twin}'),
      step(
        'rebuild {twin} cirros-0.6.1-x86_64-disk --meta a=b --description x --preserve-ephemeral --key-unset --user-data-unset',
      ),
      step('rebuild {twin} cirros-0.6.1-x86_64-disk --user-data /etc/hostname --trusted-image-certificates-unset'),
      'rebuild {twin} nosuch-image',
      'rebuild {twin} cirros-0.6.1-x86_64-disk --key-unset --key-name x',
      'rebuild {twin} cirros-0.6.1-x86_64-disk --user-data-unset --user-data /etc/hostname',
      'rebuild {twin} cirros-0.6.1-x86_64-disk --user-data nosuch-file',
      'rebuild {twin} cirros-0.6.1-x86_64-disk --meta nonsense',
      'rebuild {twin} cirros-0.6.1-x86_64-disk --key-name nosuch-key',
      "image-create {twin} '{twin} image' --metadata kind=test",
      { run: "image-create {id} '{twin} more' --show", moves: /\d+/g },
      'image-create {twin} x --metadata nonsense',
      'backup {twin} x daily nonsense',
      { run: "backup {twin} '{twin} backup' daily 1", moves: /\d+/g },
    ],
  },
]);

// Nothing is made by these: both may have the same words.
sideBySide(cloud, nova18, [
  'boot x',
  'boot',
  'boot x --flavor m1.tiny',
  'boot x --flavor nosuch --image cirros-0.6.1-x86_64-disk',
  'boot x --flavor m1.tiny --image nosuch',
  {
    run: 'boot x --flavor m1.tiny --image 00000000-0000-4000-8000-000000000000',
    stderr: { is: /No Image matching 0{8}-/, because: "the image service's HTML is no sentence" },
  },
  'boot x --flavor m1.tiny --image-with nosuch=x',
  'boot x --flavor m1.tiny --image-with nonsense',
  `boot x ${TINY} --min-count 0`,
  `boot x ${TINY} --max-count 0`,
  `boot x ${TINY} --min-count 3 --max-count 2`,
  `boot x ${TINY} --min-count z`,
  `boot x ${TINY} --meta nonsense`,
  `boot x ${TINY} --hint nonsense`,
  `boot x ${TINY} --user-data nosuch-file`,
  `boot x ${TINY} --file a=b`,
  `--os-compute-api-version 2.56 boot x ${TINY} --file nonsense`,
  `--os-compute-api-version 2.56 boot x ${TINY} --file a=nosuch-file`,
  `boot x ${TINY} --config-drive maybe`,
  `boot x ${TINY} --boot-volume 00000000-0000-4000-8000-000000000000`,
  `boot x ${TINY} --block-device-mapping vda=a:b:c --swap 1`,
  `boot x ${TINY} --block-device-mapping vda=a::z`,
  `boot x ${TINY} --block-device-mapping nonsense`,
  `boot x ${TINY} --block-device nonsense`,
  `boot x ${TINY} --block-device source=nonsense`,
  `boot x ${TINY} --block-device dest=nonsense`,
  `boot x ${TINY} --block-device shutdown=nonsense`,
  `boot x ${TINY} --block-device source=volume,id=nosuch,bootindex=1`,
  `--os-compute-api-version 2.31 boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --block-device tag=x`,
  `--os-compute-api-version 2.66 boot x ${TINY} --block-device volume_type=x`,
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic nonsense',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-id=',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-id=a,port-id=b',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-id=a,net-id=b',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-name=nosuch',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-id=a,v4-fixed-ip=b',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-id=a,v6-fixed-ip=b',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-id=a,v4-fixed-ip=10.0.0.1,v6-fixed-ip=fe80::1',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic auto --nic none',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic auto,net-id=a',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-id=a,auto',
  '--os-compute-api-version 2.36 boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic auto',
  '--os-compute-api-version 2.34 boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic nonsense',
  '--os-compute-api-version 2.31 boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic nonsense',
  'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --nic net-id=nosuch',
  `boot x ${TINY} --key-name nosuch-key`,
  `boot x ${TINY} --availability-zone nosuch-zone`,
  `boot x ${TINY} --tags a/b`,
  `boot x ${TINY} --trusted-image-certificate-id x --host nosuch-host`,
  { run: `--os-compute-api-version 2.60 boot x ${TINY}`, env: { OS_TRUSTED_IMAGE_CERTIFICATE_IDS: 'a,b' } },
  `boot x ${TINY} ${Array.from({ length: 129 }, (_, at) => `--meta k${at}=v`).join(' ')}`,
  { run: 'boot x --flavor 1 --image cirros-0.6.1-x86_64-disk --hostname x --nic none --host compute01', as: 'anne' },
]);
