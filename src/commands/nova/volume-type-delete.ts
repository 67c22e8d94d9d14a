import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { removeVolumeType } from '../../services/volume/classic-changes.js';

export const about = { summary: 'Delete a specific volume type.' };

export default act({
  openstack: 'volume type delete',
  arguments: {
    id: argument('<id>', 'Unique ID of the volume type to delete'),
  },
  targets: ({ args }) => [args.id],
  run: ({ session }, id) => removeVolumeType(session, id),
  destroys: 'volume type',
});
