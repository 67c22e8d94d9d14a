import { jsonText } from '../../lib/python/json-text.js';
import { asArray, asRecords, asText, isRecord, type Json } from '../../lib/read.js';

type Text = (item: Json) => string;

const dump = (value: unknown): string => jsonText(value, { ascii: true });

/** Each of a list as JSON on its line. */
export const linesOf =
  (key: string): Text =>
  (item) =>
    asArray(item[key]).map(dump).join('\n');

/** An object as JSON. */
export const jsonOf =
  (key: string): Text =>
  (item) =>
    item[key] === undefined ? '' : dump(item[key]);

/** Subnets of a network: id and range of each. */
export const subnetsText: Text = ({ subnets }) =>
  asRecords(subnets)
    .map(({ id, cidr }) => `${asText(id)} ${asText(cidr)}`)
    .join('\n');

/** `:-)` for an agent that is alive; scripts look for `xxx`. */
export const withFaces = (agents: readonly Json[]): readonly Json[] =>
  agents.map((agent) => ('alive' in agent ? { ...agent, alive: agent.alive ? ':-)' : 'xxx' } : agent));

/** What a rule lets through (`securitygroup.py` _get_protocol_port); undefined for everything. */
export function protocolPort({ protocol, port_range_min: from, port_range_max: to }: Json): string | undefined {
  if (protocol === 'tcp' || protocol === 'udp') {
    if (!from) return protocol;
    return from === to ? `${from}/${protocol}` : `${from}-${to}/${protocol}`;
  }
  if (protocol !== 'icmp') return asText(protocol) || undefined;
  const type = (from ?? null) === null ? [] : [`type:${from}`];
  const code = (to ?? null) === null ? [] : [`code:${to}`];
  return type.length + code.length === 0 ? 'icmp' : `icmp (${[...type, ...code].join(', ')})`;
}

/** Whom a rule is about (`securitygroup.py` _get_remote). */
export function remote({ remote_ip_prefix: prefix, remote_group_id: group }: Json): string | undefined {
  if (prefix) return `${prefix} (CIDR)`;
  return group ? `${group} (group)` : undefined;
}

/** The rules of a security group, each on its line, in order. */
export const rulesText: Text = ({ security_group_rules: rules }) =>
  asRecords(rules)
    .map((rule) =>
      [
        rule.direction,
        rule.ethertype,
        protocolPort(rule),
        rule.remote_ip_prefix && `remote_ip_prefix: ${rule.remote_ip_prefix}`,
        rule.remote_group_id && `remote_group_id: ${rule.remote_group_id}`,
      ]
        .filter(Boolean)
        .join(', '),
    )
    .sort()
    .join('\n');

/** Firewall rules in one line of a table (`fw/firewallrule.py` extend_list). */
export const withSummary = (rules: readonly Json[]): readonly Json[] =>
  rules.map((rule) => {
    const side = (name: string, key: string): string => {
      const [address, port] = [`${key}_ip_address`, `${key}_port`];
      const text = (value: unknown): string => (value === null ? 'none' : asText(value).toLowerCase());
      return address in rule && port in rule
        ? `${name}: ${text(rule[address])}(${text(rule[port])})`
        : `${name}: none specified`;
    };
    const parts = [
      asText(rule.protocol).toUpperCase() || 'no-protocol',
      side('source', 'source'),
      side('dest', 'destination'),
      'action' in rule ? asText(rule.action) : 'no-action',
    ];
    return { ...rule, summary: parts.join(',\n ') };
  });

/** The ids of objects in a list. */
export const idsOf = (value: unknown): readonly string[] =>
  asArray(value).map((one) => (isRecord(one) ? asText(one.id) : asText(one)));
