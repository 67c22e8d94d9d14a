import { list } from '../../command/define.js';
import { columns } from '../shared/volume-columns.js';
import { manageable, manageableOptions } from '../shared/volume-manageable.js';
import { truthOf } from '../shared/volume-options.js';

export const about = { summary: 'Lists all manageable snapshots.' };

export default list({
  openstack: false,
  apiVersion: '3.8',
  olderApis: ['2.0'],
  ...manageableOptions('snapshots'),
  rows: (context) => manageable(context, 'snapshots'),
  columns: ({ detailed = 'True' }) =>
    columns(
      ...['reference', 'size', 'safe_to_manage', 'source_reference'],
      ...(truthOf(detailed) ? ['reason_not_safe', 'cinder_id', 'extra_info'] : []),
    ),
  sortBy: () => false,
});
