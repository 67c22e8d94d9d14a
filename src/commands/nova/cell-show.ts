import { everyField } from '../../command/attributes.js';
import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { oldOne } from '../../services/compute/retired.js';

export default show({
  openstack: false,
  arguments: { cell: argument('<cell-name>', 'Name of the cell.') },
  fields: async ({ session, args }) =>
    everyField(await oldOne(session, 'cells', `/os-cells/${encodeURIComponent(args.cell)}`, 'cell')),
});
