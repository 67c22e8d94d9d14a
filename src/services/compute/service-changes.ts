import { Failure } from '../../core/errors.js';
import { firstIn, itemsOf } from '../../lib/items-of.js';
import { atLeast } from '../../lib/microversion.js';
import { asArray, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';
import { listAggregates } from './aggregates.js';
import { listServers } from './servers.js';
import { listServices } from './services.js';

/** How a service is changed, in the words of the API before and since microversion 2.53. */
interface ServiceChange {
  /** The end of the path before: `enable`. */
  readonly action: string;
  /** What is sent since; before, it stands beside the host, but for the status. */
  readonly fields: Json;
}

/**
 * Changes a nova-compute service: by its id since microversion 2.53, by its host before. Compute API reference: "Update
 * Compute Service" (`PUT /os-services/{service_id}`), "Enable Scheduling For A Compute Service" (`PUT
 * /os-services/enable`) and the like.
 */
export async function changeService(
  session: Session,
  idOrHost: string,
  { action, fields }: ServiceChange,
): Promise<Json> {
  const isNew = atLeast(await session.microversion(), '2.53');
  const path = `/os-services/${isNew ? encodeURIComponent(idOrHost) : action}`;
  const { status, ...others } = fields;
  const body = isNew ? fields : { host: idOrHost, binary: 'nova-compute', ...others };
  return objectOf(session, { service: 'compute', path, method: 'PUT', body }, 'service');
}

/**
 * Lets a service of any kind be scheduled to, or not: by its host and binary, which the API takes up to microversion 2.52.
 * @throws HttpFailure with status 404 when there is none
 */
export function switchService(
  session: Session,
  { host, binary, isEnabled }: { readonly host: string; readonly binary: string; readonly isEnabled: boolean },
): Promise<Json> {
  const path = `/os-services/${isEnabled ? 'enable' : 'disable'}`;
  const call = { service: 'compute', path, method: 'PUT', microversion: '2.1' } as const;
  return objectOf(session, { ...call, body: { host, binary } }, 'service');
}

/** Compute API reference: "Delete Compute Service" (`DELETE /os-services/{service_id}`): a number before microversion 2.53. */
export async function removeService(session: Session, id: string): Promise<{ readonly id: string }> {
  const path = `/os-services/${encodeURIComponent(id)}`;
  await session.json({ service: 'compute', path, method: 'DELETE', mayBeEmpty: true });
  return { id };
}

/**
 * The service of an id, and what it is as `name`.
 * @throws Failure when there is none
 */
export async function findService(session: Session, given: string): Promise<Json> {
  const found = await firstIn(listServices(session), ({ id }) => asText(id) === given);
  if (found === undefined) throw new Failure(`No service with an ID of '${given}' exists.`, { name: 'NotFound' });
  const { id, binary, host, status, state } = found;
  const words = { name: `${asText(binary)} on ${asText(host)}`, status: `${asText(status)}, ${asText(state)}` };
  return { id, binary, host, ...words };
}

/** What goes with a nova-compute service, a line each (nova api/openstack/compute/services.py, delete). */
export async function goesWithService(session: Session, { binary, host }: Json): Promise<readonly string[]> {
  if (binary !== 'nova-compute') return [];
  const name = asText(host);
  const query = { host: name, all_tenants: 1 };
  const on = await itemsOf(listServers(session, { query, brief: true }));
  const servers = on.map((server) => `server ${asText(server.name)} (${asText(server.id)}) is on it: nova will refuse`);
  const aggregates = (await itemsOf(listAggregates(session))).filter(({ hosts }) =>
    asArray(hosts).map(asText).includes(name),
  );
  const leaves = aggregates.map((aggregate) => `aggregate ${asText(aggregate.name)} loses host ${name}`);
  return [...servers, ...leaves, 'its resource provider and host mapping go with it'];
}
