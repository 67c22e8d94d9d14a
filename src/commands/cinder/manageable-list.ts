import { list } from '../../command/define.js';
import { columns } from '../shared/volume-columns.js';
import { manageable, manageableOptions } from '../shared/volume-manageable.js';
import { truthOf } from '../shared/volume-options.js';

export const about = { summary: 'Lists all manageable volumes.' };

export default list({
  openstack: false,
  apiVersion: '3.8',
  olderApis: ['2.0'],
  ...manageableOptions('volumes'),
  rows: (context) => manageable(context, 'volumes'),
  columns: ({ detailed = 'True' }) =>
    columns(
      ...['reference', 'size', 'safe_to_manage'],
      ...(truthOf(detailed) ? ['reason_not_safe', 'cinder_id', 'extra_info'] : []),
    ),
  sortBy: () => false,
});
