import { asRecords, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { findItem, resolving } from '../find.js';
import { getOne } from '../resource.js';
import { volumePages } from './pages.js';
import { volumes } from './resources.js';

/**
 * Volumes of the project, or for administrators of all; v1 has `display_name` where later APIs have `name`. Block Storage
 * API reference: "List accessible volumes with details" (`GET /volumes/detail[?all_tenants=1]`).
 */
export function listVolumes(session: Session, allTenants = false): AsyncIterable<readonly Json[]> {
  return volumePages(session, volumes, { all_tenants: allTenants ? 1 : undefined });
}

/** Block Storage API reference: "Show a volume's details" (`GET /volumes/{volume_id}`). */
export function getVolume(session: Session, id: string): Promise<Json> {
  return getOne(session, volumes, id);
}

/**
 * A volume by id, or by name among the project's own.
 * @throws Failure when there is none, or more than one of the name
 */
export function findVolume(session: Session, given: string): Promise<Json> {
  const looking = resolving(session);
  const byName = (): Promise<readonly Json[]> => withNames(listVolumes(looking));
  return findItem({ noun: 'volume', get: (id) => getVolume(looking, id), byName }, given);
}

/** The name, which v1 has under a key of its own; null when there is none. */
export function displayName({ display_name, name }: Json): unknown {
  return (display_name === undefined ? name : display_name) ?? null;
}

/** All of them, with the name under the key that all APIs but v1 have. */
export async function withNames(pages: AsyncIterable<readonly Json[]>): Promise<readonly Json[]> {
  const all: Json[] = [];
  for await (const page of pages) {
    all.push(...page.map((row) => ({ ...row, name: asText(displayName(row)) })));
  }
  return all;
}

/** Which servers have a volume, a line each. */
export const attachmentsInWords = ({ attachments }: Json): readonly string[] =>
  asRecords(attachments).map(({ server_id: server, device }) => `server ${asText(server)} has it as ${asText(device)}`);
