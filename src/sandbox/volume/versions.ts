import { type Answer, type Call, json } from '../call.js';

/** Zed's newest (cinder/api/openstack/api_version_request.py). */
export const newest = 70;

const versions = [
  { id: 'v1.0', path: 'v1', status: 'DEPRECATED', version: '', min: '', updated: '2016-05-02T20:25:19Z', media: '1' },
  { id: 'v2.0', path: 'v2', status: 'DEPRECATED', version: '', min: '', updated: '2017-02-25T12:00:00Z', media: '2' },
  {
    id: 'v3.0',
    path: 'v3',
    status: 'CURRENT',
    version: `3.${newest}`,
    min: '3.0',
    updated: '2022-08-31T00:00:00Z',
    media: '3',
  },
] as const;

/** `GET /`: 300, all of them; `GET /v3/`: 200, the one that is asked for. */
export function versionsAnswer(call: Call, path?: string): Answer {
  const shown = versions.filter((one) => path === undefined || one.path === path);
  return json(path === undefined ? 300 : 200, {
    versions: shown.map((one) => ({
      id: one.id,
      status: one.status,
      version: one.version,
      min_version: one.min,
      updated: one.updated,
      links: [
        { rel: 'describedby', type: 'text/html', href: 'https://docs.openstack.org/' },
        { rel: 'self', href: `${call.root}/${one.path}/` },
      ],
      'media-types': [{ base: 'application/json', type: `application/vnd.openstack.volume+json;version=${one.media}` }],
    })),
  });
}

export type Wanted = { readonly minor: number } | { readonly status: 400 | 406; readonly message: string };

/** The microversion that `OpenStack-API-Version: volume 3.N` asks for; nothing is 3.0. */
export function wantedMinor(headers: Call['headers']): Wanted {
  const own = headers['openstack-api-version']
    ?.split(',')
    .map((item) => item.trim().split(/\s+/))
    .find(([service]) => service?.toLowerCase() === 'volume');
  const text = own?.[1];
  if (text === undefined) return { minor: 0 };
  if (text.toLowerCase() === 'latest') return { minor: newest };
  const [, major, minor] = /^([1-9]\d*)\.([1-9]\d*|0)$/.exec(text) ?? [];
  if (major === undefined) {
    const rule = 'Must be of format MajorNum.MinorNum.';
    return { status: 400, message: `API Version String ${text} is of invalid format. ${rule}` };
  }
  if (major !== '3' || Number(minor) > newest) {
    const range = `Minimum is 3.0 and maximum is 3.${newest}.`;
    return { status: 406, message: `Version ${text} is not supported by the API. ${range}` };
  }
  return { minor: Number(minor) };
}
