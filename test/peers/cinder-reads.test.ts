/** The read commands of cinder against the embedded cloud, which has backups, groups and transfers, with cinderclient 9.1. */
import { cinder91 } from '../cloud/clouds.js';
import { sideBySide } from '../cloud/side-by-side.js';
import { byV3, embedded, sandbox } from './embedded.js';

const exported = await sandbox();
const known = await embedded(exported);
const cloud = {
  ...known,
  env: byV3(exported),
  member: (name: string) => byV3({ ...exported, ...known.member(name) }),
};

const lists = [
  { run: 'list --all-tenants', finds: 'wiki-data' },
  { run: 'snapshot-list --all-tenants', finds: 'wiki-data-2013-02-20' },
  { run: 'backup-list --all-tenants', finds: 'volumebackups' },
  'transfer-list --all-tenants',
  'type-list',
  'extra-specs-list',
  'qos-list',
  'service-list',
  'availability-zone-list',
  'get-pools',
  'absolute-limits',
  { run: 'show backup', finds: 'available' },
  { run: 'show wiki-data', finds: 'wiki-data' },
  { run: 'snapshot-show wiki-data-2013-02-20', finds: 'wiki-data' },
  'show nosuch',
  'backup-show nosuch',
];
sideBySide(cloud, cinder91, lists);
sideBySide(
  cloud,
  cinder91,
  ['group-list --all-tenants', 'group-type-list', 'attachment-list --all-tenants', 'message-list', 'cluster-list'].map(
    (line) => `--os-volume-api-version 3.59 ${line}`,
  ),
);
sideBySide(cloud, cinder91, [
  { run: 'list', as: 'anne', finds: 'wiki-data' },
  { run: 'show wiki-data', as: 'anne', finds: 'wiki-data' },
  { run: 'list', as: 'jtopjian' },
  { run: 'snapshot-list', as: 'jtopjian' },
  { run: 'service-list', as: 'jtopjian' },
]);
