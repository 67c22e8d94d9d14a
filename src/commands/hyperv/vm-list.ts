import { choice, flag } from '../../command/options.js';
import type { Column } from '../../core/view.js';
import { cloudStackState, codeName, enabledStates, healthName } from '../../hyperv/codes.js';
import { listVms, type Vm } from '../../hyperv/vms.js';
import { hostList, manyHosts } from '../shared/hyperv.js';
import { uptimeText } from '../shared/hyperv-texts.js';

export const about = { name: 'vm list', summary: 'List the virtual machines of hosts.' };

const columns: readonly Column<Vm>[] = [
  { title: 'Host', value: ({ host }) => host },
  { title: 'Name', value: ({ name }) => name },
  { title: 'ID', value: ({ id }) => id },
  { title: 'State', value: ({ state }) => codeName(enabledStates, state) },
  { title: 'CloudStack State', value: ({ state }) => cloudStackState(state) },
  { title: 'CPUs', value: ({ cpus }) => cpus },
  { title: 'Memory MB', value: ({ memory }) => memory },
  { title: 'Uptime', value: ({ uptime }) => uptime ?? null, text: ({ uptime }) => uptimeText(uptime) },
  { title: 'Health', value: ({ health }) => healthName(health) },
  { title: 'Nova ID', value: ({ novaId }) => novaId ?? null },
];

export default hostList({
  options: {
    ...manyHosts.options,
    state: choice(
      enabledStates.map(({ name }) => name),
      'Only machines in this state.',
      { placeholder: '<state>' },
    ),
    includePlanned: flag('Also machines that are on their way here by live migration.'),
    namesOnly: flag('Only the names.'),
  },
  arguments: manyHosts.arguments,
  hosts: ({ hosts, args, options }) => hosts(args.host, options.hosts),
  rows: async ({ options, warn }, wsman) => {
    const all = await listVms(wsman, warn, { planned: options.includePlanned });
    return all.filter(
      ({ state, isPlanned }) =>
        (options.includePlanned || !isPlanned) &&
        (options.state === undefined || codeName(enabledStates, state) === options.state),
    );
  },
  columns: ({ namesOnly }) => (namesOnly ? columns.filter(({ title }) => title === 'Name') : columns),
});
