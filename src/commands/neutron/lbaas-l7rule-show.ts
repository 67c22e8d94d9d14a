import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { l7policies, l7rules } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'LBaaS v2 Show information of a given rule.' };

export default neutronShow(l7rules, {
  openstack: 'loadbalancer l7rule show {l7policy} {target}',
  arguments: { l7policy: argument('L7POLICY', 'ID or name of L7 policy this rule belongs to.') },
  within: (session, args) => below(session, l7policies, args.l7policy ?? '', l7rules),
});
