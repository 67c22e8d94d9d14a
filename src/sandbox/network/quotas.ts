import { type Answer, asObject, json, nothing, parsed } from '../call.js';
import type { NetworkRow } from '../world-network.js';
import { badRequest, isReading, type NetworkCall, networkRefusal, rowsOf } from './call.js';

/** quantum.conf's limits for everybody, and the path of the collection that each is for. */
const defaults: Readonly<Record<string, readonly [limit: number, path: string]>> = {
  network: [10, 'networks'],
  subnet: [10, 'subnets'],
  port: [50, 'ports'],
  router: [10, 'routers'],
  floatingip: [50, 'floatingips'],
  security_group: [10, 'security-groups'],
  security_group_rule: [100, 'security-group-rules'],
  subnetpool: [-1, 'subnetpools'],
  rbac_policy: [10, 'rbac-policies'],
};

/** A tenant's own limits are kept as a row whose id is the tenant's. */
function limitsOf(call: NetworkCall, tenantId: string): Record<string, number> {
  const own = rowsOf(call, 'quotas').find(({ id }) => id === tenantId);
  const limits = Object.entries(defaults).map(([name, [limit]]) => [name, Number(own?.[name] ?? limit)] as const);
  return Object.fromEntries(limits);
}

/** `/quotas`, `/quotas/{tenant}[/default|/details]`, `/quotas/tenant`. */
export function quotas(call: NetworkCall): Answer | undefined {
  const [, tenantId, part, more] = call.parts;
  const { admin, token } = call.caller;
  if (more !== undefined) return undefined;
  if (tenantId === undefined) {
    if (!isReading(call)) return undefined;
    const rows = admin ? rowsOf(call, 'quotas') : [];
    return json(200, {
      quotas: rows.map(({ id }) => ({ ...limitsOf(call, id), tenant_id: id, project_id: id })),
    });
  }
  if (isReading(call)) {
    if (tenantId === 'tenant') return json(200, { tenant: { tenant_id: token.tenantId } });
    if (!admin && tenantId !== token.tenantId) {
      throw networkRefusal(
        403,
        'AdminRequired',
        'User does not have admin privileges: Non-admin is not authorised to access quotas',
      );
    }
    if (part === undefined) return json(200, { quota: limitsOf(call, tenantId) });
    if (part === 'default') {
      return json(200, { quota: Object.fromEntries(Object.entries(defaults).map(([name, [limit]]) => [name, limit])) });
    }
    return part === 'details' ? json(200, { quota: details(call, tenantId) }) : undefined;
  }
  if (part !== undefined || (call.method !== 'PUT' && call.method !== 'DELETE')) return undefined;
  if (!admin) {
    throw networkRefusal(403, 'AdminRequired', 'User does not have admin privileges: Cannot update or delete quotas');
  }
  const rows = rowsOf(call, 'quotas');
  const held = rows.find(({ id }) => id === tenantId);
  if (call.method === 'DELETE') {
    if (held === undefined) {
      throw networkRefusal(404, 'TenantQuotaNotFound', `Quota for tenant ${tenantId} could not be found.`);
    }
    rows.splice(rows.indexOf(held), 1);
    return nothing();
  }
  const given = asObject(asObject(parsed(call.body))?.quota);
  if (given === undefined) throw badRequest('Resource body required: quota');
  const row: NetworkRow = held ?? { id: tenantId, tenant_id: tenantId };
  for (const [name, value] of Object.entries(given)) {
    if (!(name in defaults)) throw badRequest(`Unrecognized attribute(s) '${name}'`);
    row[name] = Number(value);
  }
  if (held === undefined) rows.push(row);
  return json(200, { quota: limitsOf(call, tenantId) });
}

function details(call: NetworkCall, tenantId: string): unknown {
  const limits = limitsOf(call, tenantId);
  return Object.fromEntries(
    Object.entries(defaults).map(([name, [, path]]) => [
      name,
      { limit: limits[name], used: rowsOf(call, path).filter((row) => row.tenant_id === tenantId).length, reserved: 0 },
    ]),
  );
}
