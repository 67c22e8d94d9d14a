import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { removeChildZone } from '../../services/compute/child-zones.js';

export const about = { summary: 'Delete a zone.' };

export default act({
  openstack: false,
  arguments: {
    zone: argument('<zone>', 'Name or ID of the zone'),
  },
  targets: ({ args }) => [args.zone],
  run: ({ session }, zone) => removeChildZone(session, zone),
  destroys: 'zone',
});
