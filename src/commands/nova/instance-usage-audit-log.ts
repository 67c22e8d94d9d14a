import { show } from '../../command/define.js';
import { text } from '../../command/options.js';
import { prettyPython } from '../../lib/python/pprint.js';
import { usageAudits } from '../../services/compute/usage-audits.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'List/Get server usage audits.' };

export default show({
  openstack: false,
  options: { before: text('<before>', 'Only usage audits before this time, ex 2015-08-27 09:49:58.123456.') },
  fields: async ({ session, options }) =>
    everyField(await usageAudits(session, options.before)).map((field) =>
      field.name === 'hosts_not_run' ? { ...field, text: prettyPython(field.value) } : field,
    ),
});
