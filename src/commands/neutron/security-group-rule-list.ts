import { flag } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { byIds } from '../../services/network/by-ids.js';
import { securityGroupRules, securityGroups } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { protocolPort, remote } from '../shared/neutron-texts.js';

export const about = { summary: 'List security group rules that belong to a given tenant.' };

const TITLES = { security_group_id: 'security_group', remote_group_id: 'remote_group' };
const PORTS = ['protocol', 'port_range_min', 'port_range_max'];
const REMOTES = ['remote_ip_prefix', 'remote_group_id'];
/** What the fields are made of that neutron does not have. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  remote: REMOTES,
  'port/protocol': PORTS,
  'protocol/port': PORTS,
  security_group: ['security_group_id'],
  remote_group: ['remote_group_id'],
};

export default neutronList(securityGroupRules, {
  openstack: 'security group rule list',
  columns: ['id', 'security_group_id', 'direction', 'ethertype', 'port/protocol', 'remote'],
  earlyColumns: ['id', 'security_group_id', 'direction', 'protocol', 'remote_ip_prefix', 'remote_group_id'],
  options: { noNameconv: flag('Do not convert security group ID to its name.') },
  titles: ({ noNameconv }): Readonly<Record<string, string>> => (noNameconv ? {} : TITLES),
  query: (_, { fields = [] }) =>
    Array.isArray(fields) && fields.length > 0 ? { fields: fields.flatMap((field) => MADE[field] ?? [field]) } : {},
  extend: async ({ session, options }, rules) => {
    const ids = rules.flatMap((rule) => [rule.security_group_id, rule.remote_group_id]).map(asText);
    const wanted = options.noNameconv ? [] : ids.filter((id) => id !== '');
    const groups = await byIds(session, securityGroups, wanted, ['id', 'name']);
    const named = (id: unknown): unknown => groups.get(asText(id))?.name || id;
    return rules.map((rule) => {
      const has = (keys: readonly string[]): boolean => keys.every((key) => key in rule);
      const made: Record<string, unknown> = { ...rule };
      for (const key of Object.keys(TITLES)) if (key in rule) made[key] = named(rule[key]);
      // The remote group is named in what is made of it.
      if (has(REMOTES)) made.remote = remote(made) ?? 'any';
      if (has(PORTS)) made['port/protocol'] = made['protocol/port'] = protocolPort(rule) ?? 'any';
      return made;
    });
  },
});
