import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { listOrRemoved } from '../../services/compute/removed-apis.js';
import { checkZone } from '../../services/compute/zones.js';
import { unlessEmpty } from '../../services/unless-empty.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all hosts by service.' };

export default list({
  openstack: 'host list {zone:--zone}',
  options: { zone: text('<zone>', 'Only the hosts in this availability zone.') },
  rows: ({ session, options: { zone } }) =>
    unlessEmpty(listOrRemoved(session, 'hosts', '/os-hosts', 'hosts', { zone }), async () => {
      if (zone) await checkZone(session, zone);
    }),
  columns: { host: attribute('host_name'), service: attribute('service'), zone: attribute('zone') },
});
