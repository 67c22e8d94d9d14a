import { type Answer, type Call, json } from '../call.js';

const updated = { v3: '2017-02-22T00:00:00Z', 'v2.0': '2016-08-04T00:00:00Z' } as const;

/** One version as keystone 12 describes it, the last release that has both (its recorded `GET /`). */
function version(call: Call, name: 'v2.0' | 'v3'): unknown {
  const self = { href: `${call.root}/${name}/`, rel: 'self' };
  return {
    status: name === 'v3' ? 'stable' : 'deprecated',
    updated: updated[name],
    'media-types': [{ base: 'application/json', type: `application/vnd.openstack.identity-${name}+json` }],
    id: name === 'v3' ? 'v3.8' : name,
    links:
      name === 'v3' ? [self] : [self, { href: 'https://docs.openstack.org/', type: 'text/html', rel: 'describedby' }],
  };
}

/** `GET /`: 300, and nowhere to go. */
export function allVersions(call: Call): Answer {
  return json(300, { versions: { values: [version(call, 'v3'), version(call, 'v2.0')] } });
}

/** `GET /v2.0` and `GET /v3`, with or without a slash at the end, with or without a token. */
export function oneVersion(call: Call, name: 'v2.0' | 'v3'): Answer {
  return json(200, { version: version(call, name) });
}
