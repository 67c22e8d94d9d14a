import { list } from '../../command/define.js';
import { isNumber } from '../../core/exact-number.js';
import type { Column } from '../../core/view.js';
import { pythonText } from '../../lib/python/repr.js';
import type { Json } from '../../lib/read.js';
import { listChildZones } from '../../services/compute/child-zones.js';

export const about = { summary: 'List the children of a zone.' };

export default list({
  openstack: false,
  rows: ({ session }) => listChildZones(session),
  columns: {
    id: column('ID', ''),
    name: column('Name', 'n/a'),
    isActive: column('Is Active', 'n/a'),
    url: column('API URL', ''),
    offset: column('Weight Offset', ''),
    scale: column('Weight Scale', ''),
  },
  sortBy: 'ID',
});

/** As novaclient 2.6 had it: null is Python's, and a number sorts as one. */
function column(title: string, missing: string): Column<Json> {
  const key = title.toLowerCase().replaceAll(' ', '_');
  return {
    title,
    value: (zone) => zone[key] ?? null,
    text: ({ [key]: value = missing }) => (isNumber(value) ? value : pythonText(value)),
  };
}
