import { type Answer, type Call, json } from '../call.js';
import { newest } from './microversion.js';

interface Version {
  readonly id: string;
  readonly path: string;
  readonly status: string;
  readonly version: string;
  readonly min: string;
  readonly updated: string;
  readonly media: string;
}

const versions = {
  v2: {
    id: 'v2.0',
    path: 'v2',
    status: 'SUPPORTED',
    version: '',
    min: '',
    updated: '2011-01-21T11:33:21Z',
    media: '2',
  },
  'v2.1': {
    id: 'v2.1',
    path: 'v2.1',
    status: 'CURRENT',
    version: `2.${newest}`,
    min: '2.1',
    updated: '2013-07-23T11:33:21Z',
    media: '2.1',
  },
} as const satisfies Record<string, Version>;

function self(call: Call, { path }: Version, rest = ''): unknown {
  return { rel: 'self', href: `${call.root}/${path}/${rest}` };
}

function mediaTypes({ media }: Version): unknown[] {
  return [{ base: 'application/json', type: `application/vnd.openstack.compute+json;version=${media}` }];
}

function summary({ id, status, version, min, updated }: Version): Record<string, unknown> {
  return { id, status, version, min_version: min, updated };
}

/** `GET /` */
export function allVersions(call: Call): Answer {
  return json(200, { versions: Object.values(versions).map((one) => ({ ...summary(one), links: [self(call, one)] })) });
}

/** `GET /v2`, `/v2/`, `/v2.1`, `/v2.1/` */
export function oneVersion(call: Call, name: keyof typeof versions): Answer {
  const one = versions[name];
  return json(200, {
    version: {
      ...summary(one),
      links: [self(call, one), { rel: 'describedby', type: 'text/html', href: 'http://docs.openstack.org/' }],
      'media-types': mediaTypes(one),
    },
  });
}

/** Any path without a known version: 300, and where it might be. */
export function choices(call: Call): Answer {
  const rest = call.rest.replace(/^\/|\/$/g, '');
  return json(300, {
    choices: Object.values(versions).map((one) => ({
      id: one.id,
      status: one.status,
      links: [self(call, one, rest)],
      'media-types': mediaTypes(one),
    })),
  });
}
