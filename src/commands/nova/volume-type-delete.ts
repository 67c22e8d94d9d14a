import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { getOne } from '../../services/resource.js';
import { removeVolumeType } from '../../services/volume/classic-changes.js';
import { volumeTypes } from '../../services/volume/resources.js';

export const about = { summary: 'Delete a specific volume type.' };

export default act({
  openstack: 'volume type delete',
  arguments: {
    id: argument('<id>', 'Unique ID of the volume type to delete'),
  },
  targets: ({ args }) => [args.id],
  whole: ({ session }, id) => getOne(session, volumeTypes, id),
  run: ({ session }, id) => removeVolumeType(session, id),
  destroys: 'volume type',
});
