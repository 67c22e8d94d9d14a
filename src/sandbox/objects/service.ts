import { type Answer, type Call, json, page, Refusal } from '../call.js';
import { type Cloud, callerOf } from '../cloud.js';
import { accountAnswer } from './account.js';
import { accountOf, errorPage, notFound, type ObjectCall } from './call.js';
import { containerAnswer } from './container.js';
import { objectAnswer } from './object.js';
import { tempAuth } from './tempauth.js';

/** Swift: `/v1/{account}[/{container}[/{object}]]`, `/info`, `/healthcheck`, and a login of its own. */
export function objectStore(cloud: Cloud, call: Call): Answer {
  const answer = answered(cloud, call);
  const digits = call.requestId.replaceAll(/req-|-/g, '');
  const id = `tx${digits.slice(0, 21)}-00${Math.floor(cloud.now() / 1000).toString(16)}`;
  return { ...answer, headers: { ...answer.headers, 'x-trans-id': id, 'x-openstack-request-id': id } };
}

function answered(cloud: Cloud, call: Call): Answer {
  try {
    const [first = '', second] = call.path;
    if (first === 'healthcheck') return page(200, 'OK', { 'content-type': 'text/plain' });
    if (first === 'info') return json(200, capabilities, { 'content-type': 'application/json; charset=UTF-8' });
    if (first === 'auth' && (second === 'v1.0' || second === 'v1')) return tempAuth(cloud, call);
    if (first !== 'v1' || second === undefined) throw notFound();
    return stored(cloud, call);
  } catch (error) {
    if (error instanceof Refusal) return errorPage(error);
    throw error;
  }
}

const capabilities = {
  swift: {
    version: '2.30.1',
    strict_cors_mode: true,
    policies: [{ name: 'Policy-0', aliases: 'Policy-0', default: true }],
    account_autocreate: true,
    max_file_size: 5_368_709_122,
    max_meta_name_length: 128,
    max_meta_value_length: 256,
    max_meta_count: 90,
    max_meta_overall_size: 4096,
    max_header_size: 8192,
    max_object_name_length: 1024,
    container_listing_limit: 10_000,
    account_listing_limit: 10_000,
    max_account_name_length: 256,
    max_container_name_length: 256,
  },
  tempauth: { account_acls: false },
  slo: { max_manifest_segments: 1000, max_manifest_size: 8_388_608, min_segment_size: 1 },
};

/** A name in a path stands for itself where its escapes are broken. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function stored(cloud: Cloud, call: Call): Answer {
  // An object's name has its slashes, also several after each other.
  const [, account = '', container = '', object = ''] =
    /^\/v1\/([^/]*)(?:\/([^/]*)(?:\/(.*))?)?$/s.exec(call.rest) ?? [];
  const objectCall: ObjectCall = {
    ...call,
    cloud,
    account: decoded(account),
    ...(container === '' ? {} : { container: decoded(container) }),
    ...(object === '' ? {} : { object: decoded(object) }),
  };
  allow(objectCall);
  if (objectCall.object !== undefined) return objectAnswer(objectCall);
  return objectCall.container === undefined ? accountAnswer(objectCall) : containerAnswer(objectCall);
}

/** Throws unless the account is the caller's, the caller an administrator, or the container open for all. */
function allow(call: ObjectCall): void {
  const caller = callerOf(call.cloud, call);
  if (caller !== undefined && (caller.admin || call.account === `AUTH_${caller.token.tenantId}`)) return;
  const acl =
    call.container === undefined ? '' : accountOf(call).containers.get(call.container)?.headers['x-container-read'];
  const rules = (acl ?? '').split(',').map((rule) => rule.trim());
  const reading = call.method === 'GET' || call.method === 'HEAD';
  if (reading && rules.includes('.r:*') && (call.object !== undefined || rules.includes('.rlistings'))) return;
  if (caller !== undefined) throw new Refusal(403, 'Access was denied to this resource.');
  const sentence = 'This server could not verify that you are authorized to access the document you requested.';
  throw new Refusal(401, sentence, {
    'www-authenticate': `Swift realm="${call.account}", Keystone uri="${call.cloud.layout.root('identity')}"`,
  });
}
