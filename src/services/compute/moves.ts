import { atLeast } from '../../lib/microversion.js';
import type { Session } from '../../session/session.js';

interface LiveMigration {
  readonly blockMigrate: boolean;
  readonly diskOverCommit: boolean;
  readonly force: boolean;
}

/**
 * The body of a live migration. Compute API reference: "Live-Migrate Server (os-migrateLive Action)"; until microversion
 * 2.25 it is to be said whether disks are moved, and whether there has to be room for them.
 *
 * @param host undefined: the scheduler chooses one
 */
export async function liveMigration(
  session: Session,
  host: string | undefined,
  { blockMigrate, diskOverCommit, force }: LiveMigration,
): Promise<unknown> {
  const isOld = !atLeast(await session.microversion(), '2.25');
  return {
    host: host ?? null,
    block_migration: blockMigrate || (isOld ? false : 'auto'),
    ...(isOld && { disk_over_commit: diskOverCommit }),
    ...(force && { force }),
  };
}

interface Evacuation {
  readonly adminPass?: string | undefined;
  readonly onSharedStorage: boolean;
  readonly force: boolean;
}

/**
 * The body of an evacuation. Compute API reference: "Evacuate Server (evacuate Action)"; since microversion 2.14 nova
 * finds out itself whether its disks are shared.
 */
export async function evacuation(
  session: Session,
  host: string | undefined,
  { adminPass, onSharedStorage, force }: Evacuation,
): Promise<unknown> {
  return {
    ...(!atLeast(await session.microversion(), '2.14') && { onSharedStorage }),
    ...(host !== undefined && { host }),
    ...(adminPass !== undefined && { adminPass }),
    ...(force && { force }),
  };
}
