import { Failure } from '../../core/errors.js';
import { pythonBytesRepr } from '../../lib/python/bytes.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { callOf, pathOf } from '../resource.js';
import { pollUntil } from './polling.js';
import { getServer, type Server, servers } from './servers.js';

/** Compute API reference: "Reboot Server (reboot Action)". */
export async function rebootServer(session: Session, { id }: Server, hard: boolean): Promise<{ readonly id: unknown }> {
  const call = callOf(servers, pathOf(servers, asText(id), '/action'));
  const body = { reboot: { type: hard ? 'HARD' : 'SOFT' } };
  await session.json({ ...call, method: 'POST', body, mayBeEmpty: true });
  return { id };
}

/**
 * Waits for one server after the other, and tells how far each is (novaclient v2/shell.py, do_reboot).
 * @param calledBy how the lines call a server
 * @throws Failure at the end, when any of them has not come up
 */
export async function* waitForReboots(
  session: Session,
  rebooted: readonly Server[],
  calledBy: (server: Json) => string,
): AsyncGenerator<string> {
  let hasFailed = false;
  for (const server of rebooted) {
    const look = () => getServer(session, asText(server.id));
    try {
      yield* pollUntil(look, { action: 'rebooting', done: ['active'], percent: false });
      yield `Wait for server ${calledBy(server)} reboot.\n`;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      hasFailed = true;
      yield `${pythonBytesRepr(error.message)}\n`;
    }
  }
  if (hasFailed) throw new Failure('Wait for specified server(s) failed.');
}
