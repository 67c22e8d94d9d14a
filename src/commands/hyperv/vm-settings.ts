import { argument, flag } from '../../command/options.js';
import { currentSettings, findVm } from '../../hyperv/vms.js';
import { plainValue } from '../../hyperv/wsman/plain.js';
import { hostShow } from '../shared/hyperv.js';

export const about = { name: 'vm settings', summary: 'Show the settings that a virtual machine has now.' };

export default hostShow({
  options: { all: flag('Also those that are null.') },
  arguments: { host: argument('<host>', 'Host.'), vm: argument('<vm>', 'Name or ID of the machine.') },
  fields: async ({ args, options }, wsman) => {
    const settings = await currentSettings(wsman, await findVm(wsman, args.vm));
    return [...settings.properties]
      .map(([name, values]) => ({ name, value: plainValue(name, values) }))
      .filter(({ value }) => options.all || value !== null);
  },
});
