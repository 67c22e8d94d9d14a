import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { findByCidr, removeNetwork } from '../../services/compute/network-changes.js';
import { needed } from '../shared/manage-arguments.js';

export const about = { name: 'network delete', summary: "Delete one of nova's own networks." };

export default act({
  openstack: false,
  options: {
    range: text('<x.x.x.x/yy>', 'Network to delete.', {
      long: 'fixed_range',
      aliases: ['network'],
      isWord: true,
    }),
    uuid: text('<uuid>', 'UUID of network to delete.', { isWord: true }),
  },
  targets: ({ options }) => [needed('--fixed_range', options.uuid, options.range)],
  run: async ({ session, options }, given) =>
    removeNetwork(session, options.uuid === undefined ? await findByCidr(session, given) : given),
  destroys: 'network',
});
