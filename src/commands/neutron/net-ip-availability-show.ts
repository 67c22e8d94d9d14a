import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { ipAvailabilities, networks } from '../../services/network/resources.js';
import { findOne, getOne } from '../../services/resource.js';
import { fieldsOf } from '../shared/neutron-show.js';

export const about = { summary: 'Show IP usage of specific network.' };

export default show({
  openstack: 'ip availability show',
  arguments: { network: argument('NETWORK', 'ID or name of network to look up.') },
  fields: async ({ session, args }) => {
    const { id } = await findOne(session, networks, args.network);
    return fieldsOf(await getOne(session, ipAvailabilities, id));
  },
});
