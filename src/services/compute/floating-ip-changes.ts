import { Failure } from '../../core/errors.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';
import { listFloatingIps } from './floating-ips.js';
import { changeOrRemoved, orRemoved, orRemovedOne } from './removed-apis.js';

/** Compute API reference: "Create (Allocate) Floating Ip Address" (`POST /os-floating-ips`), up to 2.35. */
export const createFloatingIp = (session: Session, pool: string | undefined): Promise<Json> => {
  const call = { service: 'compute', path: '/os-floating-ips', microversion: '2.1' };
  const body = { pool: pool ?? null };
  return orRemovedOne('floatingIps', objectOf(session, { ...call, method: 'POST', body }, 'floating_ip'));
};

/**
 * Compute API reference: "Delete (Deallocate) Floating Ip Address" (`DELETE /os-floating-ips/{id}`), up to 2.35.
 * @throws Failure when the project has no such address
 */
export async function removeFloatingIp(session: Session, address: string): Promise<Json> {
  for await (const page of orRemoved('floatingIps', listFloatingIps(session))) {
    const found = page.find(({ ip }) => ip === address);
    if (found === undefined) continue;
    const path = `/os-floating-ips/${encodeURIComponent(asText(found.id))}`;
    await session.json({ service: 'compute', path, method: 'DELETE', microversion: '2.1', mayBeEmpty: true });
    return found;
  }
  throw new Failure(`Floating IP ${address} not found.`);
}

/** A range of addresses for nova's own networks. Compute API reference: "Create Floating Ips" (`POST /os-floating-ips-bulk`). */
export const createFloatingIpRange = (
  session: Session,
  range: string,
  { pool, device }: { readonly pool?: string | undefined; readonly device?: string | undefined },
): Promise<unknown> => {
  const given = {
    ip_range: range,
    ...(pool === undefined ? {} : { pool }),
    ...(device === undefined ? {} : { interface: device }),
  };
  return changeOrRemoved(session, 'floatingIps', 'POST', '/os-floating-ips-bulk', { floating_ips_bulk_create: given });
};

/** Compute API reference: "Bulk-Delete Floating Ips" (`PUT /os-floating-ips-bulk/delete`), up to 2.35. */
export const removeFloatingIpRange = (session: Session, range: string): Promise<unknown> =>
  changeOrRemoved(session, 'floatingIps', 'PUT', '/os-floating-ips-bulk/delete', { ip_range: range });
