import { argument } from '../../command/options.js';
import { createVolumeType } from '../../services/volume/classic-changes.js';
import { attribute } from '../shared/attributes.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Create a new volume type.' };

export default listChange({
  openstack: 'volume type create',
  arguments: { name: argument('<name>', 'Name of the new volume type') },
  run: async ({ session, args }) => [await createVolumeType(session, args.name)],
  columns: { id: attribute('ID'), name: attribute('Name') },
  creates: 'volume type',
});
