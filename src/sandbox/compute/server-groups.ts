import { randomUUID } from 'node:crypto';
import { type Answer, asObject, asText } from '../call.js';
import type { ServerGroup } from '../world.js';
import { type ComputeCall, noRoute } from './call.js';
import { answered, type ComputeResource, invalid } from './kind.js';

const POLICIES = ['anti-affinity', 'affinity', 'soft-anti-affinity', 'soft-affinity'];

const groups: ComputeResource<ServerGroup> = {
  one: 'server_group',
  many: 'server_groups',
  rows: ({ cloud }) => cloud.world.serverGroups,
  id: ({ id }) => id,
  sees: ({ caller: { admin, token } }, { tenantId }) => admin || tenantId === token.tenantId,
  missing: (id) => `Instance group ${id} could not be found.`,
  view: (call, row) => ({
    id: row.id,
    name: row.name,
    ...(call.minor >= 64 ? { policy: row.policy, rules: row.rules } : { policies: [row.policy], metadata: {} }),
    members: row.members,
    ...(call.minor >= 13 ? { project_id: row.tenantId, user_id: row.userId } : {}),
  }),
  create: (call, given) => {
    const name = asText(given.name);
    if (name === undefined) throw invalid('server_group', "'name' is a required property");
    const [first] = Array.isArray(given.policies) ? given.policies : [];
    const policy = asText(call.minor >= 64 ? given.policy : first);
    const known = POLICIES.slice(0, call.minor >= 15 ? 4 : 2);
    if (policy === undefined || !known.includes(policy)) {
      throw invalid('policies', `'${policy}' is not one of [${known.map((one) => `'${one}'`).join(', ')}]`);
    }
    const most = Number(asObject(given.rules)?.max_server_per_host ?? Number.NaN);
    const { tenantId = '', userId } = call.caller.token;
    const rules: ServerGroup['rules'] = Number.isNaN(most) ? {} : { max_server_per_host: most };
    return { id: randomUUID(), name, policy, rules, members: [], tenantId, userId };
  },
  remove: () => undefined,
  deleted: 204,
};

/** `/os-server-groups[/{id}]`: of the caller's tenant, or with `?all_projects=` an administrator's of all. */
export function serverGroups(call: ComputeCall): Answer {
  const [, id, part] = call.parts;
  if (part !== undefined) return noRoute();
  const { admin, token } = call.caller;
  const all = admin && call.query.has('all_projects');
  const own: ComputeResource<ServerGroup> =
    id === undefined && !all ? { ...groups, sees: (_, { tenantId }) => tenantId === token.tenantId } : groups;
  return answered(call, own, id);
}
