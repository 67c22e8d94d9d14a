import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { pythonText } from '../../lib/python/repr.js';
import { getChildZone } from '../../services/compute/child-zones.js';

export const about = { summary: 'Show a child zone, as clouds of 2011 had them.' };

export default show({
  openstack: false,
  arguments: { zone: argument('<zone_id>', 'ID of the zone.') },
  fields: async ({ session, args }) =>
    Object.entries(await getChildZone(session, args.zone)).map(([name, value]) => ({
      name,
      value,
      text: pythonText(value),
    })),
});
