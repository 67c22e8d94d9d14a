import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { removeSnapshot } from '../../services/volume/classic-changes.js';

export const about = { summary: 'Remove a snapshot.' };

export default act({
  openstack: 'volume snapshot delete',
  arguments: {
    snapshot: argument('<snapshot>', 'Name or ID of the snapshot to delete.'),
  },
  targets: ({ args }) => [args.snapshot],
  run: ({ session }, snapshot) => removeSnapshot(session, snapshot),
  destroys: 'snapshot',
});
