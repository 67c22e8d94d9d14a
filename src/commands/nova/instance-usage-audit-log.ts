import { show } from '../../command/define.js';
import { text } from '../../command/options.js';
import { timeAgo } from '../../lib/age.js';
import { prettyPython } from '../../lib/python/pprint.js';
import { usageAudits } from '../../services/compute/usage-audits.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'List/Get server usage audits.' };

export default show({
  openstack: false,
  options: { before: text('<before>', 'Only usage audits before this time, ex 2015-08-27 09:49:58.123456.') },
  fields: async ({ session, options, now }) =>
    everyField(await usageAudits(session, auditTime(options.before, now))).map((field) =>
      field.name === 'hosts_not_run' ? { ...field, text: prettyPython(field.value) } : field,
    ),
});

/** As the service reads a time: with a blank, and without a zone. */
function auditTime(given: string | undefined, now: () => number): string | undefined {
  const time = timeAgo(given, now);
  return time === given ? given : time?.replace('T', ' ').replace('Z', '');
}
