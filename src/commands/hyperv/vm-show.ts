import { argument } from '../../command/options.js';
import { cloudStackState, codeName, enabledStates, healthName } from '../../hyperv/codes.js';
import { showVm } from '../../hyperv/vms.js';
import { textOf } from '../../hyperv/wsman/instance.js';
import { hostShow } from '../shared/hyperv.js';
import { uptimeText } from '../shared/hyperv-texts.js';

export const about = { name: 'vm show', summary: 'Show one virtual machine.' };

export default hostShow({
  arguments: { host: argument('<host>', 'Host.'), vm: argument('<vm>', 'Name or ID of the machine.') },
  fields: async ({ args, warn }, wsman) => {
    const vm = await showVm(wsman, args.vm, warn);
    const nova = enabledStates.find(({ value }) => value === vm.state)?.nova ?? null;
    const { system, settings } = vm;
    return [
      { name: 'host', value: vm.host },
      { name: 'id', value: vm.id },
      { name: 'name', value: vm.name },
      { name: 'state', value: codeName(enabledStates, vm.state) },
      { name: 'enabled_state', value: vm.state ?? null },
      { name: 'cloudstack_state', value: cloudStackState(vm.state) },
      { name: 'nova_power_state', value: nova },
      { name: 'nova_id', value: vm.novaId ?? null },
      { name: 'health', value: healthName(vm.health) },
      { name: 'cpus', value: vm.cpus ?? null },
      { name: 'memory_mb', value: vm.memory ?? null },
      { name: 'processor_load', value: vm.load ?? null },
      { name: 'uptime_ms', value: vm.uptime ?? null, text: uptimeText(vm.uptime) },
      { name: 'planned', value: vm.isPlanned },
      { name: 'created', value: textOf(system, 'InstallDate') ?? null },
      { name: 'last_state_change', value: textOf(system, 'TimeOfLastStateChange') ?? null },
      { name: 'settings_id', value: textOf(settings, 'InstanceID') ?? null },
      { name: 'generation', value: textOf(settings, 'VirtualSystemSubType') ?? null },
      { name: 'configuration_root', value: textOf(settings, 'ConfigurationDataRoot') ?? null },
    ];
  },
});
