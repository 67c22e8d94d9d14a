import { type Answer, type Call, page, Refusal } from '../call.js';
import type { Cloud } from '../cloud.js';
import { errorAnswer, noSuchPath } from './answers.js';
import { allVersions } from './discovery.js';
import { identityV2 } from './v2.js';
import { identityV3 } from './v3.js';

/** Keystone on the port for everybody. */
export function publicIdentity(cloud: Cloud, call: Call): Answer {
  return identity(cloud, call, false);
}

/** Keystone on the administrators' port. */
export function adminIdentity(cloud: Cloud, call: Call): Answer {
  return identity(cloud, call, true);
}

function identity(cloud: Cloud, call: Call, onAdminPort: boolean): Answer {
  const [version] = call.path;
  const versioned = version === 'v2.0' || version === 'v3';
  const always: Record<string, string> = { vary: 'X-Auth-Token' };
  if (versioned) always['x-openstack-request-id'] = call.requestId;
  const answer = answered(cloud, call, onAdminPort);
  return { ...answer, headers: { ...answer.headers, ...always } };
}

function answered(cloud: Cloud, call: Call, onAdminPort: boolean): Answer {
  try {
    const [version] = call.path;
    if (version === 'v2.0') return identityV2(cloud, call, onAdminPort);
    if (version === 'v3') return identityV3(cloud, call);
    if (version === undefined && call.method === 'GET') return allVersions(call);
    if (version === 'healthcheck') return page(200, '', { 'content-type': 'text/plain; charset=UTF-8' });
    throw noSuchPath(call);
  } catch (error) {
    if (error instanceof Refusal) return errorAnswer(error, call);
    throw error;
  }
}
