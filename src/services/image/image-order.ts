import { Failure } from '../../core/errors.js';

/** By what images can be sorted (glanceclient `v2/images.py`). */
export const SORT_KEYS = [
  'name',
  'status',
  'container_format',
  'disk_format',
  'size',
  'id',
  'created_at',
  'updated_at',
] as const;

export const SORT_DIRECTIONS = ['asc', 'desc'] as const;

/** The order of a list as it was typed: keys and directions, or one text of both. */
interface Order {
  readonly keys: readonly string[];
  readonly directions: readonly string[];
  readonly sort: string | undefined;
}

/**
 * The query that sorts images; by name where nothing is said.
 * @throws Failure in glanceclient's words for what does not go together
 */
export function orderQuery({ keys, directions, sort }: Order) {
  if (sort !== undefined) {
    if (keys.length > 0 || directions.length > 0) {
      throw refused("The 'sort' argument is not supported with 'sort_key' or 'sort_dir'.");
    }
    return { sort: checkedSort(sort) };
  }
  if (keys.length === 0 && directions.length === 0) return { sort_key: 'name', sort_dir: 'asc' };
  if (keys.length !== directions.length && directions.length > 1) {
    throw refused(
      'Unexpected number of sort directions: either provide a single sort direction or an equal number of sort keys and ' +
        'sort directions.',
    );
  }
  return { sort_key: keys, sort_dir: directions };
}

function checkedSort(sort: string): string {
  for (const part of sort.trim().split(',')) {
    const [key = '', ...rest] = part.split(':');
    const direction = rest.join(':');
    if (direction !== '' && !isOneOf(SORT_DIRECTIONS, direction))
      throw notAllowed('direction', direction, SORT_DIRECTIONS);
    if (!isOneOf(SORT_KEYS, key)) throw notAllowed('key', key, SORT_KEYS);
  }
  return sort;
}

const isOneOf = (all: readonly string[], one: string): boolean => all.includes(one);

const notAllowed = (what: string, given: string, all: readonly string[]): Failure =>
  refused(`Invalid sort ${what}: ${given}. It must be one of the following: ${all.join(', ')}.`);

/** The client's own refusals are worded as those of the service. */
const refused = (message: string): Failure => new Failure(`HTTP ${message}`, { name: 'HTTPBadRequest' });
