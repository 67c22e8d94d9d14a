/**
 * Words that stand for arguments in examples: things of the embedded cloud, so that examples can be run there
 * (`--sandbox`). By the placeholder in small letters, with hyphens, without brackets; what is not here is made of the placeholder.
 */
const sampleWords: Readonly<Record<string, string>> = {
  server: 'monitor',
  host: 'c01.example.com',
  hostname: 'c01.example.com',
  hypervisor: 'c01.example.com',
  name: 'web01',
  flavor: 'm1.small',
  image: 'cirros-0.3.1-x86_64',
  tenant: 'adam',
  project: 'adam',
  'tenant-id': 'adam',
  user: 'adam',
  role: 'Member',
  key: 'color',
  'key=value': 'color=blue',
  action: 'set',
  aggregate: 'kvm',
  secgroup: 'default',
  volume: 'backup',
  'volume-type': 'fast',
  snapshot: 'backup-2',
  network: 'public',
  subnet: 'public',
  router: 'edge',
  keypair: 'ops',
  class: 'default',
  'console-type': 'novnc',
  tag: 'web',
  tags: 'web',
  path: '/servers',
  method: 'GET',
  service: 'compute',
  dir: '~/bin',
  container: 'logs',
  object: 'cat.jpg',
  time: '3600',
  ram: '2048',
  disk: '20',
  vcpus: '1',
  description: 'small',
  rotation: '3',
  'backup-type': 'daily',
  policy: 'affinity',
  vm: 'web01',
  data: 'hello',
  wql: 'SELECT * FROM Msvm_ComputerSystem',
};

/**
 * The word of an example for a placeholder as `<key=value>` or `IMAGE_ID`.
 * @param own the words of the client, which go before those of all
 */
export function sampleWord(
  placeholder: string,
  own: Readonly<Record<string, string>>,
  choices?: readonly string[],
): string {
  const word = placeholder
    .replace(/^<|>$/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9=]+/g, '-');
  const known = [own, sampleWords].find((words) => Object.hasOwn(words, word));
  return choices?.[0] ?? known?.[word] ?? word;
}
