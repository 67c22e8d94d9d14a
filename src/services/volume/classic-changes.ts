import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { createOne, removeById } from '../resource.js';
import { isV1 } from './api.js';
import { snapshots, volumes, volumeTypes } from './resources.js';
import { findSnapshot } from './snapshots.js';
import { findVolume } from './volumes.js';

/*
 * What novaclient changed of volumes until cinderclient did it: Block Storage API reference, "Volumes", "Snapshots" and
 * "Volume types". It only knew v1, where names are `display_name`.
 */

interface Named {
  readonly name: string | undefined;
  readonly description: string | undefined;
}

const named = async (session: Session, { name = null, description = null }: Named | Json): Promise<Json> =>
  (await isV1(session)) ? { display_name: name, display_description: description } : { name, description };

/** @param about what else is said of it, by the API's names */
export const createVolume = async (session: Session, size: number, about: Json, names: Named): Promise<Json> =>
  createOne(session, volumes, { size, ...about, ...(await named(session, names)) });

/** By id, or by name among the project's own. */
export async function removeVolume(session: Session, given: string): Promise<unknown> {
  return removeById(session, volumes, String((await findVolume(session, given)).id));
}

/** @param force `True` takes one of a volume that a server has */
export const createSnapshot = async (
  session: Session,
  volumeId: string,
  force: string | false,
  names: Named,
): Promise<Json> => createOne(session, snapshots, { volume_id: volumeId, force, ...(await named(session, names)) });

/** By id, or by name among the project's own. */
export async function removeSnapshot(session: Session, given: string): Promise<unknown> {
  return removeById(session, snapshots, String((await findSnapshot(session, given)).id));
}

/** Block Storage API reference: "Create a volume type" (`POST /types`). */
export const createVolumeType = (session: Session, name: string): Promise<Json> =>
  createOne(session, volumeTypes, { name });

/** Block Storage API reference: "Delete a volume type" (`DELETE /types/ID`). */
export const removeVolumeType = (session: Session, id: string): Promise<unknown> =>
  removeById(session, volumeTypes, id);
