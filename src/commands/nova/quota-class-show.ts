import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { classQuotas, quotaRows } from '../../services/compute/quotas.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List the quotas for a quota class.' };

export default list({
  openstack: 'quota show --class',
  arguments: { class: argument('<class>', 'Name of quota class to list the quotas for.') },
  rows: async function* ({ session, args }) {
    yield quotaRows(await classQuotas(session, args.class));
  },
  columns: { quota: attribute('Quota'), limit: attribute('Limit') },
});
