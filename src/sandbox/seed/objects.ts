import { createHash } from 'node:crypto';
import { type Content, stored } from '../content.js';
import type { World } from '../world.js';
import type { Account, Container, KeptHeaders, ObjectTables, StoredObject } from '../world-objects.js';
import { imageContent } from './content.js';
import { tenantId } from './identity.js';

/** What people keep in swift: backups with folders, logs in segments, a page for everybody, and an empty container. */
export function objectTables(world: World): ObjectTables {
  return new Map([
    [accountOf('admin'), administrators()],
    [accountOf('jtopjian'), account([container('images', '14T12:00:00', [cirros(world)])])],
    [accountOf('anne'), account([container('wiki', '05T11:00:00', page(), { 'x-container-read': '.r:*,.rlistings' })])],
  ]);
}

function accountOf(tenant: string): string {
  return `AUTH_${tenantId(tenant)}`;
}

const time = (text: string): number => Date.parse(`2013-02-${text}Z`);

function account(containers: readonly Container[], headers: KeptHeaders = {}): Account {
  return { created: time('01T08:00:00'), headers, containers: new Map(containers.map((one) => [one.name, one])) };
}

function container(name: string, created: string, objects: StoredObject[], headers: KeptHeaders = {}): Container {
  return { name, created: time(created), headers, objects: new Map(objects.map((one) => [one.name, one])) };
}

function object(
  name: string,
  modified: string,
  text: string | Content,
  more: Partial<StoredObject> = {},
): StoredObject {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : undefined;
  return {
    name,
    contentType: 'text/plain',
    etag: bytes === undefined ? '' : createHash('md5').update(bytes).digest('hex'),
    modified: time(modified),
    headers: {},
    content: bytes === undefined ? (text as Content) : stored(bytes),
    ...more,
  };
}

function administrators(): Account {
  const nightly = (day: string): StoredObject[] => [
    object(`2013-02-${day}/db.sql`, `${day}T03:00:05`, `-- dump of ${day}\n`.repeat(300), {
      contentType: 'application/sql',
      headers: { 'x-object-meta-mtime': `${time(`${day}T03:00:00`) / 1000}.000000` },
    }),
    object(`2013-02-${day}/etc.tar.gz`, `${day}T03:00:09`, `etc ${day} `.repeat(2048), {
      contentType: 'application/x-tar',
    }),
  ];
  const parts = [1, 2, 3].map((part) =>
    object(`syslog/0000000${part}`, '20T06:00:00', `Feb 20 06:00:0${part} cloud nova-api: part ${part}\n`.repeat(50), {
      contentType: 'application/octet-stream',
    }),
  );
  const sums = parts.map(({ etag }) => etag).join('');
  return account(
    [
      container(
        'backups',
        '01T08:00:00',
        [...nightly('18'), ...nightly('19'), object('README', '01T08:00:10', 'Kept for a year.\n')],
        {
          'x-container-meta-purpose': 'nightly',
        },
      ),
      container('logs', '02T08:00:00', [
        object('syslog', '20T06:00:01', '', { headers: { 'x-object-manifest': 'logs_segments/syslog/' } }),
        object(
          'syslog.static',
          '20T06:00:02',
          { length: parts.reduce((sum, one) => sum + one.content.length, 0), chunks: () => [] },
          {
            etag: createHash('md5').update(sums).digest('hex'),
            segments: parts.map(({ name, etag, content }) => ({
              path: `/logs_segments/${name}`,
              hash: etag,
              bytes: content.length,
            })),
          },
        ),
        object('café-東京.txt', '12T09:00:00', 'naïve\n'),
      ]),
      container('logs_segments', '02T08:00:01', parts),
      container('empty', '03T08:00:00', []),
    ],
    { 'x-account-meta-owner': 'ops' },
  );
}

/** Glance's image once more: its bytes, and so its sum, are the same. */
function cirros({ images }: World): StoredObject {
  const image = images.find(({ name }) => name?.startsWith('cirros'));
  return object('cirros-0.3.1-x86_64-disk.img', '14T12:00:30', imageContent(image?.id ?? '', image?.size ?? 0), {
    contentType: 'application/octet-stream',
    etag: image?.checksum ?? '',
  });
}

function page(): StoredObject[] {
  return [
    object('index.html', '05T11:00:10', '<html><h1>The wiki is at wiki.example.com</h1></html>\n', {
      contentType: 'text/html',
    }),
  ];
}
