import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { asRecord, asRecords, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listMigrations } from './migrations.js';
import { getServer, listServers } from './servers.js';

/**
 * A server for those who wait for what was asked of it: once no task is under way, `failed_action` says that the last
 * thing that was asked of it ended in an error, which its state alone does not tell: a resize for which no host was found
 * leaves it as it was. Compute API reference: "List Actions For Server".
 */
export async function serverAfter(session: Session, id: string): Promise<Json> {
  const server = await getServer(session, id);
  if (asText(server[TASK]) !== '' || /deleted$/i.test(asText(server.status))) return server;
  const failed = await lastFailure(session, id);
  if (failed === undefined) return server;
  const why = asText(asRecord(server.fault).message) || failed.why;
  return { ...server, failed_action: failed.said, ...(why === '' ? {} : { fault: { message: why } }) };
}

/**
 * The same of one that is moved while it runs: a live migration that is given up, or fails on its way, leaves the server
 * and its actions as if all were well (nova compute/manager.py, _do_live_migration); only the migration tells.
 */
export async function serverAfterLiveMigration(session: Session, id: string): Promise<Json> {
  const server = await serverAfter(session, id);
  if (asText(server[TASK]) !== '' || asText(server.failed_action) !== '') return server;
  const last = await lastLiveMigration(session, id);
  const status = asText(last?.status);
  if (!/^(?:cancelled|error|failed)$/.test(status)) return server;
  return { ...server, failed_action: `live migration ${asText(last?.id)} ended as ${status}: see nova migration-list` };
}

/** Undefined where there is none, or who asks may not see it. */
async function lastLiveMigration(session: Session, id: string): Promise<Json | undefined> {
  try {
    const all = await itemsOf(listMigrations(session, { instance_uuid: id }));
    // Before microversion 2.23 they do not tell what they are.
    const live = all.filter(({ migration_type: type }) => type === 'live-migration');
    return live.sort((a, b) => Number(b.id) - Number(a.id))[0];
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** States in which a server stays, once it is made. */
const RESTS = new Set(['ACTIVE', 'ERROR']);

/**
 * Of servers that were made together, the one that is furthest from its end.
 *
 * @param given their reservation (`r-…`), or the id of one of them
 */
export async function reservationAfter(session: Session, given: string): Promise<Json | undefined> {
  const own = given.startsWith('r-') ? given : asText((await getServer(session, given))[RESERVATION]);
  // Who may not see which reservation it was waits for the one that was told.
  if (own === '') return serverAfter(session, given);
  return madeTogether(session, own);
}

/** The same of a reservation, whatever it is called; undefined: it has no servers, any more or yet. */
export async function madeTogether(session: Session, own: string): Promise<Json | undefined> {
  const made = await itemsOf(listServers(session, { query: { reservation_id: own } }));
  const failed = made.find(({ status }) => status === 'ERROR');
  const left = made.find((server) => !RESTS.has(asText(server.status)) || asText(server[TASK]) !== '');
  const one = failed ?? left ?? made[0];
  return one === undefined ? undefined : serverAfter(session, asText(one.id));
}

const RESERVATION = 'OS-EXT-SRV-ATTR:reservation_id';
const TASK = 'OS-EXT-STS:task_state';

const actionsOf = async (session: Session, id: string, requestId = ''): Promise<Json> => {
  const path = `/servers/${encodeURIComponent(id)}/os-instance-actions${requestId && `/${encodeURIComponent(requestId)}`}`;
  return asRecord(await session.json({ service: 'compute', path }));
};

/**
 * That the last thing that was asked of a server ended in an error, and why, where the service says it.
 *
 * @param name only where that was this action: not every release notes each of them
 */
export async function lastFailure(
  session: Session,
  id: string,
  name?: string,
): Promise<{ readonly said: string; readonly why: string } | undefined> {
  try {
    const last = await lastAction(session, id);
    if (last === undefined || !/^error/i.test(asText(last.message))) return undefined;
    if (name !== undefined && last.action !== name) return undefined;
    const requestId = asText(last.request_id);
    const said = `${asText(last.action)} ended in an error: see nova instance-action ${id} ${requestId}`;
    return { said, why: await reasonOf(session, id, requestId) };
  } catch (error) {
    // Who may not see what was done waits for the state alone.
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/**
 * How far the last action of a name is, by its events: `status` is running, done, or ERROR with the reason as its fault.
 * Compute API reference: "Show Server Action Details".
 */
export async function actionState(session: Session, id: string, name: string): Promise<Json> {
  const requestId = asText((await lastAction(session, id, name))?.request_id);
  if (requestId === '') return { status: 'not begun' };
  const events = await eventsOf(session, id, requestId);
  if (events.some(hasFailed)) return { status: 'ERROR', fault: { message: reasonIn(events) } };
  const isDone = events.length > 0 && events.every(({ result }) => asText(result) !== '');
  return { status: isDone ? 'done' : 'running' };
}

/** What was asked of a server last, of all actions or of those of a name. */
async function lastAction(session: Session, id: string, name?: string): Promise<Json | undefined> {
  const actions = asRecords((await actionsOf(session, id)).instanceActions);
  const of = actions.filter(({ action }) => name === undefined || action === name);
  return of.sort((a, b) => (asText(a.start_time) < asText(b.start_time) ? 1 : -1))[0];
}

const eventsOf = async (session: Session, id: string, requestId: string): Promise<readonly Json[]> =>
  asRecords(asRecord((await actionsOf(session, id, requestId)).instanceAction).events);

const hasFailed = ({ result }: Json): boolean => /^error/i.test(asText(result));

/** What the event that failed says of it: `details` since microversion 2.84; before, administrators see Python's trace. */
function reasonIn(events: readonly Json[]): string {
  const [why = ''] = events
    .filter(hasFailed)
    .map(({ details, traceback }) => asText(details) || lastLine(asText(traceback)));
  return why;
}

/** The same of an action; nothing where who asks may not see its events. */
async function reasonOf(session: Session, id: string, requestId: string): Promise<string> {
  try {
    return reasonIn(await eventsOf(session, id, requestId));
  } catch (error) {
    if (error instanceof Failure) return '';
    throw error;
  }
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)?.trim() ?? '';
