import { optionalArgument, text } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import type { Json } from '../../lib/read.js';
import { listed } from '../../services/answer.js';
import { has } from '../../services/volume/api.js';
import { sortOrder } from '../../services/volume/listing.js';
import type { Session } from '../../session/session.js';
import { truthOf } from './volume-options.js';

const SORT = 'Comma-separated list of sort keys and directions in the form of <key>[:<asc|desc>].';

/** What is asked of the commands that list what a backend has and cinder does not manage. */
export const manageableOptions = (many: string) => ({
  options: {
    detailed: text('<detailed>', 'Returned detailed information (default true).'),
    marker: text(
      '<marker>',
      'Begin returning volumes that appear later in the volume list than that represented by this reference. This ' +
        'reference should be json like. Default=None.',
    ),
    limit: text('<limit>', 'Maximum number of volumes to return. Default=None.'),
    offset: text('<offset>', 'Number of volumes to skip after marker. Default=None.'),
    sort: text('<key>[:<direction>]', `${SORT} Valid keys: size, reference. Default=None.`),
    cluster: text(
      'CLUSTER',
      `Cinder cluster on which to list manageable ${many}; takes the form: cluster@backend-name#pool.`,
      { apiVersion: '3.17' },
    ),
  },
  arguments: {
    host: optionalArgument(
      '<host>',
      `Cinder host on which to list manageable ${many}; takes the form: host@backend-name#pool`,
    ),
  },
});

interface Asked {
  readonly session: Session;
  readonly options: Readonly<
    Record<'detailed' | 'marker' | 'limit' | 'offset' | 'sort' | 'cluster', string | undefined>
  >;
  readonly args: { readonly host: string | undefined };
}

/**
 * Block Storage API reference: "List summary of volumes available to manage"; where that is not there yet, the extension that
 * was there before it (cinder `api/contrib/volume_manage.py`).
 */
export async function* manageable(
  { session, options, args }: Asked,
  many: 'volumes' | 'snapshots',
): AsyncGenerator<readonly Json[]> {
  const { detailed = 'True', marker, limit, offset, sort, cluster } = options;
  const { host } = args;
  if (host === undefined && cluster === undefined) {
    throw new UsageError('one of the arguments <host> --cluster is required');
  }
  if (host !== undefined && cluster !== undefined) {
    throw new UsageError('argument --cluster: not allowed with argument <host>');
  }
  const name = (await has(session, '3.8')) ? `manageable_${many}` : `os-${many.slice(0, -1)}-manage`;
  const path = `/${name}${truthOf(detailed) ? '/detail' : ''}`;
  const query = { ...(cluster ? { cluster } : { host }), marker, limit, offset, sort: sortOrder(sort) };
  yield* listed(session, { service: 'volume', path, query }, `manageable-${many}`);
}
