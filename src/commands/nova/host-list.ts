import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { listOrRemoved } from '../../services/compute/removed-apis.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all hosts by service.' };

export default list({
  openstack: 'host list {zone:--zone}',
  options: { zone: text('<zone>', 'Only the hosts in this availability zone.') },
  rows: ({ session, options: { zone } }) => listOrRemoved(session, 'hosts', '/os-hosts', 'hosts', { zone }),
  columns: { host: attribute('host_name'), service: attribute('service'), zone: attribute('zone') },
});
