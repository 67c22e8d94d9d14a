import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { volumeQuotaClass } from '../../services/volume/quotas.js';
import { fieldsOf } from '../shared/volume-columns.js';

export const about = { summary: 'Lists quotas for a quota class.' };

export default show({
  openstack: 'quota show --class --volume',
  arguments: { name: argument('<class>', 'Name of quota class for which to list quotas.') },
  fields: async ({ session, args }) => fieldsOf(await volumeQuotaClass(session, args.name)),
});
