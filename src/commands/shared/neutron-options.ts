import { choice, flag, integer, many, text, unknownOptions } from '../../command/options.js';
import type { Query } from '../../session/session.js';
import { valueSpecs } from './value-specs.js';

/** The options of every list and show (neutronclient `neutron/v2_0/__init__.py`). */
export const commonOptions = {
  requestFormat: choice(['json'], 'Accepted for compatibility.', { hidden: true }),
  showDetails: flag('Show detailed information.', { short: 'D' }),
  field: many('FIELD', 'Specify the field(s) to be returned by server. You can repeat this option.', {
    short: 'F',
    aliases: ['fields'],
  }),
  filters: unknownOptions('Filters, as `--key value`.'),
};

export const pageOptions = {
  pageSize: integer('SIZE', 'Specify retrieve unit of each request, then split one request to several requests.', {
    short: 'P',
  }),
};

export const sortOptions = {
  sortKey: many(
    'FIELD',
    'Sorts the list by the specified fields in the specified directions. You can repeat this option, but you must ' +
      'specify an equal number of sort_dir and sort_key values. Extra sort_dir options are ignored. Missing sort_dir ' +
      'options use the default asc value.',
  ),
  sortDir: {
    ...many('{asc,desc}', 'Sorts the list in the specified direction. You can repeat this option.'),
    choices: ['asc', 'desc'],
  },
};

/** The values of these options; a list without pages or sorting does not have them. */
interface ListValues {
  readonly showDetails: boolean;
  readonly field: readonly string[];
  readonly filters: readonly string[];
  readonly pageSize?: number | undefined;
  readonly sortKey?: readonly string[];
  readonly sortDir?: readonly string[];
}

/** What the options of a list ask of the server; a key of a filter counts before that of an option. */
export function queryOf(options: ListValues): Query {
  const { showDetails, field, filters, pageSize, sortKey = [], sortDir = [] } = options;
  return {
    ...(field.length > 0 ? { fields: field } : {}),
    ...(showDetails ? { verbose: 'True' } : {}),
    ...valueSpecs(filters),
    ...(pageSize ? { limit: pageSize } : {}),
    ...(sortKey.length > 0 ? { sort_key: sortKey, sort_dir: sortKey.map((_, index) => sortDir[index] ?? 'asc') } : {}),
  };
}

const truths = ['True', 'true', 'False', 'false'] as const;
const group = 'filtering arguments';

/** A filter of a list whose value is a text. */
export const filterText = (placeholder: string, help: string) => text(placeholder, help, { group });
/** A filter that is True or False. */
export const filterTruth = (help: string) => choice(truths, help, { placeholder: '{True,False}', group });
