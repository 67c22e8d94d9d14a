/** The kinds of thing whose names can be completed, as `openstack` calls them, and the clouds of clouds.yaml. */
export type Thing = string;

/** What placeholders call them: by the first of their words that is here. */
const THINGS: Readonly<Record<string, Thing>> = {
  server: 'server',
  instance: 'server',
  flavor: 'flavor',
  image: 'image',
  network: 'network',
  net: 'network',
  tenant: 'project',
  project: 'project',
  user: 'user',
  role: 'role',
  volume: 'volume',
  subnet: 'subnet',
  router: 'router',
  secgroup: 'security_group',
  keypair: 'keypair',
  aggregate: 'aggregate',
  host: 'host',
  hostname: 'host',
  hypervisor: 'hypervisor',
  cloud: 'cloud',
};

/** Words of a placeholder that say that it is something of the thing, and not the thing. */
const PARTS: readonly string[] = [
  'type',
  'class',
  'group',
  'size',
  'status',
  'format',
  'property',
  'tag',
  'address',
  'ip',
  'domain',
  'data',
  'key',
  'value',
];

/** Placeholders behind which a file is meant. */
const FILES: readonly string[] = ['file', 'dir', 'path', 'directory', 'filename', 'cacert', 'certificate'];

const wordsOf = (placeholder: string): readonly string[] =>
  placeholder
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** The kind of thing that a placeholder as `<server>`, `TENANT_ID` or `<name or id of image>` asks for. */
export function thingOf(placeholder: string): Thing | undefined {
  const words = wordsOf(placeholder);
  if (words.join(' ').includes('security group')) return 'security_group';
  if (words.some((word) => PARTS.includes(word))) return undefined;
  const found = words.find((word) => Object.hasOwn(THINGS, word));
  return found === undefined ? undefined : THINGS[found];
}

/** Is it the path of a file? */
export const isFile = (placeholder: string): boolean => wordsOf(placeholder).some((word) => FILES.includes(word));
