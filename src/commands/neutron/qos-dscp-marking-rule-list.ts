import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { dscpMarkingRules, qosPolicies } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List all QoS DSCP marking rules belonging to the specified policy.' };

export default neutronList(dscpMarkingRules, {
  openstack: 'network qos rule list {policy}',
  arguments: { policy: argument('QOS_POLICY', 'ID or name of the QoS policy.') },
  from: ({ session, args }) => below(session, qosPolicies, args.policy ?? '', dscpMarkingRules),
});
