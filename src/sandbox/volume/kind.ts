import { randomUUID } from 'node:crypto';
import { type Answer, json, Refusal } from '../call.js';
import type { Fields, Resource, ResourceApi } from '../resource.js';
import type { VolumeRow, VolumeTables } from '../world-volume.js';
import { administratorsOnly, isTrue, links, tablesOf, type VolumeCall } from './call.js';
import { listed, type View } from './list.js';

/** A resource of cinder's, and what its lists need to know of it. */
export interface VolumeResource<Row> extends Resource<Row, VolumeCall> {
  /** Its name in the configuration of filters. */
  readonly filters?: string;
  /** The key of the next page's link; default: the name of the list and `_links`. */
  readonly linksKey?: string;
  /** What a list without `/detail` shows; default: all there is. */
  brief?(call: VolumeCall, row: Row): View;
  /** Whose a row is; default: nobody's, and so everybody's. */
  tenant?(row: Row): string | undefined;
  /** The sentence about one that is not there. */
  missing(id: string): string;
  /** The version, and the microversion, that brought it. */
  readonly version?: 2 | 3;
  readonly minor?: number;
  /** The rule that lets only administrators ask. */
  readonly adminRule?: string;
}

/** How cinder speaks of its resources. */
export const volumeApi: ResourceApi<VolumeCall> = {
  allow(call, resource, verb) {
    const { adminRule } = resource as VolumeResource<unknown>;
    if (adminRule !== undefined) administratorsOnly(call, `${adminRule}:${ruleOf(verb)}`);
  },
  missing: (resource, id) => new Refusal(404, (resource as VolumeResource<unknown>).missing(id)),
  list: (call, resource, rows) => listOf(call, resource as VolumeResource<(typeof rows)[number]>, rows),
  malformed: ({ one }) => new Refusal(400, `Invalid input for field/attribute ${one}. '${one}' is a required property`),
  updates: ['PUT'],
  statusOfCreated: 202,
};

function ruleOf(verb: string): string {
  return verb === 'list' ? 'get_all' : verb === 'show' ? 'get' : verb;
}

function listOf<Row>(call: VolumeCall, resource: VolumeResource<Row>, rows: readonly Row[]): Answer {
  const { admin, token } = call.caller;
  const everybody = admin && isTrue(call.query.get('all_tenants'));
  const own = rows.filter((row) => {
    const tenant = resource.tenant?.(row);
    return tenant === undefined || everybody || tenant === token.tenantId;
  });
  const views = own.map((row) => resource.view(call, row, 'list') as View);
  const rowOf = new Map(views.map((view, at) => [view, own[at]]));
  const found = listed(call, resource.filters ?? resource.one, views, (id) => new Refusal(404, resource.missing(id)));
  const brief = call.parts[1] === 'detail' ? undefined : resource.brief;
  const shown = found.views.map((view) => {
    const row = rowOf.get(view);
    return brief === undefined || row === undefined ? view : brief(call, row);
  });
  return json(200, {
    [resource.many]: shown,
    ...(found.links.length === 0 ? {} : { [resource.linksKey ?? `${resource.many}_links`]: found.links }),
    ...(found.count === undefined ? {} : { count: found.count }),
  });
}

/** A resource whose rows are kept in the words of the API. */
interface RowResource {
  readonly one: string;
  readonly many: string;
  readonly table: {
    [Key in keyof VolumeTables]: VolumeTables[Key] extends VolumeRow[] ? Key : never;
  }[keyof VolumeTables];
  /** The keys of a list without `/detail`; `links` are made. */
  readonly briefKeys?: readonly string[];
  /** Microversions that keys came with. */
  readonly since?: Readonly<Record<string, number>>;
  /** Keys that only administrators see. */
  readonly hidden?: readonly string[];
  /** Where the links of a row lead to; left out: a row has none. */
  readonly linked?: string;
  readonly missing: (id: string) => string;
  readonly filters?: string;
  readonly linksKey?: string;
  readonly version?: 2 | 3;
  readonly minor?: number;
  readonly adminRule?: string;
  readonly create?: (call: VolumeCall, given: Fields) => VolumeRow;
  readonly update?: (call: VolumeCall, row: VolumeRow, given: Fields) => void;
  readonly remove?: (call: VolumeCall, row: VolumeRow) => void;
}

/** A resource whose rows are kept in the words of the newest API: older versions leave keys out. */
export function rowResource(about: RowResource): VolumeResource<VolumeRow> {
  const { table, briefKeys, since = {}, hidden = [], linked } = about;
  const view = (call: VolumeCall, { id, fields }: VolumeRow): View => {
    const entries = Object.entries(fields).filter(
      ([key]) => call.minor >= (since[key] ?? 0) && (call.caller.admin || !hidden.includes(key)),
    );
    return { id, ...Object.fromEntries(entries), ...(linked === undefined ? {} : { links: links(call, linked, id) }) };
  };
  return {
    ...about,
    rows: (call) => tablesOf(call)[table],
    id: ({ id }) => id,
    sees: ({ caller: { admin, token } }, row) => admin || row.ownerId === undefined || row.ownerId === token.tenantId,
    tenant: (row) => row.ownerId,
    view,
    ...(briefKeys === undefined
      ? {}
      : {
          brief: (call, row) => {
            const all = view(call, row);
            return Object.fromEntries(briefKeys.filter((key) => key in all).map((key) => [key, all[key]]));
          },
        }),
  };
}

/** A new row of the caller's tenant. */
export function made(call: VolumeCall, fields: Fields): VolumeRow {
  return { id: randomUUID(), ownerId: call.caller.token.tenantId ?? '', fields: { ...fields } };
}

/** Puts the name and the description that are given into a row. */
export function rename(_call: VolumeCall, row: VolumeRow, given: Fields): void {
  if (given.name !== undefined) row.fields.name = given.name;
  if (given.description !== undefined) row.fields.description = given.description;
}
