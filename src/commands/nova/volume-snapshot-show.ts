import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findSnapshot } from '../../services/volume/snapshots.js';
import { everyFieldOfPython2 } from '../shared/attributes.js';

export const about = { summary: 'Show details about a snapshot.' };

export default show({
  openstack: 'volume snapshot show',
  arguments: { snapshot: argument('<snapshot>', 'Name or ID of the snapshot.') },
  fields: async ({ session, args }) => everyFieldOfPython2(await findSnapshot(session, args.snapshot)),
});
