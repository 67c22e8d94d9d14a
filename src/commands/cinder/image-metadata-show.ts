import { mapIn } from '../../services/answer.js';
import { callOf, pathOf } from '../../services/resource.js';
import { volumes } from '../../services/volume/resources.js';
import { everyField } from '../shared/attributes.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows volume image metadata.' };

export default volumeShowOf(volumes, {
  openstack: 'volume show -c volume_image_metadata',
  help: 'ID of volume.',
  titles: ['Metadata-property', 'Value'],
  fields: async ({ id }, session) => {
    const call = callOf(volumes, pathOf(volumes, String(id), '/action'));
    const answer = await session.json({
      ...call,
      method: 'POST',
      safe: true,
      body: { 'os-show_image_metadata': null },
    });
    return everyField(mapIn(answer, 'metadata', 'volume'));
  },
});
