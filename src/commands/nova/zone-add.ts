import { argument } from '../../command/options.js';
import { pythonText } from '../../lib/python/repr.js';
import { createChildZone } from '../../services/compute/child-zones.js';
import { showChange } from '../shared/show-changes.js';

export const about = { summary: 'Add a new child zone, as clouds of 2011 had them.' };

export default showChange({
  openstack: false,
  arguments: {
    url: argument('<api_url>', "URL for the Zone's API"),
    username: argument('<zone_username>', 'Authentication username.'),
    password: { ...argument('<password>', 'Authentication password.'), secret: true },
    offset: argument('<weight_offset>', 'Child Zone weight offset (typically 0.0).'),
    scale: argument('<weight_scale>', 'Child Zone weight scale (typically 1.0).'),
  },
  run: ({ session, args: { url, username, password, offset, scale } }) =>
    createChildZone(session, { api_url: url, username, password, weight_offset: offset, weight_scale: scale }),
  fields: (zone) => Object.entries(zone).map(([name, value]) => ({ name, value, text: pythonText(value) })),
  creates: 'zone',
});
