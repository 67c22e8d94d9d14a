import { BlockList, isIPv4 } from 'node:net';
import { Failure } from '../../core/errors.js';
import { firstIn } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';
import { listFloatingIps, listFloatingIpsInBulk } from './floating-ips.js';
import { changeOrRemoved, orRemoved, orRemovedOne } from './removed-apis.js';

/** Compute API reference: "Create (Allocate) Floating Ip Address" (`POST /os-floating-ips`), up to 2.35. */
export const createFloatingIp = (session: Session, pool: string | undefined): Promise<Json> => {
  const call = { service: 'compute', path: '/os-floating-ips', microversion: '2.1' };
  const body = { pool: pool ?? null };
  return orRemovedOne('floatingIps', objectOf(session, { ...call, method: 'POST', body }, 'floating_ip'));
};

/**
 * The project's floating address, by itself or its id.
 * @throws Failure when the project has no such address
 */
export async function findFloatingIp(session: Session, given: string): Promise<Json> {
  const addresses = orRemoved('floatingIps', listFloatingIps(session));
  const found = await firstIn(addresses, ({ ip, id }) => ip === given || asText(id) === given);
  if (found !== undefined) return found;
  throw new Failure(`Floating IP ${given} not found.`);
}

/** Compute API reference: "Delete (Deallocate) Floating Ip Address" (`DELETE /os-floating-ips/{id}`), up to 2.35. */
export async function removeFloatingIp(session: Session, given: string): Promise<Json> {
  const found = await findFloatingIp(session, given);
  const path = `/os-floating-ips/${encodeURIComponent(asText(found.id))}`;
  await session.json({ service: 'compute', path, method: 'DELETE', microversion: '2.1', mayBeEmpty: true });
  return found;
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

/** The addresses of a range, a line each: whose they are, and which server has one. @param range as in `10.0.0.0/28` */
export async function rangeInWords(session: Session, range: string): Promise<readonly string[]> {
  const isIn = inRange(range);
  const lines: string[] = [];
  for await (const page of orRemoved('floatingIps', listFloatingIpsInBulk(session))) {
    for (const { address, project_id: project, instance_uuid: server } of page) {
      if (!isIn(asText(address))) continue;
      const of = asText(project) === '' ? 'of no project' : `of project ${asText(project)}`;
      lines.push(`${asText(address)} ${of}${asText(server) === '' ? '' : `, server ${asText(server)} has it`}`);
    }
  }
  return lines.length === 0 ? ['no address of this range is there'] : lines;
}

/** A range that is none has no addresses: the service says what is wrong with it. */
function inRange(range: string): (address: string) => boolean {
  const [network = '', length = ''] = range.split('/');
  if (!isIPv4(network) || !/^(?:[12]?\d|3[0-2])?$/.test(length)) return () => false;
  const block = new BlockList();
  block.addSubnet(network, length === '' ? 32 : Number(length));
  return (address) => isIPv4(address) && block.check(address);
}
