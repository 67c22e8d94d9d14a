import { list } from '../../command/define.js';
import { optionalText, text } from '../../command/options.js';
import { unlessEmpty } from '../../services/unless-empty.js';
import { has } from '../../services/volume/api.js';
import { checkVolumeHost } from '../../services/volume/hosts.js';
import { volumeList } from '../../services/volume/listing.js';
import { volumeServices } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';
import { truthOf } from '../shared/volume-options.js';

export const about = { summary: 'Lists all services. Filter by host and service binary.' };

const BASE = ['Binary', 'Host', 'Zone', 'Status', 'State', 'Updated_at'];

export default list({
  openstack: 'volume service list {host:--host} {binary:--service} {withreplication?}',
  options: {
    host: text('<hostname>', 'Host name. Default=None.'),
    binary: text('<binary>', 'Service binary. Default=None.'),
    withreplication: optionalText(
      '<True|False>',
      'Enables or disables display of Replication info for c-vol services. Default=False.',
      { const: 'True', apiVersion: '3.7', olderApis: ['2.0'] },
    ),
  },
  rows: async function* ({ session, options: { host, binary, withreplication = 'False' } }) {
    truthOf(withreplication, true);
    const pages = volumeList(session, volumeServices, { host, binary });
    yield* host ? unlessEmpty(pages, () => checkVolumeHost(session, host)) : pages;
  },
  columns: async ({ withreplication }, [first], session) =>
    columns(
      ...BASE,
      ...((await has(session, '3.7')) ? ['Cluster'] : []),
      ...(truthOf(withreplication) ? ['Replication Status', 'Active Backend ID', 'Frozen'] : []),
      ...(first !== undefined && 'disabled_reason' in first ? ['Disabled Reason'] : []),
      ...((await has(session, '3.49')) ? ['Backend State'] : []),
    ),
});
