import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { getChildZone, removeChildZone } from '../../services/compute/child-zones.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Delete a zone.' };

export default act({
  openstack: false,
  arguments: {
    zone: argument('<zone>', 'Name or ID of the zone'),
  },
  targets: ({ args }) => [args.zone],
  find: async ({ session }, given) => {
    const zone = await getChildZone(session, given);
    return foundOf(zone, `${asText(zone.name)} at ${asText(zone.api_url)}`);
  },
  run: ({ session }, zone) => removeChildZone(session, zone),
  destroys: 'zone',
});
