import { show } from '../../command/define.js';
import { Failure } from '../../core/errors.js';
import { atLeast } from '../../lib/microversion.js';
import { hypervisorStatistics } from '../../services/compute/hypervisors.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Get hypervisor statistics over all compute nodes.' };

export default show({
  openstack: 'hypervisor stats show',
  fields: async ({ session }) => {
    if (atLeast(await session.microversion(), '2.88')) {
      throw new Failure('The hypervisor-stats command is not supported in API version 2.88 or later.', {
        hint: 'With --os-compute-api-version 2.87 it is.',
      });
    }
    return everyField(await hypervisorStatistics(session));
  },
});
