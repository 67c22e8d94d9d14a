import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { record, records, text } from '../../lib/read.js';
import { findSecurityGroup } from '../../services/compute/security-groups.js';

export default list({
  openstack: 'security group rule list',
  arguments: { secgroup: argument('<secgroup>', 'ID or name of security group.') },
  rows: async function* ({ session, args }) {
    yield records((await findSecurityGroup(session, args.secgroup)).rules);
  },
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
    group: {
      title: 'Source Group',
      value: (rule) => record(rule.group).name ?? null,
      text: (rule) => text(record(rule.group).name),
    },
  },
});
