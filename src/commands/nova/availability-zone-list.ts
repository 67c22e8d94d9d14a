import { list } from '../../command/define.js';
import { pythonText } from '../../lib/python/repr.js';
import { type ZonePart, zoneTree } from '../../services/compute/zones.js';

export const about = { summary: 'List all the availability zones.' };

export default list({
  openstack: 'availability zone list --compute --long',
  rows: async function* ({ session }) {
    yield await zoneTree(session);
  },
  columns: {
    name: { title: 'Name', value: path, text: branch },
    status: {
      title: 'Status',
      value: ({ available, active, updated }) =>
        updated === undefined ? (available ?? null) : { active, available, updated },
      text: status,
    },
  },
});

/** `nova/c01/nova-compute`: for machines every line says where it belongs. */
function path({ zone, host, service }: ZonePart): string {
  return [zone, host, service].filter((part) => part !== undefined).join('/');
}

function branch({ zone, host, service }: ZonePart): string {
  if (service !== undefined) return `| |- ${service}`;
  return host === undefined ? zone : `|- ${host}`;
}

function status({ available, active, updated }: ZonePart): string {
  if (available === undefined) return '';
  if (updated === undefined) return available ? 'available' : 'not available';
  return `${active ? 'enabled' : 'disabled'} ${available ? ':-)' : 'XXX'} ${pythonText(updated)}`;
}
