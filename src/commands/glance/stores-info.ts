import { show } from '../../command/define.js';
import { flag } from '../../command/options.js';
import { stores } from '../../services/image/about.js';
import { fieldsOf } from '../shared/image-fields.js';

export const about = { summary: 'Print available backends from Glance.' };

export default show({
  options: { detail: flag('Shows details of stores. Admin only.') },
  fields: async ({ session, options }) => fieldsOf(await stores(session, options.detail)),
  wrap: 80,
});
