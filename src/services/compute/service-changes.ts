import { atLeast } from '../../lib/microversion.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';

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
