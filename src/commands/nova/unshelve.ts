import { text } from '../../command/options.js';
import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Unshelve a server.' };

export default actOnServer({
  openstack: 'server unshelve {availabilityZone:--availability-zone}',
  options: {
    availabilityZone: text(
      '<availability-zone>',
      'Name of the availability zone in which to unshelve a SHELVED_OFFLOADED server.',
      { microversion: '2.77' },
    ),
  },
  request: ({ options: { availabilityZone: zone } }) =>
    action('unshelve', zone === undefined ? null : { availability_zone: zone }),
  until: { status: ['ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
