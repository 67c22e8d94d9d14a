import { argument, text } from '../../command/options.js';
import { createVolume } from '../../services/volume/classic-changes.js';
import { getVolume } from '../../services/volume/volumes.js';
import { everyFieldOfPython2 } from '../shared/attributes.js';
import { showChange } from '../shared/show-changes.js';
import { wholeNumber } from '../shared/whole-number.js';

export const about = { summary: 'Add a new volume.' };

export default showChange({
  openstack:
    'volume create --size {size} {snapshotId:--snapshot} {imageId:--image} {displayDescription:--description} ' +
    '{volumeType:--type} {availabilityZone:--availability-zone} {displayName:}',
  options: {
    snapshotId: text('<snapshot-id>', 'Optional snapshot id to create the volume from. (Default=None)', {
      aliases: ['snapshot_id'],
    }),
    imageId: text('<image-id>', 'Optional image id to create the volume from. (Default=None)'),
    displayName: text('<display-name>', 'Optional volume name. (Default=None)', { aliases: ['display_name'] }),
    displayDescription: text('<display-description>', 'Optional volume description. (Default=None)', {
      aliases: ['display_description'],
    }),
    volumeType: text('<volume-type>', 'Optional volume type. (Default=None)', { aliases: ['volume_type'] }),
    availabilityZone: text('<availability-zone>', 'Optional Availability Zone for volume. (Default=None)'),
  },
  arguments: { size: argument('<size>', 'Size of volume in GB') },
  run: ({ session, args, options }) => {
    const { snapshotId = null, imageId = null, volumeType = null, availabilityZone = null } = options;
    const about = { snapshot_id: snapshotId, volume_type: volumeType, availability_zone: availabilityZone };
    const names = { name: options.displayName, description: options.displayDescription };
    return createVolume(session, wholeNumber('<size>', args.size), { ...about, imageRef: imageId }, names);
  },
  fields: everyFieldOfPython2,
  creates: 'volume',
  look: ({ session }, id) => getVolume(session, id),
  until: { status: ['available'], failed: ['error'] },
});
