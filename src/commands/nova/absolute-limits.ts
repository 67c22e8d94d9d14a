import { list } from '../../command/define.js';
import { flag, optionalText } from '../../command/options.js';
import type { Column } from '../../core/view.js';
import { atMost } from '../../services/compute/at-most.js';
import { type AbsoluteLimit, absoluteLimits, getLimits } from '../../services/compute/limits.js';
import { idOf } from '../../services/identity/named.js';
import { cellText } from '../shared/attributes.js';

export const about = { summary: 'Print a list of absolute limits of a project.' };

export default list({
  openstack: 'limits show --absolute',
  options: {
    tenant: optionalText('<tenant>', 'Display information from single tenant, by name or ID (Admin only).'),
    reserved: flag('Include reservations count.'),
  },
  rows: async function* ({ session, options: { tenant, reserved } }) {
    const query = { tenant_id: await idOf(session, 'tenant', tenant), reserved: reserved ? 1 : undefined };
    // The last one of python-novaclient 6.0: the limits that left later are shown where there still are some.
    yield absoluteLimits(await getLimits(session, query, await atMost(session, '2.37')));
  },
  columns: (_, first) => [
    { title: 'Name', value: ({ name }) => name },
    column('Used', ({ used }) => used),
    column('Max', ({ max }) => max),
    ...(first.some(({ other }) => other !== undefined) ? [column('Other', ({ other }) => other)] : []),
  ],
});

function column(title: string, value: (limit: AbsoluteLimit) => unknown): Column<AbsoluteLimit> {
  return { title, value: (limit) => value(limit) ?? null, text: (limit) => cellText(value(limit), '-') };
}
