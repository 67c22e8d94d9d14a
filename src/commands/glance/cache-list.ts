import { list } from '../../command/define.js';
import { isNumber } from '../../core/exact-number.js';
import { isoTime } from '../../lib/python/dates.js';
import { pythonText } from '../../lib/python/repr.js';
import { type Cached, cached } from '../../services/image/about.js';

export const about = { summary: 'Get cache state.' };

export default list({
  openstack: 'cached image list',
  align: 'centre',
  rows: async function* ({ session }) {
    yield await cached(session);
  },
  columns: {
    id: { title: 'ID', value: ({ id }) => id },
    state: { title: 'State', value: ({ isQueued }) => (isQueued ? 'queued' : 'cached') },
    accessed: column('Last Accessed (UTC)', ({ last_accessed: time }) => (Number(time) === 0 ? null : timeOf(time))),
    modified: column('Last Modified (UTC)', ({ last_modified: time }) => timeOf(time)),
    size: column('Size', ({ size }) => size),
    hits: column('Hits', ({ hits }) => hits),
  },
});

/** What is told of an image in the cache; `N/A` of one that waits. */
function column(title: string, of: (told: NonNullable<Cached['told']>) => unknown) {
  const value = ({ told }: Cached): unknown => (told === undefined ? null : (of(told) ?? null));
  return { title, value, text: (item: Cached) => (value(item) === null ? 'N/A' : pythonText(value(item))) };
}

const timeOf = (seconds: unknown): unknown => (isNumber(seconds) ? isoTime(Number(seconds)) : seconds);
