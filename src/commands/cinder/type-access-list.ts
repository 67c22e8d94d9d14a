import { list } from '../../command/define.js';
import { requiredText } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { asText } from '../../lib/read.js';
import { listOf } from '../../services/answer.js';
import { callOf, pathOf } from '../../services/resource.js';
import { findVolumeResource } from '../../services/volume/api.js';
import { volumeTypes } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Print access information about the given volume type.' };

export default list({
  openstack: 'volume type show {volumeType} -c access_project_ids',
  options: { volumeType: requiredText('<volume_type>', 'Filter results by volume type name or ID.') },
  rows: async function* ({ session, options: { volumeType } }) {
    const { id, is_public: isPublic } = await findVolumeResource(session, volumeTypes, volumeType);
    if (isPublic) throw new Failure('Failed to get access list for public volume type.');
    const path = pathOf(volumeTypes, asText(id), '/os-volume-type-access');
    yield await listOf(session, callOf(volumeTypes, path), 'volume_type_access');
  },
  columns: () => columns('Volume_type_ID', 'Project_ID'),
});
