import { show } from '../../command/define.js';
import { hypervisorStatistics } from '../../services/compute/hypervisors.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Get hypervisor statistics over all compute nodes.' };

export default show({
  openstack: 'hypervisor stats show',
  fields: async ({ session }) => everyField(await hypervisorStatistics(session)),
});
