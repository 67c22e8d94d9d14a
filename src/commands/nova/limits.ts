import { sections } from '../../command/define.js';
import { flag, optionalText } from '../../command/options.js';
import type { Column } from '../../core/view.js';
import {
  type AbsoluteLimit,
  absoluteLimits,
  getLimits,
  type RateLimit,
  rateLimits,
} from '../../services/compute/limits.js';
import { idOf } from '../../services/identity/named.js';
import { cellText, tableOf } from '../shared/attributes.js';

export const about = { summary: 'Print rate and absolute limits.' };

function column<Item>(title: string, value: (item: Item) => unknown, missing = ''): Column<Item> {
  return { title, value: (item) => value(item) ?? null, text: (item) => cellText(value(item), missing) };
}

export default sections({
  openstack: 'limits show --absolute',
  options: {
    tenant: optionalText('<tenant>', 'Display information from single tenant, by name or ID (Admin only).'),
    reserved: flag('Include reservations count.'),
  },
  parts: async function* ({ session, options: { tenant, reserved } }) {
    const limits = await getLimits(session, {
      tenant_id: await idOf(session, 'tenant', tenant),
      reserved: reserved ? 1 : undefined,
    });
    yield { title: 'rate', view: tableOf(rateColumns, rateLimits(limits)) };
    const absolute = absoluteLimits(limits);
    const columns = absolute.some((limit) => 'other' in limit) ? [...absoluteColumns, other] : absoluteColumns;
    yield { title: 'absolute', view: tableOf(columns, absolute) };
  },
});

const rateColumns = [
  column<RateLimit>('Verb', ({ verb }) => verb),
  column<RateLimit>('URI', ({ uri }) => uri),
  column<RateLimit>('Value', ({ value }) => value),
  column<RateLimit>('Remain', ({ remain }) => remain),
  column<RateLimit>('Unit', ({ unit }) => unit),
  column<RateLimit>('Next_Available', ({ nextAvailable }) => nextAvailable),
];

const absoluteColumns = [
  column<AbsoluteLimit>('Name', ({ name }) => name),
  column<AbsoluteLimit>('Used', ({ used }) => used, '-'),
  column<AbsoluteLimit>('Max', ({ max }) => max, '-'),
];

const other = column<AbsoluteLimit>('Other', (limit) => limit.other, '-');
