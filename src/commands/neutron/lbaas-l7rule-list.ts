import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { l7policies, l7rules } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'LBaaS v2 List L7 rules that belong to a given L7 policy.' };

export default neutronList(l7rules, {
  openstack: 'loadbalancer l7rule list {l7policy}',
  columns: ['id', 'type', 'compare_type', 'invert', 'key', 'value', 'admin_state_up', 'status'],
  arguments: { l7policy: argument('L7POLICY', 'ID or name of L7 policy this rule belongs to.') },
  from: ({ session, args }) => below(session, l7policies, args.l7policy ?? '', l7rules),
});
