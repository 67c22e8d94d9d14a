import { Failure } from '../../core/errors.js';
import { HttpFailure } from '../../http/api-errors.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';
import { isUnserved } from '../unserved.js';

/**
 * The floating addresses of nova's networks, of all projects or of one host. Compute API reference: "List Floating Ips
 * In Bulk" (`GET /os-floating-ips-bulk[/{host}]`), up to microversion 2.35.
 */
export function listFloatingIpsInBulk(session: Session, host?: string): AsyncGenerator<readonly Json[]> {
  const path = `/os-floating-ips-bulk${host === undefined ? '' : `/${encodeURIComponent(host)}`}`;
  const call = { service: 'compute', path, microversion: '2.1' };
  return listed(session, call, 'floating_ip_info');
}

/** The project's own. Compute API reference: "List Floating Ip Addresses" (`GET /os-floating-ips`), up to 2.35. */
export function listFloatingIps(session: Session): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/os-floating-ips', microversion: '2.1' };
  return listed(session, call, 'floating_ips');
}

/**
 * All floating addresses, with the keys of the bulk API: project_id, address, instance_uuid, pool, interface. A cloud
 * without that API (2012.2, and since Neutron) tells those of one's own project.
 * @param warn told when not all were to be had
 * @throws Failure when those of one host are wanted there
 */
export async function* knownFloatingIps(
  session: Session,
  host: string | undefined,
  warn: (line: string) => void,
): AsyncGenerator<readonly Json[]> {
  try {
    yield* listFloatingIpsInBulk(session, host);
  } catch (error) {
    if (!isUnserved(error)) throw error;
    // nova/api/openstack/compute/floating_ips_bulk.py: the host is known, but has none.
    if (host !== undefined && error instanceof HttpFailure && error.serverMessage?.includes(`host ${host}`)) return;
    const instead = "'openstack floating ip list' asks the network service for all of them.";
    if (host !== undefined) {
      throw new Failure("This cloud's API does not list the floating addresses of a host.", { hint: instead });
    }
    const { project } = await session.accessInfo();
    warn(`This cloud's API lists the floating addresses of one's own project only, without interfaces. ${instead}`);
    for await (const page of listFloatingIps(session)) {
      yield page.map((row) => ({
        project_id: project?.id,
        address: row.ip,
        instance_uuid: row.instance_id,
        pool: row.pool,
      }));
    }
  }
}
