import type { Context } from '../../command/context.js';
import { anyWords, integer, text, type Values } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { visibleLine } from '../../lib/escape.js';
import { python2Order } from '../../lib/python/dict-order.js';
import { pythonText } from '../../lib/python/repr.js';
import { asRecord, type Json } from '../../lib/read.js';
import { trimOf } from '../../lib/trim.js';
import { SORT_DIRECTIONS, SORT_KEYS } from '../../services/image/image-order.js';
import { imagesOfV1 } from '../../services/image/v1.js';

/** What `index` and `details` take, which glanceclient had up to 0.9 (`v1/legacy_shell.py`). */
export const legacyOptions = {
  limit: integer('LIMIT', 'Page size to use while requesting image metadata'),
  marker: text('MARKER', 'Image index after which to begin pagination'),
  sortKey: text('KEY', 'Sort results by this image attribute.'),
  sortDir: text('[desc|asc]', 'Sort results in this direction.'),
};

export const legacyArguments = {
  filters: { ...anyWords('<field=value>', 'What an image must have.'), hidden: true },
};

const FILTERS = 'name disk_format container_format status min_ram min_disk size_min size_max changes-since'.split(' ');

type Legacy = Context<Values<typeof legacyOptions>, Values<typeof legacyArguments>>;

/** The images that are asked for, page by page. @throws Failure for what is no filter and no order */
export function legacyImages({ session, options, args }: Legacy): AsyncGenerator<readonly Json[]> {
  const filters = args.filters.map((word) => {
    const [key = '', value, ...more] = trimOf(word, ',').split('=');
    if (value === undefined || more.length > 0) {
      throw new Failure(`Arguments should be in the form of field=value. You specified ${word}.`);
    }
    return [FILTERS.includes(key) ? key : `property-${key}`, value];
  });
  const { limit, marker, sortKey, sortDir } = options;
  mustBeOneOf('sort_key', sortKey, SORT_KEYS);
  mustBeOneOf('sort_dir', sortDir, SORT_DIRECTIONS);
  const query = { marker, sort_key: sortKey, sort_dir: sortDir, ...Object.fromEntries(filters) };
  return imagesOfV1(session, query, limit);
}

function mustBeOneOf(name: string, given: string | undefined, all: readonly string[]): void {
  if (given === undefined || all.includes(given)) return;
  throw new Failure(`${name} must be one of the following: ${all.join(', ')}.`, { name: 'ValueError' });
}

/** An image in lines, without the last newline (print_image_formatted). @param endpoint the URL of the service */
export function imageLines(image: Json, endpoint: string): string {
  const { protocol, host } = new URL(endpoint);
  const properties = asRecord(image.properties);
  const says = (key: string): string => (Object.hasOwn(image, key) ? pythonText(image[key]) : '');
  const ifSaid = (title: string, key: string): readonly string[] =>
    Object.hasOwn(image, key) ? [`${title}: ${says(key)}`] : [];
  const lines = [
    `URI: ${protocol}//${host}/v1/images/${says('id')}`,
    `Id: ${says('id')}`,
    `Public: ${image.is_public ? 'Yes' : 'No'}`,
    `Protected: ${image.protected ? 'Yes' : 'No'}`,
    `Name: ${says('name')}`,
    `Status: ${says('status')}`,
    `Size: ${pythonText(image.size ?? 0)}`,
    `Disk format: ${says('disk_format')}`,
    `Container format: ${says('container_format')}`,
    `Minimum Ram Required (MB): ${says('min_ram')}`,
    `Minimum Disk Required (GB): ${says('min_disk')}`,
    ...ifSaid('Owner', 'owner'),
    ...python2Order(Object.keys(properties)).map((key) => `Property '${key}': ${pythonText(properties[key])}`),
    `Created at: ${says('created_at')}`,
    ...ifSaid('Deleted at', 'deleted_at'),
    ...ifSaid('Updated at', 'updated_at'),
  ];
  return lines.map((line) => visibleLine(line)).join('\n');
}

/** Ids, with a star behind those that may share further, and what it means below them. */
export function sharingLines(memberships: readonly Json[], key: 'image_id' | 'member_id'): string {
  const lines = memberships.map((row) => `${visibleLine(pythonText(row[key]))}${row.can_share ? ' *' : ''}\n`);
  const note = memberships.some((row) => row.can_share) ? '\n(*: Can share image)\n' : '';
  return `${lines.join('')}${note}`;
}
