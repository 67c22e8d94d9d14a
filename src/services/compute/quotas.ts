import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { missing, objectOf } from '../answer.js';

/**
 * The limits of a project; -1 means none. Compute API reference: "Show A Quota" (`GET /os-quota-sets/{tenant_id}`).
 * @param microversion 2.35 is the last with the limits of networks, 2.56 the last with those of injected files
 */
export function getQuotas(session: Session, projectId: string, microversion?: string): Promise<Json> {
  const path = `/os-quota-sets/${encodeURIComponent(projectId)}`;
  const call = { service: 'compute', path, ...(microversion === undefined ? {} : { microversion }) };
  return objectOf(session, call, 'quota_set');
}

/**
 * The limits of a project or of one of its users; with `detail` each is an object of `limit`, `in_use` and `reserved`.
 * Compute API reference: "Show A Quota", "Show The Detail of Quota" (`GET /os-quota-sets/{tenant_id}/detail`).
 */
export function detailedQuotas(
  session: Session,
  projectId: string,
  { detail, user }: { readonly detail: boolean; readonly user?: string | undefined },
): Promise<Json> {
  const path = `/os-quota-sets/${encodeURIComponent(projectId)}${detail ? '/detail' : ''}`;
  return objectOf(session, { service: 'compute', path, query: { user_id: user } }, 'quota_set');
}

/** Compute API reference: "List Default Quotas For Tenant" (`GET /os-quota-sets/{tenant_id}/defaults`). */
export function defaultQuotas(session: Session, projectId: string): Promise<Json> {
  const path = `/os-quota-sets/${encodeURIComponent(projectId)}/defaults`;
  return objectOf(session, { service: 'compute', path }, 'quota_set');
}

/** Compute API reference: "Show the quota for Quota Class" (`GET /os-quota-class-sets/{id}`). */
export function classQuotas(session: Session, name: string): Promise<Json> {
  const path = `/os-quota-class-sets/${encodeURIComponent(name)}`;
  return objectOf(session, { service: 'compute', path }, 'quota_class_set');
}

/**
 * New limits of a project or of one of its users. Compute API reference: "Update Quotas" (`PUT /os-quota-sets/{tenant_id}`).
 * @param limits by the API's names; those that are left out stay as they are
 */
export function updateQuotas(
  session: Session,
  projectId: string,
  {
    limits,
    user,
    microversion,
  }: { readonly limits: Json; readonly user?: string | undefined; readonly microversion?: string },
): Promise<Json> {
  const path = `/os-quota-sets/${encodeURIComponent(projectId)}`;
  const call = {
    service: 'compute',
    path,
    method: 'PUT',
    query: { user_id: user },
    body: { quota_set: limits },
    ...(microversion === undefined ? {} : { microversion }),
  } as const;
  return objectOf(session, call, 'quota_set');
}

/** Compute API reference: "Revert Quotas To Defaults" (`DELETE /os-quota-sets/{tenant_id}`). */
export async function removeQuotas(session: Session, projectId: string, user?: string): Promise<void> {
  const path = `/os-quota-sets/${encodeURIComponent(projectId)}`;
  await session.json({ service: 'compute', path, method: 'DELETE', query: { user_id: user }, mayBeEmpty: true });
}

/** Compute API reference: "Create or Update Quotas for Quota Class" (`PUT /os-quota-class-sets/{id}`). */
export function updateClassQuotas(session: Session, name: string, limits: Json): Promise<Json> {
  const path = `/os-quota-class-sets/${encodeURIComponent(name)}`;
  return objectOf(
    session,
    { service: 'compute', path, method: 'PUT', body: { quota_class_set: limits } },
    'quota_class_set',
  );
}

/** Resources in novaclient's order (v2/shell.py, _quota_resources). */
const RESOURCES = [
  'instances',
  'cores',
  'ram',
  'floating_ips',
  'fixed_ips',
  'metadata_items',
  'injected_files',
  'injected_file_content_bytes',
  'injected_file_path_bytes',
  'key_pairs',
  'security_groups',
  'security_group_rules',
  'server_groups',
  'server_group_members',
];

/** What limits there are in an answer, one a row. @throws Failure when there is none */
export function quotaRows(quotas: Json): readonly Json[] {
  const rows = RESOURCES.filter((name) => Object.hasOwn(quotas, name));
  if (rows.length === 0) throw missing('quotas');
  return rows.map((name) => ({ quota: name, limit: quotas[name] }));
}

/** What becomes of the limits of a project, or of one of its users, that are reset: `cores 40 -> 20`, a line each. */
export async function resetInWords(session: Session, projectId: string, user?: string): Promise<readonly string[]> {
  const now = await detailedQuotas(session, projectId, { detail: false, user });
  const then = user === undefined ? await defaultQuotas(session, projectId) : await getQuotas(session, projectId);
  const changed = RESOURCES.filter((name) => Object.hasOwn(now, name) && now[name] !== then[name]);
  const lines = changed.map((name) => `${name} ${asText(now[name])} -> ${asText(then[name])}`);
  return lines.length === 0 ? ['its limits are what they would be'] : lines;
}
