import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { listOf } from '../../services/answer.js';
import { isUuidLike } from '../../services/find.js';
import { callOf, pathOf } from '../../services/resource.js';
import { findVolumeResource } from '../../services/volume/api.js';
import { qosSpecs } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Lists all associations for specified qos specs.' };

export default list({
  openstack: 'volume qos show {qos} -c associations',
  arguments: { qos: argument('<qos_specs>', 'ID of QoS specifications.') },
  rows: async function* ({ session, args }) {
    const id = isUuidLike(args.qos) ? args.qos : (await findVolumeResource(session, qosSpecs, args.qos)).id;
    yield await listOf(session, callOf(qosSpecs, pathOf(qosSpecs, asText(id), '/associations')), 'qos_associations');
  },
  columns: () => columns('Association_Type', 'Name', 'ID'),
});
