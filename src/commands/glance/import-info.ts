import { show } from '../../command/define.js';
import { importMethods } from '../../services/image/about.js';
import { fieldsOf } from '../shared/image-fields.js';

export const about = { summary: 'Print import methods available from Glance.' };

export default show({
  openstack: 'image import info',
  fields: async ({ session }) => fieldsOf(await importMethods(session)),
  wrap: 80,
});
