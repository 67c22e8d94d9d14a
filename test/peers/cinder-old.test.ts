/** What cinder prints of the volume APIs v1 and v2, which no real cloud here has any more. */
import { cinder43 } from '../cloud/clouds.js';
import { type Case, type Cloud, sideBySide } from '../cloud/side-by-side.js';
import { embedded, sandbox } from './embedded.js';

const cloud = await embedded(await sandbox());
const over = (version: string): Cloud => ({ ...cloud, env: { ...cloud.env, OS_VOLUME_API_VERSION: version } });

const pool = 'c01.example.com#LVM';
const unknown = '00000000-0000-4000-8000-000000000000';

const newest = 'a link that is given no command answers as cinderclient 9.1, which has the volume API v3 only';
const newer = 'the option is of a later client, which says so in these words';

/** What both versions have. */
const both: readonly (string | Case)[] = [
  { run: 'list', finds: 'backup' },
  { run: 'list --all-tenants', finds: 'wiki-data' },
  { run: 'list --all-tenants --status in-use', finds: 'wiki-data' },
  { run: 'list', as: 'jtopjian' },
  { run: 'list', as: 'anne', finds: 'wiki-data' },
  'list --status nope',
  { run: 'show backup', finds: 'availability_zone' },
  { run: 'show old-logs', finds: 'awaiting-transfer' },
  'show nope',
  `show ${unknown}`,
  { run: 'metadata-show backup', finds: 'Metadata-property' },
  { run: 'snapshot-list', finds: 'backup-2013' },
  { run: 'snapshot-list --all-tenants', finds: 'backup-2013' },
  { run: 'snapshot-list --status available' },
  'snapshot-list --volume-id backup',
  { run: 'snapshot-show backup-2013-02-20', finds: '100%' },
  'snapshot-show nope',
  'snapshot-metadata-show backup-2013-02-20',
  { run: 'backup-list', finds: 'volumebackups' },
  { run: 'transfer-list', finds: '17e1ec41' },
  'transfer-show nope',
  { run: 'type-list', finds: 'standard' },
  { run: 'type-list', as: 'anne', finds: 'standard' },
  { run: 'service-list', finds: 'cinder-scheduler' },
  { run: 'service-list --binary cinder-volume', finds: 'c01' },
  { run: 'service-list --host cloud.example.com' },
  { run: 'service-list', as: 'anne' },
  { run: 'availability-zone-list', finds: 'available' },
  { run: 'list-extensions', finds: 'Alias' },
  { run: 'quota-show {project:admin}', finds: 'gigabytes' },
  { run: 'quota-defaults {project:admin}', finds: 'gigabytes' },
  { run: 'quota-usage {project:admin}', finds: 'In_use' },
  { run: 'quota-class-show default', finds: 'gigabytes' },
  { run: 'absolute-limits', finds: 'maxTotalVolumes' },
  'rate-limits',
  'endpoints',
  {
    run: 'nonsense',
    stderr: { is: /^ERROR: Invalid client version '[12]\.0'\. Major part should be '3'$/m, because: newest },
    code: { is: 1, because: newest },
  },
  'attachment-list',
  'message-list',
  'group-list',
  'qos-show nope',
  {
    run: 'list --filters name=backup',
    stderr: { is: "ERROR: '--filters' argument is only allowed since microversion 3.33.\n", because: newer },
    code: { is: 1, because: newer },
  },
];

sideBySide(over('1'), cinder43, [
  ...both,
  { run: 'list --display-name backup', finds: 'Display Name' },
  { run: 'snapshot-list --display-name backup-2013-02-20', finds: 'Display Name' },
  'manageable-list x',
]);

sideBySide(over('2'), cinder43, [
  ...both,
  { run: 'list --name backup', finds: 'backup' },
  'list --migration_status none',
  { run: 'list --limit 1 --all-tenants', finds: 'Tenant ID' },
  { run: 'show wiki-data', finds: 'wiki-data' },
  { run: 'list --sort size', finds: 'backup' },
  { run: 'list --sort size:desc,name', finds: 'backup' },
  { run: 'list --sort_key size --sort_dir desc', finds: 'backup' },
  { run: 'list --all-tenants --sort_key name', finds: 'wiki-data' },
  { run: 'list --sort_dir asc', finds: 'backup' },
  'list --sort_key nope',
  'list --sort_key size --sort_dir up',
  'list --sort_key size --sort name',
  { run: 'list --fields name,size,created_at', finds: '2013-' },
  'list --metadata purpose=nightly',
  { run: 'list --tenant {project:anne}', finds: 'wiki-data' },
  'list --bootable',
  { run: 'image-metadata-show backup' },
  { run: 'backup-list --all-tenants', finds: 'wiki-2013' },
  { run: 'backup-list --name backup-2013-02-19', finds: 'backup-2013' },
  { run: 'backup-show backup-2013-02-19', finds: 'object_count' },
  'backup-show nope',
  { run: 'transfer-list --all-tenants', finds: '17e1ec41' },
  { run: 'type-show fast', finds: 'multiattach' },
  { run: 'type-default', finds: 'standard' },
  { run: 'type-access-list --volume-type fast', finds: 'Project_ID' },
  { run: 'extra-specs-list', finds: 'volume_backend_name' },
  { run: 'encryption-type-list', finds: 'luks' },
  { run: 'encryption-type-show fast', finds: 'aes-xts-plain64' },
  { run: 'service-list --withreplication', finds: 'Replication' },
  { run: 'get-pools', finds: pool },
  { run: 'get-pools --detail', finds: 'free_capacity_gb' },
  { run: `get-capabilities ${pool}`, finds: 'Backend properties' },
  'get-capabilities nope',
  { run: `manageable-list ${pool}`, finds: 'safe_to_manage' },
  { run: `manageable-list ${pool} --detailed false`, finds: 'safe_to_manage' },
  { run: `manageable-list ${pool} --sort size`, finds: 'safe_to_manage' },
  'manageable-list nope',
  { run: `snapshot-manageable-list ${pool}`, finds: 'source_reference' },
  { run: `snapshot-manageable-list ${pool} --detailed false`, finds: 'source_reference' },
  { run: 'consisgroup-list', finds: 'nightly' },
  { run: 'consisgroup-list --all-tenants', finds: 'nightly' },
  { run: 'cgsnapshot-list --all-tenants' },
  'consisgroup-show nope',
]);
