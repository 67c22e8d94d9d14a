import { Failure } from '../../core/errors.js';
import { firstIn } from '../../lib/items-of.js';
import { asRecord, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectIn } from '../answer.js';
import { resolving } from '../find.js';
import { changeOrRemoved } from './removed-apis.js';
import { portOf, type TypedRule } from './security-group-changes.js';
import { listDefaultRules } from './security-groups.js';

/*
 * Changes of what a new project's `default` begins with: `/os-security-group-default-rules`, for administrators, up to 2.35
 * (nova 2014.1 api/openstack/compute/contrib/security_group_default_rules.py).
 */

type WithCidr = TypedRule & { readonly cidr: string };
const PATH = '/os-security-group-default-rules';

/** @throws Failure in novaclient's sentences for what cannot be a rule (7.1, v2/security_group_default_rules.py, create) */
export async function addDefaultRule(session: Session, rule: WithCidr): Promise<Json> {
  const ports = { from_port: portOf('From port', rule.fromPort), to_port: portOf('To port', rule.toPort) };
  if (!/^(tcp|udp|icmp)$/i.test(rule.ipProto)) throw new Failure("IP protocol must be 'tcp', 'udp', or 'icmp'.");
  const body = { ip_protocol: rule.ipProto, ...ports, cidr: rule.cidr };
  const answer = await changeOrRemoved(session, 'defaultRules', 'POST', PATH, { security_group_default_rule: body });
  return objectIn(answer, 'security_group_default_rule');
}

/** @throws Failure when there is no such rule */
export async function findDefaultRule(session: Session, rule: WithCidr): Promise<Json> {
  const [low, high] = [portOf('From port', rule.fromPort), portOf('To port', rule.toPort)];
  const found = await firstIn(
    listDefaultRules(resolving(session)),
    (one) =>
      asText(one.ip_protocol).toUpperCase() === rule.ipProto.toUpperCase() &&
      one.from_port === low &&
      one.to_port === high &&
      asRecord(one.ip_range).cidr === rule.cidr,
  );
  if (found !== undefined) return found;
  throw new Failure('Rule not found');
}

/** @returns the rule that is no more */
export async function removeDefaultRule(session: Session, rule: Json): Promise<Json> {
  await changeOrRemoved(session, 'defaultRules', 'DELETE', `${PATH}/${encodeURIComponent(String(rule.id))}`);
  return rule;
}
