import { act } from '../../command/act.js';
import { requiredText } from '../../command/options.js';
import { findCell, removeCell } from '../../services/compute/cells.js';

export const about = { name: 'cell delete', summary: 'Delete a cell of the first kind.' };

export default act({
  openstack: false,
  options: { name: requiredText('<cell_name>', 'Name of the cell to delete.', { long: 'cell_name', isWord: true }) },
  targets: ({ options }) => [options.name],
  whole: ({ session }, name) => findCell(session, name),
  run: ({ session }, name) => removeCell(session, name),
  sameBy: ({ name }) => name,
  destroys: 'cell',
});
