import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { isMissing, isUuidLike } from '../find.js';
import { listOrRemoved, showOrRemoved } from './removed-apis.js';

/**
 * Security groups of the project, or for administrators of all. Compute API reference: "List Security Groups"
 * (`GET /os-security-groups[?all_tenants=1]`), up to microversion 2.35.
 */
export function listSecurityGroups(session: Session, allTenants = false): AsyncIterable<readonly Json[]> {
  return listOrRemoved(session, 'securityGroups', '/os-security-groups', 'security_groups', {
    all_tenants: allTenants ? 1 : undefined,
  });
}

/**
 * A security group by id, or by name among the project's own, with novaclient's sentences (7.1, v2/shell.py).
 * @throws Failure when there is none, or more than one of the name
 */
export async function findSecurityGroup(session: Session, given: string): Promise<Json> {
  if (isUuidLike(given) || /^\s*[-+]?\d+\s*$/.test(given)) {
    try {
      return await showOrRemoved(
        session,
        'securityGroups',
        `/os-security-groups/${encodeURIComponent(given)}`,
        'security_group',
      );
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  const found = (await itemsOf(listSecurityGroups(session))).filter(({ name }) => name === given);
  const [group] = found;
  if (group === undefined) throw new Failure(`Secgroup ID or name '${given}' not found.`);
  if (found.length === 1) return group;
  throw new Failure(`Multiple security group matches found for name '${given}', use an ID to be more specific.`, {
    name: 'NoUniqueMatch',
    hint: found.map(({ id }) => asText(id)).join('\n'),
  });
}

/**
 * What a new project's `default` begins with: `GET /os-security-group-default-rules`, for administrators, up to 2.35
 * (nova 2014.1 api/openstack/compute/contrib/security_group_default_rules.py).
 */
export function listDefaultRules(session: Session): AsyncIterable<readonly Json[]> {
  return listOrRemoved(session, 'defaultRules', '/os-security-group-default-rules', 'security_group_default_rules');
}
