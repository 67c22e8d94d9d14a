import { everyField } from '../../command/attributes.js';
import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findSnapshot } from '../../services/volume/snapshots.js';

export default show({
  arguments: { snapshot: argument('<snapshot>', 'Name or ID of the snapshot.') },
  fields: async ({ session, args }) => everyField(await findSnapshot(session, args.snapshot)),
});
