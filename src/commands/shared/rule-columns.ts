import type { Column } from '../../core/view.js';
import { asRecord, asText, type Json } from '../../lib/read.js';

/** The group that a rule lets in, where it lets one in. */
const sourceGroup: Column<Json> = {
  title: 'Source Group',
  value: (rule) => asRecord(rule.group).name ?? null,
  text: (rule) => asText(asRecord(rule.group).name),
};

/** The whole table of a group's rules. */
export const allRuleColumns = (): Readonly<Record<string, Column<Json>>> => ({ ...ruleColumns, group: sourceGroup });

/** What a rule of a security group lets through; null is an empty cell. */
export const ruleColumns: Readonly<Record<string, Column<Json>>> = {
  protocol: {
    title: 'IP Protocol',
    value: (rule) => rule.ip_protocol ?? null,
    text: (rule) => asText(rule.ip_protocol),
  },
  from: { title: 'From Port', value: (rule) => rule.from_port ?? null, text: (rule) => asText(rule.from_port) },
  to: { title: 'To Port', value: (rule) => rule.to_port ?? null, text: (rule) => asText(rule.to_port) },
  range: {
    title: 'IP Range',
    value: (rule) => asRecord(rule.ip_range).cidr ?? null,
    text: (rule) => asText(asRecord(rule.ip_range).cidr),
  },
};
