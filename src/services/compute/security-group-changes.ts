import { Failure } from '../../core/errors.js';
import { asRecord, asText, type Json } from '../../lib/read.js';
import type { Call, Session } from '../../session/session.js';
import { listIn, objectOf } from '../answer.js';
import { orRemovedOne } from './removed-apis.js';
import { findSecurityGroup } from './security-groups.js';

/*
 * Changes of security groups. Compute API reference: "Security groups" (`/os-security-groups`) and "Rules for security
 * group" (`/os-security-group-rules`), up to microversion 2.35.
 */

const callOf = (path: string, call: Partial<Call>): Call => ({
  service: 'compute',
  path,
  microversion: '2.1',
  ...call,
});
const groupPath = (id: unknown): string => `/os-security-groups/${encodeURIComponent(asText(id))}`;

interface Named {
  readonly name: string;
  readonly description: string;
}

/** Compute API reference: "Create Security Group" (`POST /os-security-groups`, up to microversion 2.35). */
export const createSecurityGroup = (session: Session, { name, description }: Named): Promise<Json> => {
  const call = callOf('/os-security-groups', { method: 'POST', body: { security_group: { name, description } } });
  return orRemovedOne('securityGroups', objectOf(session, call, 'security_group'));
};

/** Compute API reference: "Update Security Group" (`PUT /os-security-groups/ID`). `given` is a name or an id. */
export async function updateSecurityGroup(
  session: Session,
  given: string,
  { name, description }: Named,
): Promise<Json> {
  const { id } = await findSecurityGroup(session, given);
  const call = callOf(groupPath(id), { method: 'PUT', body: { security_group: { name, description } } });
  return orRemovedOne('securityGroups', objectOf(session, call, 'security_group'));
}

/** @returns the group that is no more */
export async function removeSecurityGroup(session: Session, group: Json): Promise<Json> {
  await session.json(callOf(groupPath(group.id), { method: 'DELETE', mayBeEmpty: true }));
  return group;
}

/** A rule as it is typed. */
export interface TypedRule {
  readonly ipProto: string;
  readonly fromPort: string;
  readonly toPort: string;
}

/** What a rule lets in: a range of addresses, or the members of a group. */
type From = { readonly cidr: string } | { readonly sourceGroup: string };

/** @throws Failure in novaclient's sentences for what cannot be a rule (v2/security_group_rules.py, create) */
export async function addRule(session: Session, given: string, rule: TypedRule, from: From): Promise<Json> {
  const { id } = await findSecurityGroup(session, given);
  const source = 'cidr' in from ? undefined : (await findSecurityGroup(session, from.sourceGroup)).id;
  const ports = { from_port: portOf('From port', rule.fromPort), to_port: portOf('To port', rule.toPort) };
  if (!/^(tcp|udp|icmp)$/i.test(rule.ipProto)) throw new Failure("IP protocol must be 'tcp', 'udp', or 'icmp'.");
  const body = {
    // As novaclient sends it: in capitals for a group only.
    ip_protocol: 'cidr' in from ? rule.ipProto : rule.ipProto.toUpperCase(),
    ...ports,
    cidr: 'cidr' in from ? from.cidr : null,
    group_id: source ?? null,
    parent_group_id: id,
  };
  const call = callOf('/os-security-group-rules', { method: 'POST', body: { security_group_rule: body } });
  return orRemovedOne('securityGroups', objectOf(session, call, 'security_group_rule'));
}

/**
 * The rule of a group.
 * @throws Failure when the group has no such rule
 */
export async function findRule(session: Session, given: string, rule: TypedRule, from: From): Promise<Json> {
  const group = await findSecurityGroup(session, given);
  const source = 'cidr' in from ? undefined : (await findSecurityGroup(session, from.sourceGroup)).name;
  const [low, high] = [portOf('From port', rule.fromPort), portOf('To port', rule.toPort)];
  const found = listIn(group, 'rules').find(
    (one) =>
      asText(one.ip_protocol).toLowerCase() === rule.ipProto.toLowerCase() &&
      one.from_port === low &&
      one.to_port === high &&
      ('cidr' in from ? asRecord(one.ip_range).cidr === from.cidr : asRecord(one.group).name === source),
  );
  if (found === undefined) throw new Failure('Rule not found');
  return found;
}

/** @returns the rule that is no more */
export async function removeRule(session: Session, rule: Json): Promise<Json> {
  const path = `/os-security-group-rules/${encodeURIComponent(asText(rule.id))}`;
  await session.json(callOf(path, { method: 'DELETE', mayBeEmpty: true }));
  return rule;
}

/** `tcp 22:22 from 10.0.0.0/8`, `icmp -1:-1 from group default`. */
export function ruleInWords({ ip_protocol: protocol, from_port, to_port, ip_range, group }: Json): string {
  const cidr = asText(asRecord(ip_range).cidr);
  const from = cidr === '' ? `group ${asText(asRecord(group).name)}` : cidr;
  return `${asText(protocol) || 'any'} ${asText(from_port)}:${asText(to_port)} from ${from}`;
}

/** A port as it is typed. @throws Failure when it is no number */
export function portOf(what: string, text: string): number {
  if (!/^\s*[+-]?\d+\s*$/.test(text)) throw new Failure(`${what} must be an integer.`);
  return Number(text);
}
