import { act } from '../../command/act.js';
import { requiredText, text } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import { createCell } from '../../services/compute/cells.js';
import { wholeNumber } from '../shared/whole-number.js';

export const about = { name: 'cell create', summary: 'Create a cell of the first kind.' };

const TYPES: Readonly<Record<string, string>> = { parent: 'parent', api: 'parent', child: 'child', compute: 'child' };

export default act({
  openstack: false,
  options: {
    name: requiredText('<name>', 'Name for the new cell.', { isWord: true }),
    type: text('<parent|child>', 'Whether the cell is a parent or a child (default child).', {
      long: 'cell_type',
      isWord: true,
    }),
    broker: text('<username>', 'Username for the message broker in this cell.', { long: 'username', isWord: true }),
    brokerPassword: text('<password>', 'Password for the message broker in this cell.', {
      long: 'password',
      secret: true,
      isWord: true,
    }),
    hostname: text('<hostname>', 'Address of the message broker in this cell.', { isWord: true }),
    port: text('<number>', 'Port number of the message broker in this cell.', { isWord: true }),
    virtualHost: text('<virtual_host>', 'The virtual host of the message broker in this cell.', {
      long: 'virtual_host',
      isWord: true,
    }),
    offset: text('<float>', 'Offset of its weight.', { long: 'woffset', isWord: true }),
    scale: text('<float>', 'Scale of its weight.', { long: 'wscale', isWord: true }),
  },
  targets: ({ options }) => [options.name],
  run: ({ session, options }, name) => {
    const type = TYPES[options.type ?? 'child'];
    if (type === undefined) throw new UsageError("cell type must be 'parent'/'api' or 'child'/'compute'");
    const { broker: username, brokerPassword: password, hostname, port, virtualHost, offset, scale } = options;
    return createCell(session, {
      ...{ name, type, username, password, rpc_host: hostname, rpc_virtual_host: virtualHost },
      rpc_port: port && wholeNumber('--port', port),
      weight_offset: offset && decimal('--woffset', offset),
      weight_scale: scale && decimal('--wscale', scale),
    });
  },
});

function decimal(option: string, given: string): number {
  const value = Number(given);
  if (given.trim() === '' || !Number.isFinite(value)) {
    throw new UsageError(`argument ${option}: invalid float value: '${given}'`);
  }
  return value;
}
