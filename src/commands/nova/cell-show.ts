import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { showOrRemoved } from '../../services/compute/removed-apis.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Show details of a given cell.' };

export default show({
  openstack: false,
  arguments: { cell: argument('<cell-name>', 'Name of the cell.') },
  fields: async ({ session, args }) =>
    everyField(await showOrRemoved(session, 'cells', `/os-cells/${encodeURIComponent(args.cell)}`, 'cell')),
});
