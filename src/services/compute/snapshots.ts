import { setTimeout as sleep } from 'node:timers/promises';
import { atLeast } from '../../lib/microversion.js';
import { asRecord, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { textIn } from '../answer.js';
import { callOf, pathOf } from '../resource.js';
import { POLL_PERIOD, pollUntil } from './polling.js';
import { getServer, type Server, servers } from './servers.js';

const actionOf = ({ id }: Server, action: Json) =>
  ({
    ...callOf(servers, pathOf(servers, asText(id), '/action')),
    method: 'POST',
    body: action,
    mayBeEmpty: true,
  }) as const;

/**
 * The id of the image that a server is being written to. Compute API reference: "Create Image (createImage Action)"; before
 * microversion 2.45 it is the end of the URL in the header Location.
 */
export async function snapshotServer(
  session: Session,
  server: Server,
  { name, metadata }: { readonly name: string; readonly metadata: Json },
): Promise<string | undefined> {
  const call = actionOf(server, { createImage: { name, metadata } });
  if (atLeast(await session.microversion(), '2.45')) return textIn(await session.json(call), 'image_id');
  const { headers, bytes } = await session.bytes(call);
  for await (const _ of bytes);
  return headers.location?.split('/').at(-1);
}

/** The same for the action createBackup, which does not say the id before microversion 2.45. */
export async function backUpServer(
  session: Session,
  server: Server,
  { name, type, rotation }: { readonly name: string; readonly type: string; readonly rotation: string },
): Promise<string | undefined> {
  const answer = await session.json(actionOf(server, { createBackup: { name, backup_type: type, rotation } }));
  return asText(asRecord(answer).image_id) || undefined;
}

/**
 * Waits until an image has been written, and then until the server is done with it, so that the next one can be made
 * (novaclient v2/shell.py, do_image_create).
 * @param image asks for the image as it is now
 */
export async function* snapshotProgress(
  session: Session,
  server: Server,
  image: () => Promise<Json>,
): AsyncGenerator<string> {
  yield* pollUntil(image, { action: 'snapshotting', kind: 'Image', done: ['active'] });
  for (;;) {
    const { 'OS-EXT-STS:task_state': task } = await getServer(session, asText(server.id));
    if (task === null || task === undefined) return;
    await sleep(POLL_PERIOD);
  }
}
