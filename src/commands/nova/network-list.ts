import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { pythonRepr } from '../../lib/python/repr.js';
import { listNetworks } from '../../services/compute/networks.js';
import { orRemoved } from '../../services/compute/removed-apis.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Print a list of available networks.' };

const ALWAYS = ['id', 'label', 'cidr'];

export default list({
  openstack: 'network list',
  options: {
    fields: text(
      '<fields>',
      'Comma-separated list of fields to display. Use the show command to see which fields are available.',
    ),
  },
  rows: ({ session }) => orRemoved('networks', listNetworks(session)),
  columns: ({ fields = '' }, [example]) => {
    const wanted = fields.split(',').filter((field) => field !== '');
    const unknown = wanted.filter((field) => example !== undefined && !Object.hasOwn(example, field));
    if (unknown.length > 0) throw new Failure(`Non-existent fields are specified: ${pythonRepr(unknown)}`);
    const more = [...new Set(wanted)].filter((field) => !ALWAYS.includes(field));
    return [
      attribute('ID'),
      attribute('Label'),
      attribute('Cidr'),
      ...more.map((field) => attribute(titleOf(field), field)),
    ];
  },
});

/** `bridge_interface` → `Bridge Interface`, as Python's str.title() makes it: a digit parts words as a blank does. */
function titleOf(field: string): string {
  return field.replaceAll('_', ' ').replace(/[A-Za-z]+/g, (word) => word.slice(0, 1).toUpperCase() + word.slice(1));
}
