import { type Answer, type Call, json } from '../call.js';
import { noSuchPath, notFound } from './answers.js';

type Row = readonly [alias: string, name: string, updated: string, api: 'v2' | 'v3', description: string];

const everywhere: readonly Row[] = [
  [
    'OS-REVOKE',
    'OpenStack Revoke API',
    '2014-02-24T20:51:0-00:00',
    'v3',
    'OpenStack revoked token reporting mechanism.',
  ],
  [
    'OS-FEDERATION',
    'OpenStack Federation APIs',
    '2013-12-17T12:00:0-00:00',
    'v3',
    'OpenStack Identity Providers Mechanism.',
  ],
  [
    'OS-SIMPLE-CERT',
    'OpenStack Simple Certificate API',
    '2014-01-20T12:00:0-00:00',
    'v2',
    'OpenStack simple certificate retrieval extension',
  ],
  [
    'OS-OAUTH1',
    'OpenStack OAUTH1 API',
    '2013-07-07T12:00:0-00:00',
    'v3',
    'OpenStack OAuth 1.0a Delegated Auth Mechanism.',
  ],
  ['OS-EC2', 'OpenStack EC2 API', '2013-07-07T12:00:0-00:00', 'v2', 'OpenStack EC2 Credentials backend.'],
];

const publicOnly: Row = [
  'OS-KSCRUD',
  'OpenStack Keystone User CRUD',
  '2013-07-07T12:00:0-00:00',
  'v2',
  'OpenStack extensions to Keystone v2.0 API enabling User Operations.',
];

const adminOnly: readonly Row[] = [
  ['s3tokens', 'OpenStack S3 API', '2013-07-07T12:00:0-00:00', 'v2', 'OpenStack S3 API.'],
  [
    'OS-KSADM',
    'OpenStack Keystone Admin',
    '2013-07-11T17:14:00-00:00',
    'v2',
    'OpenStack extensions to Keystone v2.0 API enabling Administrative Operations.',
  ],
];

function view([alias, name, updated, api, description]: Row): unknown {
  return {
    updated,
    name,
    links: [
      {
        href: `https://developer.openstack.org/api-ref-identity-${api}-ext.html`,
        type: 'text/html',
        rel: 'describedby',
      },
    ],
    namespace: `https://docs.openstack.org/identity/api/ext/${alias}/v1.0`,
    alias,
    description,
  };
}

/** `GET /v2.0/extensions[/{alias}]`, without a token; what keystone 12 lists on each port. */
export function extensions(call: Call, onAdminPort: boolean): Answer {
  const rows = onAdminPort ? [...adminOnly, ...everywhere] : [publicOnly, ...everywhere];
  const [, , alias, more] = call.path;
  if (more !== undefined) throw noSuchPath(call);
  if (alias === undefined) return json(200, { extensions: { values: rows.map(view) } });
  const found = rows.find(([name]) => name === alias);
  if (found === undefined) throw notFound('extension', alias);
  return json(200, { extension: view(found) });
}
