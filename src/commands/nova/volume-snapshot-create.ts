import { argument, text } from '../../command/options.js';
import { getOne } from '../../services/resource.js';
import { createSnapshot } from '../../services/volume/classic-changes.js';
import { snapshots } from '../../services/volume/resources.js';
import { everyFieldOfPython2 } from '../shared/attributes.js';
import { showChange } from '../shared/show-changes.js';

export const about = { summary: 'Add a new snapshot.' };

export default showChange({
  openstack:
    'volume snapshot create --volume {volumeId} {force:--force} {displayDescription:--description} {displayName:}',
  options: {
    force: text(
      '<True|False>',
      'Optional flag to indicate whether to snapshot a volume even if its attached to a server. (Default=False)',
    ),
    displayName: text('<display-name>', 'Optional snapshot name. (Default=None)', { aliases: ['display_name'] }),
    displayDescription: text('<display-description>', 'Optional snapshot description. (Default=None)', {
      aliases: ['display_description'],
    }),
  },
  arguments: { volumeId: argument('<volume-id>', 'ID of the volume to snapshot') },
  run: ({ session, args, options: { force, displayName, displayDescription } }) =>
    createSnapshot(session, args.volumeId, force ?? false, { name: displayName, description: displayDescription }),
  fields: everyFieldOfPython2,
  creates: 'snapshot',
  look: ({ session }, id) => getOne(session, snapshots, id),
  until: { status: ['available'], failed: ['error'] },
});
