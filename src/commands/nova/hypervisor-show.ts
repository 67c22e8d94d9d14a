import { show } from '../../command/define.js';
import { argument, text } from '../../command/options.js';
import { DEEPEST, tooDeep } from '../../core/nesting.js';
import { parseExactly } from '../../lib/exact-json.js';
import { pythonInt } from '../../lib/python/numbers.js';
import { isRecord, type Json } from '../../lib/read.js';
import { findHypervisor } from '../../services/compute/hypervisors.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Display the details of the specified hypervisor.' };

export default show({
  openstack: 'hypervisor show {wrap:--max-width}',
  options: {
    wrap: text('<integer>', 'Wrap the output to a specified length. Default is 40 or 0 to disable.', {
      formats: ['table'],
    }),
  },
  arguments: { hypervisor: argument('<hypervisor>', 'Name or ID of the hypervisor, a UUID since microversion 2.53.') },
  wrap: ({ wrap }) => pythonInt(wrap ?? '40'),
  fields: async ({ session, args }) => everyField(flattened(await findHypervisor(session, args.hypervisor))),
});

/** `{ service: { host } }` as `service_host`; JSON within text too (novaclient utils.py, flatten_dict). */
function flattened(item: Json, prefix = '', level = 1): Json {
  if (level > DEEPEST) throw tooDeep();
  const pairs = Object.entries(item).flatMap(([key, given]) => {
    const value = prefix === '' && typeof given === 'string' ? parsed(given) : given;
    const name = `${prefix}${key}`;
    const isFull = isRecord(value) && Object.keys(value).length > 0;
    return isFull ? Object.entries(flattened(value, `${name}_`, level + 1)) : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return parseExactly(text);
  } catch {
    return text;
  }
}
