import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { getOne } from '../../services/resource.js';
import { removeSnapshot } from '../../services/volume/classic-changes.js';
import { snapshots } from '../../services/volume/resources.js';
import { findSnapshot } from '../../services/volume/snapshots.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Remove a snapshot.' };

export default act({
  openstack: 'volume snapshot delete',
  arguments: {
    snapshot: argument('<snapshot>', 'Name or ID of the snapshot to delete.'),
  },
  targets: ({ args }) => [args.snapshot],
  find: async ({ session }, given) => foundOf(await findSnapshot(session, given)),
  goesWith: async (_, { volume_id: volume }) => [`volume ${asText(volume)} stays`],
  look: ({ session }, id) => getOne(session, snapshots, id),
  run: ({ session }, snapshot) => removeSnapshot(session, snapshot),
  destroys: 'snapshot',
  until: 'gone',
});
