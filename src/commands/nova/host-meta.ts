import { act } from '../../command/act.js';
import { flag } from '../../command/options.js';
import { serversInWords, serversOfHosts } from '../../services/compute/host-servers.js';
import { changeMetadata } from '../../services/compute/server-metadata.js';
import { hostArgument } from '../shared/host-moves.js';
import { keysAndValues, setOrDelete } from '../shared/metadata.js';

export const about = { summary: 'Set or Delete metadata on all instances of a host.' };

export default act({
  openstack: false,
  options: { strict: flag('Set host-meta to the hypervisor with exact hostname match') },
  arguments: { host: hostArgument('update metadata for servers on'), ...setOrDelete('') },
  targets: ({ args }) => [args.host],
  goesWith: async ({ session, options, args }) => {
    const { host } = args as { readonly host: string };
    return serversInWords(session, await serversOfHosts(session, host, (options as { strict: boolean }).strict));
  },
  findFirst: ({ session, options }, host) => serversOfHosts(session, host, options.strict),
  run: async ({ session, args: { action, metadata } }, _, ids) => {
    for (const id of ids) await changeMetadata(session, id, action, keysAndValues(metadata));
  },
});
