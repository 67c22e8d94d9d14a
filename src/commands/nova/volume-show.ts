import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findVolume } from '../../services/volume/volumes.js';
import { everyFieldOfPython2 } from '../shared/attributes.js';

export const about = { summary: 'Show details about a volume.' };

export default show({
  openstack: 'volume show',
  arguments: { volume: argument('<volume>', 'Name or ID of the volume.') },
  fields: async ({ session, args }) => everyFieldOfPython2(await findVolume(session, args.volume)),
});
