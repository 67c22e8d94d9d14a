import { list } from '../../command/define.js';
import { record, text } from '../../lib/read.js';
import { listDefaultRules } from '../../services/compute/security-groups.js';

export default list({
  openstack: false,
  rows: ({ session }) => listDefaultRules(session),
  columns: {
    protocol: {
      title: 'IP Protocol',
      value: (rule) => rule.ip_protocol ?? null,
      text: (rule) => text(rule.ip_protocol),
    },
    from: { title: 'From Port', value: (rule) => rule.from_port ?? null, text: (rule) => text(rule.from_port) },
    to: { title: 'To Port', value: (rule) => rule.to_port ?? null, text: (rule) => text(rule.to_port) },
    range: {
      title: 'IP Range',
      value: (rule) => record(rule.ip_range).cidr ?? null,
      text: (rule) => text(record(rule.ip_range).cidr),
    },
  },
});
