import { flag, text } from '../../command/options.js';
import { evacuation } from '../../services/compute/moves.js';
import { moveHost } from '../shared/host-moves.js';
import { forceEvacuation } from '../shared/move-options.js';

export const about = { summary: 'Evacuate all instances from failed host.' };

export default moveHost({
  openstack: false,
  verb: 'evacuate from',
  strict: 'Evacuate host with exact hypervisor hostname match',
  options: {
    targetHost: text(
      '<target_host>',
      'Name of target host. If no host is specified the scheduler will select a target.',
      { long: 'target_host' },
    ),
    onSharedStorage: flag('Specifies whether all instances files are on shared storage', {
      lastMicroversion: '2.13',
      hidden: true,
    }),
    force: forceEvacuation('server'),
  },
  action: async ({ session, options }) => ({ evacuate: await evacuation(session, options.targetHost, options) }),
  doing: 'evacuating',
  accepted: 'Evacuate Accepted',
  until: { status: ['ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
