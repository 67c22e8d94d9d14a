import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { asRecords, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';

/**
 * What is deleted or let go with a server, a line each: volumes (`os-extended-volumes:volumes_attached`, with
 * `delete_on_termination` from 2.3 on), ports, and floating addresses.
 */
export async function goesWithServer(session: Session, server: Json): Promise<readonly string[]> {
  const volumes = asRecords(server['os-extended-volumes:volumes_attached']).map(
    ({ id, delete_on_termination: goes }) => {
      const what = `volume ${asText(id)}`;
      if (typeof goes !== 'boolean') return `${what} is detached, or deleted with it if it was made so`;
      return goes ? `${what} is deleted with it` : `${what} is detached and stays`;
    },
  );
  return [...volumes, ...(await portsOf(session, asText(server.id)))];
}

/** Where there is no network service, or it does not tell: none. */
async function portsOf(session: Session, id: string): Promise<readonly string[]> {
  try {
    const ports = await all(session, '/v2.0/ports', 'ports', { device_id: id });
    const lines: string[] = [];
    for (const port of ports) {
      const addresses = asRecords(port.fixed_ips).map(({ ip_address }) => asText(ip_address));
      lines.push(`port ${asText(port.id)} (${addresses.join(', ')}) goes with it`);
      const floating = await all(session, '/v2.0/floatingips', 'floatingips', { port_id: asText(port.id) });
      for (const one of floating) lines.push(`floating address ${asText(one.floating_ip_address)} is let go`);
    }
    return lines;
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

const all = (
  session: Session,
  path: string,
  key: string,
  query: Readonly<Record<string, string>>,
): Promise<readonly Json[]> => itemsOf(listed(session, { service: 'network', path, query }, key));
