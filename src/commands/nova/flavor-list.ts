import { list } from '../../command/define.js';
import { flag, integer, text } from '../../command/options.js';
import { pythonInt } from '../../lib/python/numbers.js';
import { listFlavors, withExtraSpecs } from '../../services/compute/flavors.js';
import { attribute } from '../shared/attributes.js';
import { flavorColumns, flavorDescription } from '../shared/flavor-columns.js';

export const about = { summary: 'Print a list of available flavors (sizes of servers).' };

export default list({
  openstack: 'flavor list {extraSpecs:--long} {all:--all} {minDisk:--min-disk} {minRam:--min-ram}',
  options: {
    extraSpecs: flag('Get extra-specs of each flavor.'),
    all: flag('Display all flavors (Admin only).'),
    marker: text('<marker>', 'The last flavor ID of the previous page; displays list of flavors after "marker".', {
      conflicts: ['all'],
    }),
    minDisk: text('<min-disk>', 'Filters the flavors by a minimum disk space, in GiB.'),
    minRam: text('<min-ram>', 'Filters the flavors by a minimum RAM, in MiB.'),
    limit: integer('<limit>', 'Maximum number of flavors to display, at most as many as the server gives at once.', {
      conflicts: ['all'],
    }),
    sortKey: text('<sort-key>', 'Flavors list sort key.'),
    sortDir: text('<sort-dir>', 'Flavors list sort direction.'),
  },
  rows: async function* ({ session, options: { extraSpecs, all, marker, minDisk, minRam, limit, sortKey, sortDir } }) {
    const query = {
      ...(all ? { is_public: 'None' } : { marker, limit: limit || undefined }),
      minDisk: minDisk ? pythonInt(minDisk) : undefined,
      minRam: minRam ? pythonInt(minRam) : undefined,
      sort_key: sortKey,
      sort_dir: sortDir,
    };
    for await (const page of listFlavors(session, query)) {
      yield extraSpecs ? await Promise.all(page.map((flavor) => withExtraSpecs(session, flavor))) : page;
    }
  },
  columns: {
    ...flavorColumns,
    extraSpecs: { ...attribute('extra_specs'), when: ({ extraSpecs }) => extraSpecs },
    description: flavorDescription,
  },
});
