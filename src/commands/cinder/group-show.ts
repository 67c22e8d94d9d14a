import { show } from '../../command/define.js';
import { argument, optionalText } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { objectOf } from '../../services/answer.js';
import { callOf, pathOf } from '../../services/resource.js';
import { findVolumeResource } from '../../services/volume/api.js';
import { groups } from '../../services/volume/resources.js';
import { fieldsOf } from '../shared/volume-columns.js';

export const about = { summary: 'Shows details of a group.' };

export default show({
  openstack: 'volume group show {group} {listVolume:--volumes}',
  apiVersion: '3.13',
  options: {
    listVolume: optionalText('<False|True>', 'Shows volumes included in the group.', {
      const: 'True',
      apiVersion: '3.25',
    }),
  },
  arguments: { group: argument('<group>', 'Name or ID of a group.') },
  fields: async ({ session, args, options: { listVolume } }) => {
    const group = await findVolumeResource(session, groups, args.group);
    if (!listVolume) return fieldsOf(group);
    const call = { ...callOf(groups, pathOf(groups, asText(group.id))), query: { list_volume: 'True' } };
    return fieldsOf(await objectOf(session, call, 'group'));
  },
});
