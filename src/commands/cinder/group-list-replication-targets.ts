import { sections } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { asRecord, asRecords, asText } from '../../lib/read.js';
import { callOf, pathOf } from '../../services/resource.js';
import { findVolumeResource } from '../../services/volume/api.js';
import { groups } from '../../services/volume/resources.js';
import { tableOf } from '../shared/attributes.js';
import { column } from '../shared/volume-columns.js';

export const about = { summary: 'Lists replication targets for group.' };

/** Of no targets cinderclient prints nothing at all. */
export default sections({
  openstack: false,
  apiVersion: '3.38',
  arguments: { group: argument('<group>', 'Name or ID of the group.') },
  parts: async function* ({ session, args }) {
    const { id } = await findVolumeResource(session, groups, args.group);
    const call = callOf(groups, pathOf(groups, asText(id), '/action'));
    const body = { list_replication_targets: {} };
    const answer = asRecord(await session.json({ ...call, method: 'POST', safe: true, body }));
    const targets = asRecords(answer.replication_targets);
    const [first] = targets;
    if (first === undefined) return;
    const columns = Object.keys(first).map((key) => column(key, key));
    yield { title: 'replication_targets', view: tableOf(columns, targets) };
  },
});
