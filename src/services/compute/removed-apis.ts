import { Failure } from '../../core/errors.js';
import { HttpFailure } from '../../http/api-errors.js';
import type { Json } from '../../lib/read.js';
import type { Call, Query, Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';
import { unservedSentence } from '../unserved.js';

/**
 * Parts of the Compute API that newer clouds do not serve any more, as a sentence names them, and what to use instead.
 * When they went: Compute API reference, "Obsolete"; nova release notes of 8.0.0 to 20.0.0.
 */
const PARTS = {
  actions: ['actions of servers as nova 2011.3 did', "Use 'nova instance-action-list SERVER'."],
  baremetal: ['bare metal nodes', "Use 'openstack baremetal node'."],
  coverage: ['reports of what its own tests cover', 'Nova dropped them with 2013.2 (Havana).'],
  cells: ['cells of the first kind', "Those of the second are shown by 'nova-manage cell_v2 list_cells'."],
  certificates: ['X.509 certificates', 'Nova dropped them, and nova-cert, with 16.0.0 (Pike).'],
  cloudpipes: ['cloudpipes', "Use 'openstack vpn service list' (create likewise)."],
  defaultRules: [
    'rules for the default groups of new projects',
    "Use 'openstack default security group rule list' (create and delete likewise).",
  ],
  dns: [
    'DNS entries of floating addresses',
    "Use 'openstack zone list' and 'openstack recordset list ZONE' (create and delete likewise).",
  ],
  fixedIps: [
    'fixed addresses',
    "Use 'openstack port list --fixed-ip ip-address=ADDRESS'; a port that is created with it keeps an address.",
  ],
  floatingIps: [
    'floating addresses',
    "Use 'neutron floatingip-list' or 'openstack floating ip list' (create and delete likewise).",
  ],
  hosts: ['hosts', "Use 'nova service-list' and 'nova hypervisor-show HOST'."],
  images: ['images', "Use 'glance image-list' or 'openstack image list' (set and delete likewise)."],
  networks: ['networks', "Use 'neutron net-list' or 'openstack network list' (create and delete likewise)."],
  securityGroups: [
    'security groups',
    "Use 'neutron security-group-list' or 'openstack security group list' (create and delete likewise).",
  ],
  virtualInterfaces: ['virtual interfaces', "Use 'nova interface-list SERVER'."],
  zones: ['child zones', "Use 'nova availability-zone-list'; 'nova aggregate-create NAME ZONE' makes one."],
} as const satisfies Readonly<Record<string, readonly [what: string, instead: string]>>;

export type Part = keyof typeof PARTS;

/**
 * Pages of such a part; where a cloud does not serve it, a sentence, and what to use instead. A 404 in which the server
 * speaks of a thing stays what it is.
 */
export async function* orRemoved<T>(part: Part, pages: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pages;
  } catch (error) {
    throw isNowhere(part, error) ? unserved(part, error) : error;
  }
}

/** The same for one thing. */
export async function orRemovedOne<T>(part: Part, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw isNowhere(part, error) ? unserved(part, error) : error;
  }
}

/** A whole list at a path of the part. */
export function listOrRemoved(
  session: Session,
  part: Part,
  path: string,
  key: string,
  query: Query = {},
): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path, query, microversion: '2.1' };
  return orRemoved(part, listed(session, call, key));
}

/** One thing at a path of the part. */
export function showOrRemoved(
  session: Session,
  part: Part,
  path: string,
  key: string,
  microversion = '2.1',
): Promise<Json> {
  return orRemovedOne(part, objectOf(session, { service: 'compute', path, microversion }, key));
}

/** Changes something at a path of the part; what the service answers, if it says anything. */
export function changeOrRemoved(
  session: Session,
  part: Part,
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const call: Call = { service: 'compute', path, method, microversion: '2.1', mayBeEmpty: true };
  return orRemovedOne(part, session.json(body === undefined ? call : { ...call, body }));
}

function unserved(part: Part, cause: unknown): Failure {
  const sentence = `This cloud's compute service does not serve ${PARTS[part][0]}.`;
  return new Failure(unservedSentence(sentence, cause), { hint: PARTS[part][1], cause });
}

/** Not there at all: 410, 501, or nova's sentence for a path without a route. */
function isNowhere(part: Part, error: unknown): boolean {
  if (!(error instanceof HttpFailure)) return false;
  if (error.status === 410 || error.status === 501) return true;
  // Of a node that is not there nova says no more than of a path that is not there.
  const isPlain = /^(404 Not Found )?The resource could not be found\./.test(error.serverMessage ?? '');
  return error.status === 404 && isPlain && !(part === 'baremetal' && /\/os-baremetal-nodes\/./.test(error.url));
}
