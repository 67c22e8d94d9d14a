import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { printf } from '../../lib/python/percent-format.js';
import { asRecord } from '../../lib/read.js';
import { flavorNames } from '../../services/compute/flavors.js';
import { embeddedFlavor } from '../../services/compute/server-attributes.js';
import { listServers, type Server } from '../../services/compute/servers.js';
import { ofHost } from '../shared/of-host.js';
import { python2Datetime } from '../shared/service-state.js';

export const about = { name: 'vm list', summary: 'Show the servers of all projects.' };

const ATTRIBUTE = 'OS-EXT-SRV-ATTR:';
/** Not told by every release: `OS-SRV-USG` came with 2013.1, the others with microversion 2.3. */
const LATER: Readonly<Record<string, string>> = {
  launched: 'OS-SRV-USG:launched_at',
  kernel: `${ATTRIBUTE}kernel_id`,
  ramdisk: `${ATTRIBUTE}ramdisk_id`,
  index: `${ATTRIBUTE}launch_index`,
};

export default list({
  openstack: 'server list --all-projects --long',
  options: { host: text('<host>', 'Only the servers on this host.', { isWord: true }) },
  rows: async function* ({ session, options: { host }, warn }) {
    let names: ReturnType<typeof flavorNames> | undefined;
    let first: Server | undefined;
    for await (const page of ofHost(session, host, listServers(session, { query: { all_tenants: 1, host } }))) {
      if (first === undefined && page[0] !== undefined) {
        first = page[0];
        const untold = Object.keys(LATER).filter((name) => page[0]?.[LATER[name] ?? ''] === undefined);
        if (untold.length > 0) warn(`This cloud's API does not tell ${untold.join(', ')}: '-' stands for it.`);
      }
      if (page.some((server) => embeddedFlavor(server) === undefined)) names ??= flavorNames(session);
      const known = await names;
      yield page.map((server): Server => ({ ...server, type: typeOf(server, known) }));
    }
  },
  columns: {
    instance: { title: 'instance', value: (server) => server.name },
    node: { title: 'node', value: (server) => server[`${ATTRIBUTE}host`] },
    type: { title: 'type', value: (server) => server.type },
    state: { title: 'state', value: (server) => server['OS-EXT-STS:vm_state'] },
    launched: {
      title: 'launched',
      value: (server) => server['OS-SRV-USG:launched_at'],
      text: (server) => python2Datetime(server['OS-SRV-USG:launched_at']),
    },
    image: { title: 'image', value: (server) => (server.image === '' ? '' : asRecord(server.image).id) },
    kernel: { title: 'kernel', value: (server) => server[`${ATTRIBUTE}kernel_id`] },
    ramdisk: { title: 'ramdisk', value: (server) => server[`${ATTRIBUTE}ramdisk_id`] },
    project: { title: 'project', value: (server) => server.tenant_id },
    user: { title: 'user', value: (server) => server.user_id },
    zone: { title: 'zone', value: (server) => server['OS-EXT-AZ:availability_zone'] },
    index: { title: 'index', value: (server) => server[`${ATTRIBUTE}launch_index`] },
  },
  lines: { head: true, line: printf('%-10s %-15s %-10s %-10s %-26s %-9s %-9s %-9s  %-10s %-10s %-10s %-5s') },
});

function typeOf(server: Server, names: ReadonlyMap<unknown, unknown> | undefined): unknown {
  const { id } = asRecord(server.flavor);
  return embeddedFlavor(server)?.original_name ?? names?.get(id) ?? id;
}
