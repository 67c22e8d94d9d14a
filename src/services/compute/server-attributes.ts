import { asRecord, asRecords, asText, isRecord, type Json } from '../../lib/read.js';
import { networks, type Server } from './servers.js';

/** Names that `nova list` knows besides the API's (novaclient v2/shell.py, do_list). */
const CLASSIC_NAMES = [
  ['OS-EXT-SRV-ATTR:host', 'host'],
  ['OS-EXT-STS:task_state', 'task_state'],
  ['OS-EXT-SRV-ATTR:instance_name', 'instance_name'],
  ['OS-EXT-STS:power_state', 'power_state'],
  ['hostId', 'host_id'],
] as const;

/** nova/compute/power_state.py; 2 and 5 were never used. */
const POWER_STATES = ['NOSTATE', 'Running', '', 'Paused', 'Shutdown', '', 'Crashed', 'Suspended'];

/** `Running`, …; null where the server does not tell. */
export function powerState(server: Server): string | null {
  const state = server['OS-EXT-STS:power_state'] ?? server.power_state;
  if (state === null || state === undefined) return null;
  return (typeof state === 'number' ? POWER_STATES[state] : undefined) ?? asText(state);
}

/** `test01=10.1.0.9, 203.0.113.4; test02=10.1.1.7`; networks without an address are left out. */
export function networksText(server: Server): string {
  return networks(server)
    .filter(([, addresses]) => addresses.length > 0)
    .map(([label, addresses]) => `${label}=${addresses.join(', ')}`)
    .join('; ');
}

/** Names of the groups, in the API's order: as often as the server has ports. */
export function securityGroups(server: Server): readonly string[] {
  return asRecords(server.security_groups).map(({ name }) => asText(name));
}

/** Since microversion 2.47 a server carries its flavor as it was at boot; before, an id that has to be looked up. */
export function embeddedFlavor(server: Server): Json | undefined {
  return isRecord(server.flavor) && 'original_name' in server.flavor ? server.flavor : undefined;
}

/** A server with every attribute that `--fields` may name. */
export function attributes(server: Server): Server {
  const named: Record<string, unknown> = { ...server };
  for (const [from, to] of CLASSIC_NAMES) {
    if (from in server && !(to in server)) named[to] = server[from];
  }
  named.power_state = powerState(server) ?? 'N/A';
  if (!('task_state' in named)) named.task_state = 'N/A';
  named.networks = Object.fromEntries(networks(server));
  for (const [key, value] of Object.entries(asRecord(embeddedFlavor(server)))) named[`flavor:${key}`] = value;
  return named;
}
