import { resourceTypes } from '../../services/image/resources.js';
import { wholeListOf } from '../shared/image-commands.js';

export const about = { summary: 'List available resource type names.' };

export default wholeListOf({
  openstack: 'image metadef resource type list',
  arguments: {},
  of: () => resourceTypes,
  columns: ['name'],
});
