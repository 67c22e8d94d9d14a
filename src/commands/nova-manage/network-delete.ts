import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { findByCidr, findNetworkWhole, removeNetwork } from '../../services/compute/network-changes.js';
import { isUuidLike } from '../../services/find.js';
import { needed } from '../shared/manage-arguments.js';
import { networkFound } from '../shared/plans.js';

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
  find: async ({ session, options }, given) => {
    const { uuid } = options as { readonly uuid?: string };
    return networkFound(await findNetworkWhole(session, uuid ?? (await findByCidr(session, given))));
  },
  run: async ({ session, options }, given) =>
    removeNetwork(session, options.uuid === undefined && !isUuidLike(given) ? await findByCidr(session, given) : given),
  destroys: 'network',
});
