import { atLeast } from '../../lib/microversion.js';
import { asRecord, asRecords, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { missing } from '../answer.js';
import { findItem, resolving } from '../find.js';
import { finderOf, type Resource } from '../resource.js';
import { transfersBefore355, transfersSince355 } from './resources.js';

/** The version of the volume API that the endpoint has: 1, 2 or 3; the last one in it, as one before may be a gateway's. */
export async function apiMajor(session: Session): Promise<number> {
  const [, major] = /^.*\/v([123])(?:\.\d+)?(?:\/|$)/.exec(await session.endpoint('volume')) ?? [];
  return major === undefined ? 3 : Number(major);
}

/** Is it v1, where names are `display_name`? */
export const isV1 = async (session: Session): Promise<boolean> => (await apiMajor(session)) === 1;

/** Is the session's microversion this one or a later one? */
export const has = async (session: Session, version: string): Promise<boolean> =>
  atLeast(await session.microversion(), version);

/** Transfers where this session's version has them. */
export const transfersOf = async (session: Session): Promise<Resource> =>
  (await has(session, '3.55')) ? transfersSince355 : transfersBefore355;

/**
 * One of a resource by id, or by name in all projects that the login may see.
 * @throws Failure when there is none, or more than one of the name
 */
export async function findVolumeResource(session: Session, resource: Resource, given: string): Promise<Json> {
  const looking = resolving(session);
  if (!(await isV1(session))) return findItem(finderOf(looking, resource), given);
  const byName = (name: string) => ({ all_tenants: 1, display_name: name });
  const finder = finderOf(looking, { ...resource, byName });
  const named = async (name: string): Promise<readonly Json[]> =>
    (await finder.byName(name)).map((row) => ({ ...row, name: row.display_name ?? row.name }));
  return findItem({ ...finder, byName: named }, given);
}

/** What stands in front of the version in the service's URL, where it tells its versions. */
export async function rootUrl(session: Session): Promise<string> {
  const endpoint = await session.endpoint('volume');
  const [, root] = /^(.+)\/v[1-3](?:\.\d+)?(?:\/.*)?$/.exec(endpoint) ?? [];
  return root ?? new URL(endpoint).origin;
}

/**
 * The versions of the volume API (`GET /`).
 * @throws Failure where the service does not tell them
 */
export async function apiVersions(session: Session): Promise<readonly Json[]> {
  const { versions } = asRecord(await session.document(`${await rootUrl(session)}/`));
  if (!Array.isArray(versions)) throw missing('list of versions', 'volume');
  return asRecords(versions);
}
