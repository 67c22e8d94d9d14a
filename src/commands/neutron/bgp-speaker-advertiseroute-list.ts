import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { advertisedRoutes, bgpSpeakers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List routes advertised by a given BGP speaker.' };

export default neutronList(advertisedRoutes, {
  openstack: 'bgp speaker list advertised routes {speaker}',
  columns: ['id', 'destination', 'next_hop'],
  arguments: { speaker: argument('BGP_SPEAKER', 'ID or name of the BGP speaker.') },
  from: ({ session, args }) => below(session, bgpSpeakers, args.speaker ?? '', advertisedRoutes),
});
