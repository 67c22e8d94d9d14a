import { show } from '../../command/define.js';
import { argument, optionalArgument } from '../../command/options.js';
import { objectOf } from '../../services/answer.js';
import { callOf, pathOf } from '../../services/resource.js';
import { clusters } from '../../services/volume/resources.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Show detailed information on a clustered service.' };

export default show({
  openstack: 'block storage cluster show',
  apiVersion: '3.7',
  arguments: {
    // Of two words the first is the binary: cinderclient's own order.
    first: argument('<cluster-name>', 'Name of the clustered service to show, behind its binary if there is one.'),
    second: optionalArgument('<cluster-name>', 'Name of the clustered service. Default binary: cinder-volume.'),
  },
  fields: async ({ session, args: { first, second } }) => {
    const query = { binary: second === undefined ? 'cinder-volume' : first };
    return everyField(
      await objectOf(session, { ...callOf(clusters, pathOf(clusters, second ?? first)), query }, 'cluster'),
    );
  },
});
