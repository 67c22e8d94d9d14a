import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { agents, bgpSpeakers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { withFaces } from '../shared/neutron-texts.js';

export const about = { summary: 'List Dynamic Routing agents hosting a BGP speaker.' };

export default neutronList(agents, {
  openstack: 'bgp dragent list --bgp-speaker {speaker}',
  columns: ['id', 'host', 'admin_state_up', 'alive'],
  paged: false,
  sorted: false,
  arguments: { speaker: argument('BGP_SPEAKER', 'ID or name of the BGP speaker.') },
  from: ({ session, args }) => below(session, bgpSpeakers, args.speaker ?? '', agents, '/bgp-dragents'),
  extend: (_, found) => withFaces(found),
});
