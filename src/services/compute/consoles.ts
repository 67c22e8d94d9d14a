import { Failure } from '../../core/errors.js';
import { atLeast } from '../../lib/microversion.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectIn } from '../answer.js';
import { serverRequest } from './servers.js';

/** Console types, their protocols, and the actions that gave their URLs before microversion 2.6. */
const TYPES: Readonly<Record<string, readonly [protocol: string, action?: string]>> = {
  novnc: ['vnc', 'os-getVNCConsole'],
  xvpvnc: ['vnc', 'os-getVNCConsole'],
  'spice-html5': ['spice', 'os-getSPICEConsole'],
  'rdp-html5': ['rdp', 'os-getRDPConsole'],
  serial: ['serial', 'os-getSerialConsole'],
  webmks: ['mks'],
};

/**
 * `type` and `url` of a new way to a server's console. Compute API reference: "Create Console"
 * (`POST /servers/{server_id}/remote-consoles`), before microversion 2.6 an action.
 * @throws Failure when there is no such server, or more than one, or no such type of console.
 */
export async function openConsole(session: Session, server: string, type: string): Promise<Json> {
  const [protocol, action] = Object.hasOwn(TYPES, type) ? (TYPES[type] ?? []) : [];
  const isNew = atLeast(await session.microversion(), '2.6');
  if (protocol === undefined || (!isNew && action === undefined)) {
    throw new Failure(type, {
      name: 'UnsupportedConsoleType',
      hint: `Types of consoles are ${Object.keys(TYPES).join(', ')}.`,
    });
  }
  if (isNew) {
    const body = { remote_console: { protocol, type } };
    const about = { path: '/remote-consoles', method: 'POST', safe: true, body } as const;
    return objectIn(await serverRequest(session, server, about), 'remote_console');
  }
  const body = { [String(action)]: { type } };
  const about = { path: '/action', method: 'POST', safe: true, body } as const;
  return objectIn(await serverRequest(session, server, about), 'console');
}
