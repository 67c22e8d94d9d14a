import { randomUUID } from 'node:crypto';
import type { Fields, ResourceApi } from '../resource.js';
import type { NetworkRow } from '../world-network.js';
import { badRequest, type NetworkCall, networkRefusal, rowsOf, timeOf } from './call.js';
import type { KindSpec, NetworkKind } from './kind-spec.js';
import { listAnswer } from './list.js';

const standardAttributes = { description: '', tags: [], created_at: null, updated_at: null, revision_number: 0 };

/** A kind of resource as the service needs it, from what is known of it. */
export function kind(about: KindSpec): NetworkKind {
  const { path, one, hidden = [], hooks = {}, within } = about;
  const defaults = { ...(about.standard ? standardAttributes : {}), ...about.defaults };
  const parentAt = path.split('/').length - 1;
  const made: NetworkKind = {
    about,
    one,
    many: about.many ?? (path.split('/').at(-1) ?? '').replaceAll('-', '_'),
    attributes: new Set(['id', 'tenant_id', 'project_id', ...Object.keys(defaults)]),
    rows: (call) => about.computed?.(call) ?? rowsOf(call, path),
    id: ({ id }) => id,
    sees: (call, row) => {
      const { admin, token } = call.caller;
      if (within !== undefined && row[within] !== call.parts[parentAt]) return false;
      const open = about.open || row.shared === true || row['router:external'] === true;
      return admin || (!about.adminOnly && (open || row.tenant_id === token.tenantId));
    },
    view: (call, row) => {
      const all: Record<string, unknown> = {
        ...defaults,
        ...row,
        project_id: row.tenant_id,
        ...about.derived?.(call, row),
      };
      if (within !== undefined) delete all[within];
      if (about.key !== undefined) delete all.id;
      if (about.tenantless) for (const key of ['tenant_id', 'project_id']) delete all[key];
      if (!call.caller.admin) for (const key of hidden) delete all[key];
      return all;
    },
    list: (call, rows) => listAnswer(call, made, rows),
    ...(about.fixed
      ? {}
      : {
          create: (call, given) => newRow(call, made, given),
          update: (call, row, given) => {
            ownersOnly(call, row, `update_${one}`);
            checkAttributes(made, given);
            hooks.updated?.(call, row, given);
            Object.assign(row, given);
            if (about.standard) {
              row.updated_at = timeOf(call);
              row.revision_number = Number(row.revision_number ?? 0) + 1;
            }
          },
          remove: (call, row) => {
            ownersOnly(call, row, `delete_${one}`);
            hooks.removed?.(call, row);
          },
        }),
  };
  return made;
}

/** What a tenant sees of another's it does not change. */
function ownersOnly({ caller: { admin, token } }: NetworkCall, row: NetworkRow, rule: string): void {
  if (admin || row.tenant_id === token.tenantId) return;
  throw networkRefusal(403, 'PolicyNotAuthorized', `rule:${rule} is disallowed by policy`);
}

function checkAttributes({ attributes }: NetworkKind, given: Fields): void {
  const unknown = Object.keys(given).filter((name) => !attributes.has(name));
  if (unknown.length > 0) throw badRequest(`Unrecognized attribute(s) '${unknown.join(', ')}'`);
}

function newRow(call: NetworkCall, made: NetworkKind, given: Fields): NetworkRow {
  const { about } = made;
  checkAttributes(made, given);
  for (const name of about.required ?? []) {
    if (given[name] === undefined)
      throw badRequest(`Failed to parse request. Required attribute '${name}' not specified`);
  }
  const { project_id, ...fields } = given;
  const tenantId = fields.tenant_id ?? project_id ?? call.caller.token.tenantId ?? '';
  const row: NetworkRow = { ...fields, id: randomUUID(), tenant_id: String(tenantId) };
  if (about.within !== undefined) row[about.within] = call.parts[about.path.split('/').length - 1];
  if (about.standard) Object.assign(row, { created_at: timeOf(call), updated_at: timeOf(call), revision_number: 0 });
  about.hooks?.created?.(call, row, given);
  return row;
}

/** How neutron speaks of all its resources. */
export const networkApi: ResourceApi<NetworkCall> = {
  allow(call, resource, verb) {
    const { about } = resource as NetworkKind;
    const writing = verb === 'create' || verb === 'update' || verb === 'delete';
    if (writing && (about.adminOnly || about.open) && !call.caller.admin) {
      throw networkRefusal(403, 'PolicyNotAuthorized', `rule:${verb}_${about.one} is disallowed by policy`);
    }
  },
  missing(resource, id) {
    const [type, sentence] = (resource as NetworkKind).about.missing;
    return networkRefusal(404, type, sentence.replace('%', id));
  },
  list: (call, resource, rows) =>
    listAnswer(call, resource as NetworkKind, rows as readonly unknown[] as readonly NetworkRow[]),
  malformed: ({ one }) => badRequest(`Resource body required: ${one}`),
  updates: ['PUT'],
  statusOfCreated: 201,
};
