import { argument } from '../../command/options.js';
import { codeName, enabledStates } from '../../hyperv/codes.js';
import { defaultPaths, hostFacts } from '../../hyperv/host-facts.js';
import { listVms } from '../../hyperv/vms.js';
import { hostShow } from '../shared/hyperv.js';

export const about = {
  name: 'host show',
  summary: 'Show a host: its Windows, its machine, and how many guests it has.',
};

const BYTES = 1024n * 1024n;

export default hostShow({
  arguments: { host: argument('<host>', 'Host.') },
  fields: async ({ warn }, wsman) => {
    const facts = await hostFacts(wsman, warn);
    const paths = await defaultPaths(wsman, () => undefined);
    const counts: Record<string, number> = {};
    for (const { state } of await listVms(wsman, warn)) {
      const name = codeName(enabledStates, state);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    const { memory, freeMemory } = facts;
    return [
      { name: 'host', value: wsman.host },
      { name: 'name', value: facts.name ?? null },
      { name: 'system', value: facts.system ?? null },
      { name: 'version', value: facts.version ?? null },
      { name: 'model', value: facts.model ?? null },
      { name: 'boot_time', value: facts.bootTime ?? null },
      { name: 'processors', value: facts.processors ?? null },
      {
        name: 'memory_mb',
        value: memory !== undefined && /^\d+$/.test(memory) ? Number(BigInt(memory) / BYTES) : null,
      },
      { name: 'free_memory_mb', value: freeMemory === undefined ? null : Math.floor(freeMemory / 1024) },
      { name: 'default_vhd_path', value: paths.disks ?? null },
      { name: 'default_vm_path', value: paths.machines ?? null },
      { name: 'vms', value: counts },
    ];
  },
});
