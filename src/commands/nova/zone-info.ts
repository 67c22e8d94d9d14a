import { show } from '../../command/define.js';
import { pythonText } from '../../lib/python/repr.js';
import { getOwnZone } from '../../services/compute/child-zones.js';

export const about = { summary: "Get this zone's name and capabilities." };

export default show({
  openstack: false,
  fields: async ({ session }) =>
    Object.entries(await getOwnZone(session)).map(([name, value]) => ({ name, value, text: pythonText(value) })),
});
