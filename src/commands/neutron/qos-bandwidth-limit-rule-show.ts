import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { bandwidthLimitRules, qosPolicies } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information about the given qos bandwidth limit rule.' };

export default neutronShow(bandwidthLimitRules, {
  openstack: 'network qos rule show {policy} {target}',
  byId: true,
  arguments: { policy: argument('QOS_POLICY', 'ID or name of the QoS policy.') },
  within: (session, args) => below(session, qosPolicies, args.policy ?? '', bandwidthLimitRules),
});
