import type { Command, Translation } from '../../command/command.js';
import { list } from '../../command/define.js';
import type { Options, Values } from '../../command/options.js';
import type { Column, ListView } from '../../core/view.js';
import type { Json } from '../../lib/read.js';
import type { Resource } from '../../services/resource.js';
import { findVolumeResource } from '../../services/volume/api.js';
import { volumeList } from '../../services/volume/listing.js';
import type { Query, Session } from '../../session/session.js';
import { showOf } from './resource-commands.js';
import { columns as columnsOf, fieldsOf } from './volume-columns.js';

interface VolumeListSpec<O extends Options> {
  readonly openstack: Translation;
  readonly apiVersion?: string;
  readonly options?: O;
  readonly query?: (options: Values<O>) => Query;
  /** Titles; the API's names are the same in lower case. */
  readonly columns:
    | readonly string[]
    | ((options: Values<O>, first: readonly Json[], session: Session) => Promise<readonly Column<Json>[]>);
  readonly sortBy?: (options: Values<O>) => ListView['sortBy'];
}

/** A command that lists something of the volume service. */
export function volumeListOf<const O extends Options>(resource: Resource, spec: VolumeListSpec<O>): Command {
  const { query, columns, ...rest } = spec;
  return list({
    ...rest,
    rows: ({ session, options }) => volumeList(session, resource, query?.(options) ?? {}),
    columns: typeof columns === 'function' ? columns : () => columnsOf(...columns),
  });
}

/** A command that shows one of something, by name or id. */
export const volumeShowOf = (resource: Resource, spec: Parameters<typeof showOf>[1]): Command =>
  showOf(resource, { fields: (item) => fieldsOf(item), find: findVolumeResource, ...spec });
