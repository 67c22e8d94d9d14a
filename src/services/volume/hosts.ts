import { Failure } from '../../core/errors.js';
import { asText } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { volumeList } from './listing.js';
import { volumeServices } from './resources.js';

/** Is there a host of this name, with or without a backend behind it? @throws Failure when there is none */
export async function checkVolumeHost(session: Session, host: string): Promise<void> {
  for await (const page of volumeList(session, volumeServices, {})) {
    if (page.some((service) => asText(service.host) === host || asText(service.host).startsWith(`${host}@`))) return;
  }
  throw new Failure(`No host with a name or ID of '${host}' exists.`);
}
